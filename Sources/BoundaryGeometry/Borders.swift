import CGEOS
import GovernanceModel

/// Two units of a layer that lie next to each other.
public struct SharedBorder: Hashable, Sendable {
  /// The positions among the units, the lower first.
  public let one: Int
  public let other: Int
  /// In metres, more than 0: units that touch in points only do not share a border.
  public let length: Double
}

extension BoundaryLayer {
  /// The borders that units of the layer share, by both units.
  ///
  /// Only what is drawn alike on both sides is shared: neighbours whose borders were simplified each
  /// for itself share little.
  ///
  /// - Throws: ``GeometryError`` with the units whose borders could not be compared.
  /// - Complexity: O(n log n) for each pair of units whose boxes meet, with n points between them.
  public func sharedBorders(workers: Int? = nil) throws(GeometryError) -> [SharedBorder] {
    precondition(coordinates == .metres, "Lengths in degrees are no lengths.")
    let pool = LayerPairPool(self, self)
    let candidates = try Overlay.candidates(self, self, pool)
    let failure = FirstFailure()
    var borders: [SharedBorder] = []
    Parallel.inOrder(units.count, workers: workers ?? Parallel.workers) { one -> [SharedBorder] in
      guard !failure.isRecorded else { return [] }
      do throws(GeometryError) {
        return try pool.use { (pair) throws(GeometryError) in
          var found: [SharedBorder] = []
          for other in candidates[one] where other > one {
            let borders = (try pair.from.boundary(one), try pair.from.boundary(other))
            let length = try pair.workspace.number(
              "comparing the borders of '\(units[one].id)' and '\(units[other].id)'"
            ) {
              cgeos_common_length($0, borders.0, borders.1)
            }
            if length > 0 { found.append(SharedBorder(one: one, other: other, length: length)) }
          }
          return found
        }
      } catch {
        failure.record(one, error)
        return []
      }
    } consume: { _, found in
      borders += found
    }
    try failure.check()
    return borders
  }
}
