import Diagrams
import GraphFiles
import GraphvizEngine
import Reports

/// A picture on its way into a file.
struct PictureFile {
  let path: String
  /// How it is written, beyond what the ending of the path says.
  let options: DiagramFormatOptions
  /// Whether the folder of pictures is made where it is missing.
  let makesFolder: Bool
  /// The process that draws; nil to draw within this one.
  let worker: Worker?
  /// The file of places to keep; nil to lay out afresh.
  let pin: String?
  let surroundings: Surroundings

  /// Draws a diagram into the file.
  ///
  /// - Returns: what is to be said about it.
  func draw(_ diagram: Diagram) throws -> [String] {
    let format = try options.format(of: path)
    let isLong = format.pictureUse != .none && seconds(of: diagram) >= Self.longSeconds
    if isLong { warn(about: diagram) }
    defer { if worker != nil || isLong { tellNoMore() } }
    do {
      let patient = isLong && surroundings.isWatched ? LimitOptions.unlimited : nil
      var means = DrawingMeans(worker: worker ?? patient, progress: tell)
      var remarks: [String] = []
      if let pin {
        let pinned = try PinnedDiagram(diagram, keeping: pin)
        means.document = pinned.document
        means.engine = .pinned
        remarks.append(pinned.drift)
        if makesFolder { try TextFile.makeFolder("Output") }
        try TextFile.write(pinned.places, to: pin)
      }
      let drawing = try diagram.drawing(as: format, by: means)
      if makesFolder { try TextFile.makeFolder("Output") }
      try TextFile.write(bytes: drawing.bytes, to: path)
      return remarks + Self.readability(drawing.scale, diagram.page)
    } catch let error as GraphvizError {
      throw Refusal.unreadable("remit: \(TerminalText.escaped(error.description))\n")
    } catch let error as FileError {
      throw Refusal.unreadable(DiagnosticLines.text(of: error.diagnostics))
    }
  }

  /// From so many seconds on a layout is worth a warning and a word while it goes on.
  private static let longSeconds = 20.0

  /// How long the layout is expected to take.
  private func seconds(of diagram: Diagram) -> Double {
    EngineChoice.seconds(
      diagram.engine, nodes: diagram.size.nodes, lines: diagram.size.lines)
  }

  /// Says beforehand that a layout will take long, and what would take less.
  private func warn(about diagram: Diagram) {
    let size = diagram.size
    let seconds = seconds(of: diagram)
    let quicker = EngineChoice.seconds(.sfdp, nodes: size.nodes, lines: size.lines)
    let cure =
      quicker < seconds / 2
      ? "; --engine sfdp would take about \(Self.words(quicker))" : "; draw a part of it for less"
    surroundings.say(
      "remit: laying out \(size.nodes) nodes and \(size.lines) lines with \(diagram.engine.rawValue) "
        + "takes about \(Self.words(seconds))\(cure)\n")
  }

  private static func words(_ seconds: Double) -> String {
    seconds < 90
      ? "\(Int(seconds.rounded(.up))) seconds" : "\(Int((seconds / 60).rounded(.up))) minutes"
  }

  @Sendable private func tell(_ seconds: Double) {
    guard surroundings.isWatched, seconds >= 2 else { return }
    surroundings.say("drawing for \(Int(seconds)) seconds\r")
  }

  /// Leaves the line of progress empty.
  private func tellNoMore() {
    guard surroundings.isWatched else { return }
    surroundings.say(String(repeating: " ", count: 40) + "\r")
  }

  /// Names are written at 12 points; below 6 on paper few can read them.
  private static func readability(_ scale: Double, _ page: Page?) -> [String] {
    guard let page, scale < 0.5 else { return [] }
    let tenths = (12 * scale * 10).rounded() / 10
    return [
      "Names are \(tenths) points high on \(page.size.rawValue): too small to read in print; take a "
        + "larger sheet, or draw less"
    ]
  }
}
