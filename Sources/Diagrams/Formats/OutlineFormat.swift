/// A diagram in words, for who cannot see it: everything that it shows, who is in its groups, and what
/// each body and line rests on, as plain text.
public struct OutlineFormat: DiagramFormat {
  public func bytes<Failure: Error>(
    of diagram: Diagram, drawnBy draw: (Picture) throws(Failure) -> [UInt8]
  ) throws(Failure) -> [UInt8] {
    Array(text(of: diagram).utf8)
  }

  /// The text, a statement a line, ending in a line feed; it moves no cursor and turns no writing.
  public func text(of diagram: Diagram) -> String {
    let contents = diagram.contents
    let outline = DiagramOutline(
      contents, DiagramPhrases(contents), DiagramDetails(diagram, contents))
    var lines = [outline.title.onOneLine, outline.asOf.onOneLine]
    for section in outline.sections {
      lines += ["", section.heading]
      lines += section.paragraphs.map { "  " + $0.onOneLine }
      for item in section.items {
        lines.append("  - " + item.words.onOneLine + (item.url.map { " " + $0.onOneLine } ?? ""))
        for part in item.parts {
          lines.append("      - " + part.words.onOneLine)
          lines += part.names.map { "          - " + $0.onOneLine }
        }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension DiagramFormat where Self == OutlineFormat {
  /// The text equivalent.
  public static var outline: OutlineFormat { OutlineFormat() }
}
