/// What Graphviz draws.
public enum Picture: Sendable, Equatable {
  case svg
  case pdf
  /// Pixels, as many as a resolution or a width asks for.
  case png(Resolution)

  /// How many pixels a picture has.
  public enum Resolution: Sendable, Equatable {
    /// So many to the inch, of which the picture has the more the larger it is.
    case perInch(Double)
    /// So many from left to right.
    case across(Int)

    /// As many as screens had when Graphviz chose.
    public static let standard = Resolution.perInch(96)
  }
}

/// A way to write a diagram to a file: `try diagram.written(as: .html)`.
///
/// Formats are values of small types, a file each; those that need a picture are handed the means to
/// draw one, so that this module knows nothing of libraries that draw.
public protocol DiagramFormat: Sendable {
  /// The diagram's bytes in this format. The same diagram and drawing give the same bytes.
  ///
  /// - Parameter draw: draws the diagram's document.
  func bytes<Failure: Error>(
    of diagram: Diagram, drawnBy draw: (Picture) throws(Failure) -> [UInt8]
  ) throws(Failure) -> [UInt8]

  /// What it needs a picture for.
  var pictureUse: PictureUse { get }

  /// What the reader of the file must know beside it, such as that another program's limits are
  /// exceeded; a sentence each.
  func remarks(on diagram: Diagram) -> [String]
}

/// What a format needs a picture for.
public enum PictureUse: Sendable {
  /// For nothing.
  case none
  /// To know where everything is; a sheet of paper does not matter.
  case places
  /// It is the picture, on the sheet that the diagram asks for.
  case picture
}

extension DiagramFormat {
  public var pictureUse: PictureUse { .none }
  public func remarks(on diagram: Diagram) -> [String] { [] }
}
