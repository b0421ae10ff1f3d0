import ArgumentParser
import Diagrams
import Reports

/// How a diagram is written, beyond what the ending of its file says.
struct DiagramFormatOptions: ParsableArguments {
  @Option(help: "Pixels per inch of a PNG (else 96).")
  var dpi: Double?

  @Option(help: "Pixels of a PNG from left to right.")
  var width: Int?

  @Option(
    help: """
      Where a click on a body in SVG leads: an address of the web with {id} for the body's id, such as \
      https://example.org/bodies/{id}.
      """)
  var links: String?

  @Flag(
    help:
      "The same in words, for who cannot see a picture; on standard output, or with -o FILE.txt.")
  var text = false

  /// Refuses options that do not go together.
  ///
  /// - Parameter path: the file, where one is named.
  func check(_ path: String?) throws {
    if let dpi, !(1...10_000).contains(dpi) {
      throw ValidationError("--dpi is a number from 1 to 10000")
    }
    if let width, !(1...32_000).contains(width) {
      throw ValidationError("--width is a number from 1 to 32000")
    }
    if dpi != nil, width != nil { throw ValidationError("give --dpi or --width, not both") }
    if let links, LinkPattern(links) == nil {
      throw ValidationError(
        "'\(TerminalText.escaped(links))' is not an address of the web with {id} in it, such as "
          + "https://example.org/bodies/{id}")
    }
    let ending = path.map { FileEnding(of: $0).text }
    if dpi != nil || width != nil, ending != "png" {
      throw ValidationError("--dpi and --width are for a PNG: -o FILE.png")
    }
    if links != nil, ending ?? "svg" != "svg" || text {
      throw ValidationError("--links is for SVG: -o FILE.svg")
    }
    if text, let ending, ending != "txt" {
      throw ValidationError("--text goes to standard output, or with -o FILE.txt into a file")
    }
    if let path { _ = try format(of: path) }
  }

  /// Whether Graphviz draws a part of what goes into a file; an SVG where none is named.
  func needsPicture(_ path: String?) throws -> Bool {
    try path.map { try format(of: $0).pictureUse != .none } ?? true
  }

  /// The format of a file, by its ending.
  func format(of path: String) throws -> any DiagramFormat {
    switch FileEnding(of: path).text {
    case "svg": return .svg(links: links.flatMap { LinkPattern($0) })
    case "png":
      return .png(width.map { .across($0) } ?? dpi.map { .perInch($0) } ?? .standard)
    case "pdf": return .pdf
    case "html": return .html
    case "json": return .layout
    case "dot": return .dot
    case "mmd": return .mermaid
    case "d2": return .d2
    case "txt": return .outline
    default:
      throw FileEnding.unknown(
        path, known: ["svg", "png", "pdf", "html", "json", "dot", "mmd", "d2", "txt"])
    }
  }
}
