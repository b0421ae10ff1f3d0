import GovernanceModel

/// The sentences in which the contents of a diagram are told: to screen readers, in the text
/// equivalent and in the page.
struct DiagramPhrases {
  private let contents: DiagramContents
  private let box: [String: DiagramContents.Box]
  private let frame: [String: DiagramContents.Frame]

  init(_ contents: DiagramContents) {
    self.contents = contents
    box = Dictionary(contents.boxes.map { ($0.element, $0) }) { first, _ in first }
    frame = Dictionary(contents.frames.map { ($0.element, $0) }) { first, _ in first }
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
  func name(_ element: String) -> String {
    if let frame = frame[element] { return "every body in “\(frame.label)”" }
    guard let box = box[element] else { return element }
    return box.form == .list ? box.bodies.map(\.name).joined(separator: ", ") : box.name
  }

  /// "NHS England is accountable to Parliament (statutory; verified)".
  func sentence(_ line: DiagramContents.Line) -> String {
    "\(standing(line))\(name(line.from)) \(verb(line)) \(name(line.to))\(particulars(line))"
  }

  /// What must be heard before the rest of a line that does not hold: "gone: ".
  func standing(_ line: DiagramContents.Line) -> String {
    line.holds ? "" : line.standing.map { $0 + ": " } ?? ""
  }

  /// What a line says, as it agrees with the name at its start: "are accountable to" of 156
  /// foundation trusts.
  func verb(_ line: DiagramContents.Line) -> String {
    guard isPlural(line.from),
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

  private func isPlural(_ element: String) -> Bool {
    guard let box = box[element] else { return false }
    switch box.form {
    case .body: return false
    case .group: return box.count != 1
    case .list: return box.bodies.count != 1
    }
  }

  /// What stands behind a line: " (statutory; £5m 2016/17; 4 of 14; inferred)".
  func particulars(_ line: DiagramContents.Line) -> String {
    var parts: [String] = []
    if line.holds, let standing = line.standing { parts.append(standing) }
    if !line.alsoKinds.isEmpty {
      let names = line.alsoKinds.map { $0.replacing("-", with: " ") }
      parts.append("also " + names.joined(separator: ", "))
    }
    if line.isUnstated { parts.append("which ones is not recorded") }
    if !line.basis.isEmpty {
      parts.append(line.basis.joined(separator: ", "))
    } else if line.isRoute {
      parts.append("basis not recorded")
    }
    parts += line.amounts
    if let share = line.share { parts.append(share) }
    if line.relationships > 1 { parts.append("\(line.relationships.grouped) relationships") }
    parts.append(
      line.grades.count == 1
        ? line.grades[0].word
        : line.grades.map { "\($0.count.grouped) \($0.word)" }.joined(separator: ", "))
    return " (\(parts.filter { !$0.isEmpty }.joined(separator: "; ")))"
  }
}
