import Diagrams
import GraphFiles
import GraphvizEngine
import Reports

/// A picture on its way into a file.
enum PictureFile {
  /// Draws a diagram into a file.
  static func write(
    _ diagram: Diagram, as format: any DiagramFormat, to path: String, makesFolder: Bool
  ) throws {
    do {
      let bytes = try diagram.written(as: format)
      if makesFolder { try TextFile.makeFolder("Output") }
      try TextFile.write(bytes: bytes, to: path)
    } catch let error as GraphvizError {
      throw Refusal.unreadable("remit: \(TerminalText.escaped(error.description))\n")
    } catch let error as FileError {
      throw Refusal.unreadable(DiagnosticLines.text(of: error.diagnostics))
    }
  }
}
