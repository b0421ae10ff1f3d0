/// Mermaid text, for documents that draw it: GitHub, GitLab, wikis, notebooks.
///
/// Mermaid lays it out anew. It knows no legend, so that every line says in words what it is; a group
/// has a double wall, a line of which the pairs are not recorded is dotted, money is thick.
public struct MermaidFormat: DiagramFormat {
  /// The most characters that Mermaid takes, unless a site sets it otherwise.
  static let mostCharacters = 50_000
  /// The most lines that Mermaid draws, unless a site sets it otherwise.
  static let mostLines = 500

  public func bytes<Failure: Error>(
    of diagram: Diagram, drawnBy draw: (Picture) throws(Failure) -> [UInt8]
  ) throws(Failure) -> [UInt8] {
    Array(Self.text(of: diagram.contents).utf8)
  }

  public func remarks(on diagram: Diagram) -> [String] {
    let contents = diagram.contents
    var remarks: [String] = []
    if contents.lines.count > Self.mostLines {
      remarks.append(
        "Mermaid draws \(Self.mostLines) lines unless 'maxEdges' is raised, and these are "
          + "\(contents.lines.count.grouped); draw a part of it")
    }
    let length = Self.text(of: contents).utf16.count
    if length > Self.mostCharacters {
      remarks.append(
        "Mermaid takes \(Self.mostCharacters.grouped) characters unless 'maxTextSize' is raised, "
          + "and these are \(length.grouped); draw a part of it")
    }
    return remarks
  }

  static func text(of contents: DiagramContents) -> String {
    let names = PlainNames(contents)
    let phrases = DiagramPhrases(contents)
    // It places the ends of arrows below their starts, or all the other way round.
    let upward = UpwardLines(contents)
    let direction =
      contents.lines.count(where: upward.contains) * 2 > contents.lines.count ? "BT" : "TB"
    var lines = [
      "---", "title: \"\(yaml("\(contents.title). \(contents.asOf)".shortened(to: 300)))\"", "---",
      "flowchart \(direction)", "  accTitle: \(bare(contents.title.shortened(to: 300)))",
      "  accDescr: \(bare(phrases.description.shortened(to: 2_000)))",
    ]
    func node(_ box: DiagramContents.Box, _ indent: String) {
      let label = (box.tableName + box.labels + box.notes).map(quoted).joined(separator: "<br/>")
      let (open, close) = box.form == .group ? ("[[\"", "\"]]") : ("[\"", "\"]")
      lines.append(indent + names[box.element] + open + label + close)
    }
    var framed: Set<String> = []
    for frame in contents.frames {
      let label = quoted(frame.label.shortened(to: 300))
      lines.append("  subgraph \(names[frame.element])[\"\(label)\"]")
      for box in contents.boxes where frame.boxes.contains(box.element) {
        framed.insert(box.element)
        node(box, "    ")
      }
      lines.append("  end")
    }
    for box in contents.boxes where !framed.contains(box.element) { node(box, "  ") }
    for line in contents.lines {
      let arrow = line.isUnstated ? "-.->" : line.amounts.isEmpty ? "-->" : "==>"
      let label = quoted(line.label.shortened(to: 300))
      lines.append("  \(names[line.from]) \(arrow)|\"\(label)\"| \(names[line.to])")
    }
    let thick = contents.boxes.filter(\.isHighlighted).map { names[$0.element] }
    if !thick.isEmpty {
      lines.append("  classDef highlighted stroke-width:4px")
      lines.append("  class \(thick.joined(separator: ",")) highlighted")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Text between double quotes: whatever is no letter, digit or harmless mark is written by number,
  /// which Mermaid shows as the character and takes for nothing else.
  static func quoted(_ text: String) -> String {
    var result = ""
    for scalar in text.onOneLine.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", ",", "(", ")", "'", "/":
        result.unicodeScalars.append(scalar)
      // At the start of a label they would make a list of it.
      case "-", ".": result += result.count < 4 ? "#\(scalar.value);" : String(scalar)
      case let scalar where scalar.isASCII: result += "#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Text that is taken up to the end of its line and never unescaped: marks that mean something are
  /// left out.
  private static func bare(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.onOneLine.unicodeScalars.map { scalar in
          "#;%{}<>\"`\\".unicodeScalars.contains(scalar) ? " " : scalar
        }))
  }

  /// Text in a double-quoted string of YAML.
  private static func yaml(_ text: String) -> String {
    var result = ""
    for scalar in text.onOneLine.unicodeScalars {
      switch scalar {
      case "\"", "\\", "%", "#", "&", "<", ">", "{", "}":
        let digits = String(scalar.value, radix: 16)
        result += "\\x" + (digits.count < 2 ? "0" : "") + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension DiagramFormat where Self == MermaidFormat {
  /// Mermaid text.
  public static var mermaid: MermaidFormat { MermaidFormat() }
}
