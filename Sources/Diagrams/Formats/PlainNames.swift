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

/// Which lines lead from lower in the picture to higher, as accountability does.
struct UpwardLines {
  private var level: [String: Int] = [:]

  init(_ contents: DiagramContents) {
    for box in contents.boxes { level[box.element] = box.level }
    for frame in contents.frames {
      level[frame.element] = frame.boxes.compactMap { level[$0] }.min() ?? 0
    }
  }

  func contains(_ line: DiagramContents.Line) -> Bool {
    level[line.to] ?? 0 < level[line.from] ?? 0
  }
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

  /// The name of the body that a table is of, with a colon; none for any other box.
  var tableName: [String] {
    owner.map { ["\($0.name.shortened(to: Self.longestName)):"] } ?? []
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
