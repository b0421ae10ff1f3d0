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

  /// What a line says, of one body or of several: "is accountable to", "are accountable to".
  func verb(_ line: DiagramContents.Line) -> String {
    guard let box = box[line.from], box.form != .body,
      RelationshipKind.standard.contains(RelationshipKind(rawValue: line.kind))
    else { return line.words }
    switch line.words {
    case "is a member of": return "are members of"
    case let words where words.hasPrefix("is "): return "are " + words.dropFirst(3)
    default:
      // "oversees", "delegates to"
      var words = line.words.split(separator: " ").map(String.init)
      if words[0].hasSuffix("s") { words[0].removeLast() }
      return words.joined(separator: " ")
    }
  }

  /// What stands behind a line: " (statutory; £5m 2016/17; 4 of 14; inferred)".
  func particulars(_ line: DiagramContents.Line) -> String {
    var parts: [String] = []
    if line.holds, let standing = line.standing { parts.append(standing) }
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
