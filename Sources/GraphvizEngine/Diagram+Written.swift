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
    try drawing(as: format, by: DrawingMeans(engine: engine)).bytes
  }

  /// The same, drawn by other means, with the scale at which it fits its sheet.
  package func drawing(
    as format: some DiagramFormat, by means: DrawingMeans
  ) throws(GraphvizError) -> Graphviz.Drawing {
    let document = means.document ?? document
    let engine = means.engine ?? LayoutEngine(engine)
    let page = format.pictureUse == .picture ? page : nil
    var scale = 1.0
    let bytes = try format.bytes(of: self) { (picture) throws(GraphvizError) -> [UInt8] in
      let drawing = try means.draw(document, engine: engine, as: picture, page: page)
      scale = drawing.scale
      return drawing.bytes
    }
    return Graphviz.Drawing(bytes: bytes, remarks: [], scale: scale)
  }
}

/// How a diagram's document becomes a picture.
package struct DrawingMeans {
  /// Nil for the diagram's own.
  package var engine: LayoutEngine?
  /// In place of the diagram's own, such as one with places to keep.
  package var document: DotDocument?
  /// The process that draws; nil to draw within this one.
  package var worker: Worker?
  /// Told about once a second for how long a worker has been drawing.
  package var progress: (Double) -> Void

  package init(
    engine: LayoutEngine? = nil, document: DotDocument? = nil, worker: Worker? = nil,
    progress: @escaping (Double) -> Void = { _ in }
  ) {
    self.engine = engine
    self.document = document
    self.worker = worker
    self.progress = progress
  }

  /// Draws a document as a picture, with as many pixels as are asked for.
  package func draw(
    _ document: DotDocument, engine: LayoutEngine, as picture: Picture, page: Page? = nil
  ) throws(GraphvizError) -> Graphviz.Drawing {
    func drawn(_ document: DotDocument, _ format: ImageFormat) throws(GraphvizError)
      -> Graphviz.Drawing
    {
      if let worker {
        return try worker.draw(
          document, engine: engine, format: format, page: page, progress: progress)
      }
      return try Graphviz.draw(document, engine: engine, format: format, page: page)
    }
    switch picture {
    case .svg: return try drawn(document, .svg)
    case .pdf: return try drawn(document, .pdf)
    case .png(.perInch(let dots)):
      var document = document
      document.attributes.set(.dpi(dots))
      return try drawn(document, .png)
    case .png(.across(let pixels)):
      // How wide a drawing is is known only once it is laid out: its SVG tells, but for a pixel
      // that may be lost in rounding.
      var document = document
      let points = PictureSize(ofSVG: try drawn(document, .svg).bytes).width
      var dots = points > 0 ? Double(pixels) * 72 / points : 96
      for _ in 0..<3 {
        document.attributes.set(.dpi(dots))
        let png = try drawn(document, .png)
        // The width is the first number of the first part of the file, behind 16 bytes.
        guard png.bytes.count > 20 else { return png }
        let width = png.bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
        if width == pixels || width == 0 { return png }
        dots *= Double(pixels) / Double(width)
      }
      return try drawn(document, .png)
    }
  }
}
