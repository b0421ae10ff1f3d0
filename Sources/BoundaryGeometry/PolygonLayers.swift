import GovernanceAnalysis
import GovernanceModel

/// Layers of polygons as a source of overlaps: what the units of two of them have in common, in square
/// metres.
///
/// ```swift
/// let layers = try PolygonLayers([ccgs, stps], in: .britishNationalGrid)
/// let table = try layers.overlap(from: "ccg17", to: "stp17")
/// ```
public struct PolygonLayers: OverlapSource, Sendable {
  /// The layers in metres, their units by id.
  public let layers: [BoundaryLayer]
  /// Nil where the layers came in metres of nobody knows which plane.
  public let projection: Projection?

  public var geographies: [String] { layers.map(\.name) }

  /// Projects layers and puts their units in order.
  ///
  /// - Parameter projection: nil for the one that suits the extent of all layers; of layers in metres,
  ///   the one they are in.
  /// - Throws: ``GeometryError`` when a layer cannot be projected.
  public init(
    _ layers: [BoundaryLayer], in projection: Projection? = nil
  ) throws(GeometryError) {
    let isProjected = layers.contains { $0.coordinates == .degrees }
    let chosen = isProjected ? projection ?? .suited(to: layers) : projection
    self.projection = chosen
    var projected: [BoundaryLayer] = []
    for layer in layers {
      let inOrder = layer.units.indices.sorted { layer.units[$0].id < layer.units[$1].id }
      let sorted = inOrder.elementsEqual(layer.units.indices) ? layer : layer.only(inOrder)
      projected.append(
        try chosen.map { (chosen) throws(GeometryError) in
          try sorted.projected(by: chosen)
        } ?? sorted)
    }
    self.layers = projected
  }

  public func overlap(
    from: String, to: String
  ) throws(GeometryError) -> OverlapTable {
    guard let first = layers.first(where: { $0.name == from }),
      let second = layers.first(where: { $0.name == to })
    else { preconditionFailure("A layer is asked for that is not among the geographies.") }
    return OverlapTable(try Overlay(first, second), of: first, second, projection: projection)
  }
}

extension OverlapTable {
  /// The table that an overlay of two layers comes to.
  ///
  /// - Parameter vintage: the time that the borders are of, in words.
  public init(
    _ overlay: Overlay, of from: BoundaryLayer, _ to: BoundaryLayer, projection: Projection?,
    vintage: String? = nil
  ) {
    var covered = (
      from: [Double](repeating: 0, count: from.units.count),
      to: [Double](repeating: 0, count: to.units.count)
    )
    for common in overlay.commons {
      covered.from[common.from] += common.area
      covered.to[common.to] += common.area
    }
    func layer(_ layer: BoundaryLayer, _ areas: [Double], _ covered: [Double]) -> Layer {
      Layer(
        name: layer.name,
        units: layer.units.enumerated().map { position, unit in
          let gap = areas[position] - covered[position]
          // What is left of rounding in a whole unit is no gap.
          let isGap = gap > 1e-9 * areas[position]
          return Unit(
            id: unit.id, name: unit.name, total: Extent(amount: areas[position]),
            outside: isGap ? Extent(amount: gap) : .nothing)
        })
    }
    self.init(
      from: layer(from, overlay.fromAreas, covered.from),
      to: layer(to, overlay.toAreas, covered.to),
      pairs: overlay.commons.map {
        Pair(from: $0.from, to: $0.to, common: Extent(amount: $0.area))
      }, quantity: .squareMetres, vintage: vintage, notes: Self.notes(projection))
  }

  private static func notes(_ projection: Projection?) -> [String] {
    [
      projection.map { "areas are those of \($0.name)" }
        ?? "areas are those of the files' own plane"
    ]
  }
}
