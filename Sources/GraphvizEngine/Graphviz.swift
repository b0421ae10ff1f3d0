import CGraphviz
import Diagrams
import Synchronization

/// Draws documents through Graphviz's libraries.
///
/// The libraries are not thread-safe: there is one context for the application, and one graph is
/// drawn at a time. Nothing is printed and no file is written. They are loaded when the first picture
/// is asked for, so that a program that draws nothing does not wait for them.
public enum Graphviz {
  /// Draws a document.
  ///
  /// ```swift
  /// let svg = try Graphviz.render(document, format: .svg)
  /// ```
  ///
  /// - Parameters:
  ///   - document: What to draw.
  ///   - engine: How to lay it out; of no effect for ``ImageFormat/dot``.
  ///   - format: What to write it as.
  /// - Returns: The bytes of the picture. SVG is the same for the same document and version
  ///   of Graphviz; where words are in other typefaces or scripts than the pictures of this library,
  ///   for the same fonts, too.
  /// - Throws: ``GraphvizError``, with Graphviz's own words.
  public static func render(
    _ document: DotDocument, engine: LayoutEngine = .dot, format: ImageFormat
  ) throws(GraphvizError) -> [UInt8] {
    try draw(document, engine: engine, format: format).bytes
  }

  /// Draws a document and tells what Graphviz remarked on the way.
  ///
  /// - Parameters:
  ///   - document: What to draw.
  ///   - engine: How to lay it out; of no effect for ``ImageFormat/dot``.
  ///   - format: What to write it as.
  ///   - page: The sheet to draw it on; nil for one as large as it comes.
  /// - Returns: The picture and the remarks on it.
  /// - Throws: ``GraphvizError``, with Graphviz's own words.
  public static func draw(
    _ document: DotDocument, engine: LayoutEngine = .dot, format: ImageFormat, page: Page? = nil
  ) throws(GraphvizError) -> Drawing {
    guard format != .dot else { return Drawing(bytes: Array(document.text.utf8), remarks: []) }
    var document = document
    if engine != .dot, document.attributes.contains(.splines(.orthogonal)) {
      // Where nodes overlap, Graphviz 2.42 ends the program when asked for orthogonal edges.
      document.attributes.set(.splines(.polyline))
    }
    return try draw(
      Origin(document), layout: engine.rawValue, format: format.rawValue,
      sheet: page.map(Sheet.init))
  }

  /// The version of the Graphviz libraries in use, such as `2.43.0`.
  public static var version: String {
    get throws(GraphvizError) {
      try context.withLock { (context) throws(GraphvizError) in
        String(cString: cgraphviz_version(try opened(&context)))
      }
    }
  }

  /// A picture, and what Graphviz remarked while making it.
  public struct Drawing: Sendable, Equatable {
    /// The bytes of the picture.
    public let bytes: [UInt8]
    /// Graphviz's warnings, in its own words, such as a label too large for its node.
    public let remarks: [String]
    /// How many times larger than written everything is drawn, to fit its sheet.
    public var scale = 1.0
  }

  /// A sheet of paper, in points.
  package struct Sheet: Sendable, Equatable {
    package var width: Double
    package var height: Double
    package var margin: Double
    /// The space that documents ask for around their drawings.
    package static let pad = 0.3 * 72

    package init(_ page: Page) {
      width = page.width * 72
      height = page.height * 72
      margin = page.margin * 72
    }

    package init(width: Double, height: Double, margin: Double) {
      self.width = width
      self.height = height
      self.margin = margin
    }
  }
}

extension Graphviz {
  /// The one context, made on first use and kept.
  static let context = Mutex<OpaquePointer?>(nil)

  static func opened(
    _ context: inout OpaquePointer?
  ) throws(GraphvizError) -> OpaquePointer {
    if let context { return context }
    try GraphvizLibrary.load()
    Messages.capture()
    Messages.reset(forTextOf: 0)
    guard let made = cgraphviz_open(PictureStyle.font) else { throw .noContext() }
    try GraphvizLibrary.check(version: String(cString: cgraphviz_version(made)))
    context = made
    return made
  }

  /// Draws DOT text, which is trusted: it may name files for Graphviz to read.
  package static func draw(
    dot: String, layout: String, format: String, sheet: Sheet? = nil
  ) throws(GraphvizError) -> Drawing {
    try draw(.text(dot), layout: layout, format: format, sheet: sheet)
  }

