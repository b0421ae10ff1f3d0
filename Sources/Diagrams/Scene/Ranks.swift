extension [String] {
  /// The place of each text among all of them in their order: where texts are compared again and
  /// again, as numbers they are compared sooner.
  ///
  /// - Complexity: O(n log n).
  var ranks: [Int] {
    var ranks = indices.map { $0 }
    for (rank, number) in indices.sorted(by: { self[$0] < self[$1] }).enumerated() {
      ranks[number] = rank
    }
    return ranks
  }
}
