import CPROJ
import GovernanceModel

extension BoundaryLayer {
  /// The layer in metres. A layer in metres stays as it is.
  ///
  /// Borders are straight between their points in the plane, as every tool has them that projects
  /// point by point; on the globe they would be curves, which a border of dense points shows nothing
  /// of.
  ///
  /// - Complexity: O(points), on several threads.
  public func projected(
    by projection: Projection, workers: Int? = nil
  ) throws(GeometryError) -> BoundaryLayer {
    guard coordinates == .degrees else { return self }
    try Libraries.loadPROJ()
    var layer = self
    layer.coordinates = .metres
    let failure = FirstFailure()
    let count = layer.pointCount
    let piece = 16_384
    layer.points.withUnsafeMutableBufferPointer { points in
      // Safe: every piece has points of its own.
      nonisolated(unsafe) let points = points
      Parallel.forEach((count + piece - 1) / piece, workers: workers ?? Parallel.workers) {
        number in
        let range = number * piece..<min(count, (number + 1) * piece)
        var reason: UnsafePointer<CChar>?
        guard let transformation = cproj_open(projection.pipeline, &reason) else {
          let words = reason.map { String(cString: $0) } ?? ""
          failure.record(number, .noProjection(projection.name, words))
          return
        }
        defer { cproj_close(transformation) }
        let words = cproj_transform(
          transformation, points.baseAddress! + 2 * range.lowerBound, range.count)
        if let words {
          failure.record(number, .noProjection(projection.name, String(cString: words)))
        } else if !points[2 * range.lowerBound..<2 * range.upperBound].allSatisfy(\.isFinite) {
          failure.record(number, .noProjection(projection.name, "a point has no place on it"))
        }
      }
    }
    try failure.check()
    return layer
  }
}

/// The failure of the earliest piece of a work that is shared out, whichever thread was first.
final class FirstFailure: @unchecked Sendable {
  // Safe to share: what changes is only touched while the lock is held.
  private let lock = Lock()
  private var first: (piece: Int, error: GeometryError)?

  func record(_ piece: Int, _ error: GeometryError) {
    lock.acquire()
    if first.map({ piece < $0.piece }) ?? true { first = (piece, error) }
    lock.release()
  }

  var isRecorded: Bool {
    lock.acquire()
    defer { lock.release() }
    return first != nil
  }

  func check() throws(GeometryError) {
    if let first { throw first.error }
  }
}