  static func draw(
    _ origin: Origin, layout: String, format: String, sheet: Sheet?
  ) throws(GraphvizError) -> Drawing {
    try draw(origin, layout: layout, format: format, others: [], sheet: sheet)[0]
  }

  /// Draws a graph in several formats from one layout, which is made for the first of them.
  static func draw(
    _ origin: Origin, layout: String, format: String, others: [String], sheet: Sheet?
  ) throws(GraphvizError) -> [Drawing] {
    let drawing = "drawing a graph as \(format) with the '\(layout)' layout"
    return try context.withLock { (context) throws(GraphvizError) in
      let context = try opened(&context)
      Messages.reset(forTextOf: origin.longestString)
      guard let graph = origin.graph() else { throw .unreadable(drawing) }
      defer { cgraphviz_discard(context, graph) }
      let isForCairo = format == ImageFormat.png.rawValue || format == ImageFormat.pdf.rawValue
      cgraphviz_measure_for_cairo(isForCairo ? 1 : 0)
      let status = cgraphviz_layout(context, graph, layout)
      guard status == 0 else { throw .noLayout(drawing, layout: layout) }
      let isFinished = finish(graph, layout: layout, sheet: sheet) {
        cgraphviz_free_layout(context, graph)
        return cgraphviz_layout(context, graph, layout) == 0
      }
      guard isFinished else { throw .noLayout(drawing, layout: layout) }
      var scale = 1.0
      if let sheet {
        scale = cgraphviz_fit(graph, sheet.width, sheet.height, sheet.margin, Sheet.pad)
      } else if format == ImageFormat.png.rawValue {
        try checkPixels(of: graph, drawing)
      }

      let said = Messages.count
      var drawings: [Drawing] = []
      for format in [format] + others {
        Messages.forget(after: said)
        guard let bytes = rendered(graph, as: format, by: context) else {
          throw .noRendering(drawing, format: format)
        }
        guard !bytes.isEmpty else { throw .nothingDrawn(drawing) }
        drawings.append(
          Drawing(
            bytes: format == ImageFormat.pdf.rawValue ? UndatedPDF.bytes(bytes) : bytes,
            remarks: Messages.lines(), scale: scale))
      }
      return drawings
    }
  }

  /// Where a layout puts the nodes of a document, by their names in Graphviz.
  public static func places(
    of document: DotDocument, engine: LayoutEngine = .dot
  ) throws(GraphvizError) -> [String: Place] {
    try places(in: Origin(document), engine: engine)
  }

  /// Where a layout puts the nodes of a DOT text, which is trusted: it may name files to read.
  package static func places(
    ofDOT dot: String, engine: LayoutEngine = .dot
  ) throws(GraphvizError) -> [String: Place] {
    try places(in: .text(dot), engine: engine)
  }

  private static func places(
    in origin: Origin, engine: LayoutEngine
  ) throws(GraphvizError) -> [String: Place] {
    try context.withLock { (context) throws(GraphvizError) in
      let context = try opened(&context)
      Messages.reset(forTextOf: origin.longestString)
      let drawing = "laying a graph out with '\(engine.rawValue)'"
      guard let graph = origin.graph() else { throw .unreadable(drawing) }
      defer { cgraphviz_discard(context, graph) }
      cgraphviz_measure_for_cairo(0)
      let status = cgraphviz_layout(context, graph, engine.rawValue)
      guard status == 0 else { throw .noLayout(drawing, layout: engine.rawValue) }
      var places: [String: Place] = [:]
      var node = cgraphviz_first_node(graph)
      while let current = node {
        let place = cgraphviz_place_of(current)
        places[String(cString: place.name)] = Place(
          x: place.x, y: place.y, width: place.width, height: place.height)
        node = cgraphviz_node_after(graph, current)
      }
      return places
    }
  }

  /// Cairo holds at most 32,767 pixels a side; Graphviz would shrink a larger picture until nothing
  /// can be read, and fill gigabytes on the way.
  private static func checkPixels(
    of graph: OpaquePointer, _ drawing: String
  ) throws(GraphvizError) {
    var width = 0.0
    var height = 0.0
    cgraphviz_size(graph, &width, &height)
    let asked = cgraphviz_dpi(graph)
    let dpi = asked > 0 ? asked : 96
    width *= dpi
    height *= dpi
    guard max(width, height) < 32_000, width * height < 250_000_000 else {
      throw .tooLarge(drawing, width: width, height: height)
    }
  }
}
