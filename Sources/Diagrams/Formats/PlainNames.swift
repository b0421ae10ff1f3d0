/// Names of boxes and frames for languages whose names are words: `body_RGT`, made from the names of
/// their elements and different whatever the case.
struct PlainNames {
  private var names: [String: String] = [:]

  init(_ contents: DiagramContents) {
    var taken: Set<String> = []
    for element in contents.boxes.map(\.element) + contents.frames.map(\.element) {
      let word = String(
        element.prefix(80).map { character in
          character.isASCII && (character.isLetter || character.isNumber) ? character : "_"
        })
      var name = word
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(word)_\(number)"
        number += 1
      }
      names[element] = name
    }
  }

  subscript(element: String) -> String { names[element] ?? "unknown" }
}

extension DiagramContents.Box {
  /// What stands in the box, where names take no more than some lines: the name, or the names of a
  /// list with their amounts.
  var labels: [String] {
    guard form == .list else { return [name.shortened(to: Self.longestName)] }
    return bodies.map { body in
      body.name.shortened(to: Self.longestName) + (body.amount.map { " \($0)" } ?? "")
    }
  }

  private static let longestName = 300
}

extension DiagramContents.Line {
  /// What stands at the line where nothing else tells what it is: "is accountable to (statutory)".
  var label: String {
    let parts =
      (basis.isEmpty ? [] : [basis.joined(separator: ", ")]) + amounts + [share].compactMap { $0 }
      + [standing].compactMap { $0 } + (isUnstated ? ["which ones is not recorded"] : [])
    return words + (parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))")
  }
}
