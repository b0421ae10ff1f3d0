/// Something that can compare two geographies: a table of small areas, or layers of polygons.
///
/// Every implementer passes the same suite of checks, `OverlapConformance` among the tests.
public protocol OverlapSource {
  associatedtype Failure: Error

  /// The names of the geographies that can be compared, in order.
  var geographies: [String] { get }

  /// How the units of two geographies lie on each other.
  ///
  /// - Parameters: names from ``geographies``; both may be the same.
  func overlap(from: String, to: String) throws(Failure) -> OverlapTable
}
