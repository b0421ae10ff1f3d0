import CGEOS
import GovernanceAnalysis
import GovernanceModel

/// How inside, border and outside of one unit meet those of another: the dimensionally extended
/// nine-intersection model (M. J. Egenhofer and R. D. Franzosa, Point-set topological spatial
/// relations, IJGIS 5, 1991; OGC 06-103r4).
public struct IntersectionMatrix: Hashable, Sendable, CustomStringConvertible {
  /// Nine letters: 2, 1 or 0 for what the two have in common, F for nothing; row by row for inside,
  /// border and outside of the first.
  public let description: String

  init(_ letters: String) {
    precondition(letters.utf8.count == 9, "An intersection matrix has nine entries.")
    description = letters
  }

  private subscript(_ row: Int, _ column: Int) -> Bool {
    Array(description.utf8)[3 * row + column] != UInt8(ascii: "F")
  }

  /// What it says of two areas, to the last millimetre.
  public var relation: OverlapRelation {
    guard self[0, 0] else { return .disjoint }
    switch (self[0, 2], self[2, 0]) {
    case (false, false): return .identical
    case (false, true): return .inside
    case (true, false): return .contains
    case (true, true): return .overlaps
    }
  }

  /// Whether the two have only borders in common.
  public var isTouch: Bool { !self[0, 0] && (self[0, 1] || self[1, 0] || self[1, 1]) }
}

extension Overlay {
  /// The matrices of the pairs of units that have an area in common, in their order.
  ///
  /// - Parameters: the layers of the overlay.
  /// - Throws: ``GeometryError`` with the units that could not be compared.
  /// - Complexity: O(n log n) for each pair, with n points between its units.
  public func matrices(
    _ from: BoundaryLayer, _ to: BoundaryLayer, workers: Int? = nil
  ) throws(GeometryError) -> [IntersectionMatrix] {
    let pool = LayerPairPool(from, to)
    let failure = FirstFailure()
    var matrices: [IntersectionMatrix] = []
    let piece = 8
    let pieces = (commons.count + piece - 1) / piece
    Parallel.inOrder(pieces, workers: workers ?? Parallel.workers) { number in
      guard !failure.isRecorded else { return [] }
      let range = number * piece..<min(commons.count, (number + 1) * piece)
      do throws(GeometryError) {
        return try pool.use { (pair) throws(GeometryError) in
          var found: [IntersectionMatrix] = []
          for common in commons[range] {
            let (one, other) = (try pair.from[common.from], try pair.to[common.to])
            var letters = [CChar](repeating: 0, count: 10)
            _ = try pair.workspace.number(
              "comparing '\(from.units[common.from].id)' and '\(to.units[common.to].id)'"
            ) {
              cgeos_relate($0, one, other, &letters)
            }
            found.append(
              IntersectionMatrix(
                String(decoding: letters.prefix(9).map(UInt8.init(bitPattern:)), as: UTF8.self)))
          }
          return found
        }
      } catch {
        failure.record(number, error)
        return []
      }
    } consume: { (_, found: [IntersectionMatrix]) in
      matrices += found
    }
    try failure.check()
    return matrices
  }
}
