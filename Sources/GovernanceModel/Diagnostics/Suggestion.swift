/// "Did you mean …": the candidate nearest to a word that was not found.
package enum Suggestion {
  /// The nearest candidate by edit distance, or nil when none is close: at most one change for
  /// every three characters, three at the most. Ties go to the first in order.
  ///
  /// - Complexity: O(n · m²) for n candidates of about m characters.
  package static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let target = Array(word.lowercased().utf8.prefix(64))
    let limit = min(3, max(1, target.count / 3))
    var best: (distance: Int, candidate: String)?
    for candidate in candidates where abs(candidate.utf8.count - word.utf8.count) <= limit {
      let distance = editDistance(target, Array(candidate.lowercased().utf8.prefix(64)))
      guard distance <= limit else { continue }
      if let current = best, (current.distance, current.candidate) <= (distance, candidate) {
        continue
      }
      best = (distance, candidate)
    }
    return best?.candidate
  }

  /// The number of insertions, deletions, substitutions and swaps of neighbours between two words.
  private static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, byte) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var value = min(
          last[column + 1] + 1, current[column] + 1, last[column] + (byte == other ? 0 : 1))
        if row > 0, column > 0, byte == right[column - 1], left[row - 1] == other {
          value = min(value, beforeLast[column - 1] + 1)
        }
        current.append(value)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
