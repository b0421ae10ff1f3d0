/// D2 text, for those who keep diagrams as code and lay them out with D2.
///
/// It knows no legend, so that every line says in words what it is; a group has a double border, a
/// line of which the pairs are not recorded is dotted, and a line with money is thick.
public struct D2Format: DiagramFormat {
  public func bytes<Failure: Error>(
    of diagram: Diagram, drawnBy draw: (Picture) throws(Failure) -> [UInt8]
  ) throws(Failure) -> [UInt8] {
    Array(Self.text(of: diagram.contents).utf8)
  }

  static func text(of contents: DiagramContents) -> String {
    let names = PlainNames(contents)
    var path: [String: String] = [:]
    for frame in contents.frames {
      path[frame.element] = names[frame.element]
      for box in frame.boxes { path[box] = names[frame.element] + "." + names[box] }
    }
    let upward = UpwardLines(contents)
    func place(_ element: String) -> String { path[element] ?? names[element] }
    let heading = "\(contents.title). \(contents.asOf)"
    var lines = [
      "diagram_title: \(quoted(heading.shortened(to: 300))) {shape: text; near: top-center; style.font-size: 28}"
    ]
    // Boxes without lines would all stand in one row.
    if contents.lines.isEmpty, contents.frames.isEmpty, contents.boxes.count > 3 {
      lines.append("grid-columns: \(Int(Double(contents.boxes.count).squareRoot()) + 1)")
    }
    func box(_ box: DiagramContents.Box, _ indent: String) {
      var settings: [String] = []
      if box.form == .group { settings.append("style.double-border: true") }
      if box.isHighlighted { settings.append("style.stroke-width: 4") }
      let words = (box.kinds.map(\.name) + box.notes).joined(separator: "; ")
      if !words.isEmpty { settings.append("tooltip: \(quoted(words.shortened(to: 1_000)))") }
      let ending = settings.isEmpty ? "" : " {\(settings.joined(separator: "; "))}"
      let label = Self.lines(box.tableName + box.labels)
      lines.append("\(indent)\(names[box.element]): \(label)\(ending)")
    }
    var framed: Set<String> = []
    for frame in contents.frames {
      lines.append("\(names[frame.element]): \(quoted(frame.label.shortened(to: 300))) {")
      for member in contents.boxes where frame.boxes.contains(member.element) {
        framed.insert(member.element)
        box(member, "  ")
      }
      lines.append("}")
    }
    for other in contents.boxes where !framed.contains(other.element) { box(other, "") }
    for line in contents.lines {
      var settings: [String] = []
      if line.isUnstated { settings.append("style.stroke-dash: 4") }
      if !line.amounts.isEmpty { settings.append("style.stroke-width: 4") }
      let ending = settings.isEmpty ? "" : " {\(settings.joined(separator: "; "))}"
      let label = quoted(line.label.shortened(to: 300))
      // It places what is named first above.
      let ends =
        upward.contains(line)
        ? "\(place(line.to)) <- \(place(line.from))" : "\(place(line.from)) -> \(place(line.to))"
      lines.append("\(ends): \(label)\(ending)")
    }
    let caption = contents.caption.joined(separator: " ")
    lines.append("diagram_caption: \(quoted(caption)) {shape: text; near: bottom-center}")
    return lines.map { $0 + "\n" }.joined()
  }

  /// Texts below one another, between double quotes, where backslashes and `$` have a meaning too.
  static func lines(_ texts: [String]) -> String {
    guard texts.count > 1 else { return quoted(texts.first ?? "") }
    let escaped = texts.map { text in
      text.onOneLine.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        .replacing("$", with: "\\$")
    }
    return "\"" + escaped.joined(separator: "\\n") + "\""
  }

  /// Text between single quotes, where only the quote itself has a meaning, and a backslash at the end
  /// of a line, of which there is none.
  static func quoted(_ text: String) -> String {
    "'" + text.onOneLine.replacing("'", with: "''") + "'"
  }
}

extension DiagramFormat where Self == D2Format {
  /// D2 text.
  public static var d2: D2Format { D2Format() }
}
