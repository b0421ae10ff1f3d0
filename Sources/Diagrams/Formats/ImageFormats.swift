/// Pixels, as many as are asked for.
public struct PNGFormat: DiagramFormat {
  public let resolution: Picture.Resolution
  public var pictureUse: PictureUse { .picture }

  public func bytes<Failure: Error>(
    of diagram: Diagram, drawnBy draw: (Picture) throws(Failure) -> [UInt8]
  ) throws(Failure) -> [UInt8] {
    try draw(.png(resolution))
  }
}

/// For print.
public struct PDFFormat: DiagramFormat {
  public var pictureUse: PictureUse { .picture }

  public func bytes<Failure: Error>(
    of diagram: Diagram, drawnBy draw: (Picture) throws(Failure) -> [UInt8]
  ) throws(Failure) -> [UInt8] {
    try draw(.pdf)
  }
}

/// The document before any layout, for Graphviz's own programs.
public struct DotFormat: DiagramFormat {
  public func bytes<Failure: Error>(
    of diagram: Diagram, drawnBy draw: (Picture) throws(Failure) -> [UInt8]
  ) throws(Failure) -> [UInt8] {
    Array(diagram.document.text.utf8)
  }
}

extension DiagramFormat where Self == PNGFormat {
  /// PNG with the pixels of a screen.
  public static var png: PNGFormat { png(.standard) }
  /// PNG with as many pixels as are asked for.
  public static func png(_ resolution: Picture.Resolution) -> PNGFormat {
    PNGFormat(resolution: resolution)
  }
}

extension DiagramFormat where Self == PDFFormat {
  /// PDF.
  public static var pdf: PDFFormat { PDFFormat() }
}

extension DiagramFormat where Self == DotFormat {
  /// DOT.
  public static var dot: DotFormat { DotFormat() }
}
