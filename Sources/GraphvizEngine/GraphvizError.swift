/// Graphviz could not make the drawing.
public struct GraphvizError: Error, Sendable, Equatable {
  /// What was tried: `drawing a graph as png with the 'dot' layout`.
  public let attempted: String
  /// What Graphviz said about it, in its own words; empty if it said nothing.
  public let words: String
  /// What to do about it.
  public let cure: String
  /// The limit that the drawing reached; nil when it failed for another reason.
  public var limit: Limit?

  /// What a drawing in a process of its own may have too little of.
  public enum Limit: Sendable, Equatable { case time, memory }
}

extension GraphvizError: CustomStringConvertible {
  public var description: String {
    let reason = words.isEmpty ? "Graphviz gave no reason" : words
    return "\(attempted) failed: \(reason); \(cure)"
  }
}

extension GraphvizError {
  /// - Parameter reason: The loader's words about the library.
  static func noLibrary(_ reason: String) -> Self {
    Self(
      attempted: "loading Graphviz", words: reason,
      cure: "install it ('apt install libgraphviz-dev'); everything but pictures works without it")
  }

  static func otherVersion(installed: String, builtFor: String) -> Self {
    Self(
      attempted: "loading Graphviz",
      words: "this program was built for Graphviz \(builtFor), and \(installed) is installed",
      cure: "build the program again ('make build')")
  }

  static func noContext() -> Self {
    Self(
      attempted: "starting Graphviz", words: Messages.collected(),
      cure: "reinstall the Graphviz libraries")
  }

  static func unreadable(_ drawing: String) -> Self {
    Self(
      attempted: drawing, words: Messages.collected(),
      cure: "mend the DOT text at the line named")
  }

  static func noLayout(_ drawing: String, layout: String) -> Self {
    Self(
      attempted: drawing, words: Messages.collected(),
      cure: "choose a layout this Graphviz has, or install its plugin for '\(layout)'")
  }

  static func noRendering(_ drawing: String, format: String) -> Self {
    Self(
      attempted: drawing, words: Messages.collected(),
      cure: "choose a format this Graphviz has, or install its plugin for '\(format)'")
  }

  /// Cairo gives up without a word when a picture is too large or small for it.
  static func nothingDrawn(_ drawing: String) -> Self {
    Self(
      attempted: drawing, words: Messages.collected(),
      cure: "draw it as svg, or shorten the longest label")
  }

  static func tooLarge(_ drawing: String, width: Double, height: Double) -> Self {
    let size = "\(Int(width.rounded(.up))) by \(Int(height.rounded(.up))) pixels"
    return Self(
      attempted: drawing, words: "the picture would be \(size)",
      cure: "draw it as svg or pdf, draw a part of it, or lower 'dpi'")
  }
}
