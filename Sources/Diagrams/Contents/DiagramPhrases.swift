import GovernanceModel

/// The sentences in which the contents of a diagram are told: to screen readers, in the text
/// equivalent and in the page.
struct DiagramPhrases {
  /// What stands at an end of a line.
  private struct End {
    let name: String
    let isPlural: Bool
  }

  private let contents: DiagramContents
  private let ends: [End]
  /// By element, the place among the ends.
  private let place: [String: Int]

  init(_ contents: DiagramContents) {
    self.contents = contents
    ends =
      contents.boxes.map { End(name: $0.spokenName, isPlural: $0.isPlural) }
      + contents.frames.map { End(name: "every body in “\($0.label)”", isPlural: false) }
    let elements = contents.boxes.map(\.element) + contents.frames.map(\.element)
    place = Dictionary(zip(elements, elements.indices)) { first, _ in first }
  }

  /// The whole in a paragraph.
  var description: String {
    ([
      "A diagram of \(contents.boxes.count.grouped) boxes and \(contents.lines.count.grouped) lines."
    ]
      + contents.caption).joined(separator: " ")
  }

  /// "NHS England, non-departmental public body"; the names of a list.
  func title(of box: DiagramContents.Box) -> String {
    switch box.form {
    case .body: ([box.name] + box.kinds.map(\.name) + box.notes).joined(separator: ", ")
    case .group: ([box.name] + box.notes).joined(separator: ", ")
    case .list where box.owner != nil:
      "\(box.name), \(box.owner?.kind.name ?? ""): \(box.bodies.count.grouped) bodies"
    case .list: "\(box.name): " + box.bodies.map(\.name).joined(separator: ", ")
    }
  }

  /// The name at an end of a line: of a box, of what a list holds, or of a frame.
  func name(_ element: String) -> String { place[element].map { ends[$0].name } ?? element }

  /// "NHS England is accountable to Parliament (statutory; verified)".
  func sentence(_ line: DiagramContents.Line) -> String {
    var words = standing(line)
    words += name(line.from)
    words += " "
    words += verb(line)
    words += " "
    words += name(line.to)
    words += particulars(line)
    return words
  }

  /// What must be heard before the rest of a line that does not hold: "gone: ".
  func standing(_ line: DiagramContents.Line) -> String {
    line.holds ? "" : line.standing.map { $0 + ": " } ?? ""
  }

  /// What a line says, as it agrees with the name at its start: "are accountable to" of 156
  /// foundation trusts.
  func verb(_ line: DiagramContents.Line) -> String {
    guard place[line.from].map({ ends[$0].isPlural }) ?? false,
      RelationshipKind.standard.contains(RelationshipKind(rawValue: line.kind))
    else { return line.words }
    if line.words == "is a member of" { return "are members of" }
    let words = line.words.split(separator: " ")
    guard let first = words.first, first.hasSuffix("s"), !first.hasSuffix("ss") else {
      return line.words
    }
    return ([first == "is" ? "are" : String(first.dropLast())] + words.dropFirst().map(String.init))
      .joined(separator: " ")
  }

  /// What stands behind a line: " (statutory; £5m 2016/17; 4 of 14; inferred)".
  func particulars(_ line: DiagramContents.Line) -> String {
    var words = ""
    func add(_ part: String) {
      if part.isEmpty { return }
      words += words.isEmpty ? " (" : "; "
      words += part
    }
    if line.holds, let standing = line.standing { add(standing) }
    if !line.alsoKinds.isEmpty {
      add("also " + line.alsoKinds.map(\.unhyphenated).joined(separator: ", "))
    }
    if line.isUnstated { add("which ones is not recorded") }
    let basis = line.basis
    if !basis.isEmpty {
      add(basis.joined(separator: ", "))
    } else if line.isRoute {
      add("basis not recorded")
    }
    line.amounts.forEach(add)
    if let share = line.share { add(share) }
    if line.relationships > 1 { add("\(line.relationships.grouped) relationships") }
    let grades = line.grades
    add(
      grades.count == 1
        ? grades[0].word
        : grades.map { "\($0.count.grouped) \($0.word)" }.joined(separator: ", "))
    return words.isEmpty ? " ()" : words + ")"
  }
}

extension DiagramContents.Box {
  /// What a sentence calls it: of a list, the names in it.
  var spokenName: String {
    form == .list ? bodies.map(\.name).joined(separator: ", ") : name
  }

  /// Whether a sentence speaks of it in the plural.
  fileprivate var isPlural: Bool {
    switch form {
    case .body: false
    case .group: count != 1
    case .list: bodies.count != 1
    }
  }
}
