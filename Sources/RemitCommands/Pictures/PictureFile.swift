import ArgumentParser
import Diagrams
import GraphFiles
import GraphvizEngine
import Reports

/// A picture on its way into a file.
enum PictureFile {
  /// What the ending of a path says.
  static func format(of path: String) throws -> ImageFormat {
    let name = path.split(separator: "/").last ?? ""
    let ending = name.split(separator: ".").dropFirst().last.map { $0.lowercased() } ?? ""
    guard let format = ImageFormat(rawValue: ending) else {
      throw ValidationError(
        "'\(TerminalText.escaped(path))' does not end in .svg, .png, .pdf or .dot")
    }
    return format
  }

  /// Draws a diagram into a file.
  static func write(_ diagram: Diagram, to path: String, makesFolder: Bool) throws {
    do {
      let bytes = try Graphviz.render(
        diagram.document, engine: LayoutEngine(diagram.engine), format: try format(of: path))
      if makesFolder { try TextFile.makeFolder("Output") }
      try TextFile.write(bytes: bytes, to: path)
    } catch let error as GraphvizError {
      throw Refusal.unreadable("remit: \(TerminalText.escaped(error.description))\n")
    } catch let error as FileError {
      throw Refusal.unreadable(DiagnosticLines.text(of: error.diagnostics))
    }
  }
}
