/// A library for geometry could not do its part.
public struct GeometryError: Error, Sendable, Equatable {
  /// What was tried: `overlaying 'E38000001' and 'E54000005'`.
  public let attempted: String
  /// What the library said about it, in its own words; empty if it said nothing.
  public let words: String
  /// What to do about it.
  public let cure: String
}

extension GeometryError: CustomStringConvertible {
  public var description: String {
    "\(attempted) failed: \(words.isEmpty ? "the library gave no reason" : words); \(cure)"
  }
}

extension GeometryError {
  /// - Parameter reason: The loader's words about the library.
  static func noLibrary(_ library: String, package: String, _ reason: String) -> Self {
    Self(
      attempted: "loading \(library)", words: reason,
      cure: "install it ('apt install \(package)'); everything but polygons works without it")
  }

  static func noContext(_ library: String, package: String) -> Self {
    Self(attempted: "starting \(library)", words: "", cure: "reinstall '\(package)'")
  }

  static func failed(_ attempted: String, _ words: String) -> Self {
    Self(
      attempted: attempted, words: words,
      cure: "check the polygons of both, or mend them with --mend")
  }

  static func noProjection(_ name: String, _ words: String) -> Self {
    Self(
      attempted: "projecting to \(name)", words: words,
      cure: "check that the coordinates are degrees of longitude and latitude")
  }
}
