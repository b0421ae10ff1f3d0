import Diagrams

extension Diagram {
  /// The diagram in a format, drawn by Graphviz where the format needs a picture.
  ///
  /// ```swift
  /// let page = try Diagram(.national, of: graph, at: graph.defaultMoment).written(as: .html)
  /// ```
  ///
  /// - Parameters:
  ///   - format: how to write it.
  ///   - engine: how to lay it out; its own where none is named.
  /// - Returns: the bytes of the file.
  /// - Throws: ``GraphvizError``, with Graphviz's own words; never for a format without a picture.
  public func written(
    as format: some DiagramFormat, engine: LayoutEngine? = nil
  ) throws(GraphvizError) -> [UInt8] {
    let document = document
    let engine = engine ?? LayoutEngine(self.engine)
    return try format.bytes(of: self) { (picture) throws(GraphvizError) -> [UInt8] in
      try Graphviz.draw(document, engine: engine, as: picture)
    }
  }
}

extension Graphviz {
  /// Draws a document as a picture, with as many pixels as are asked for.
  package static func draw(
    _ document: DotDocument, engine: LayoutEngine, as picture: Picture
  ) throws(GraphvizError) -> [UInt8] {
    switch picture {
    case .svg: return try render(document, engine: engine, format: .svg)
    case .pdf: return try render(document, engine: engine, format: .pdf)
    case .png(.perInch(let dots)):
      var document = document
      document.attributes.set(.dpi(dots))
      return try render(document, engine: engine, format: .png)
    case .png(.across(let pixels)):
      return try render(document, engine: engine, across: pixels)
    }
  }

  /// Draws a PNG of a width. How wide a drawing is is known only once it is laid out: its SVG tells,
  /// but for a pixel that may be lost in rounding.
  private static func render(
    _ document: DotDocument, engine: LayoutEngine, across pixels: Int
  ) throws(GraphvizError) -> [UInt8] {
    var document = document
    let points = PictureSize(ofSVG: try render(document, engine: engine, format: .svg)).width
    var dots = points > 0 ? Double(pixels) * 72 / points : 96
    for _ in 0..<3 {
      document.attributes.set(.dpi(dots))
      let png = try render(document, engine: engine, format: .png)
      // The width is the first number of the first part of the file, behind 16 bytes.
      guard png.count > 20 else { return png }
      let width = png[16..<20].reduce(0) { $0 << 8 | Int($1) }
      if width == pixels || width == 0 { return png }
      dots *= Double(pixels) / Double(width)
    }
    return try render(document, engine: engine, format: .png)
  }
}
