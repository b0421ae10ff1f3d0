import GovernanceModel

/// Layers in metres that tests make.
enum MadeLayers {
  /// A layer of single polygons without holes.
  static func layer(
    _ name: String, _ rings: [(id: String, ring: [(Double, Double)])],
    _ coordinates: BoundaryLayer.Coordinates = .metres
  ) -> BoundaryLayer {
    var layer = BoundaryLayer(name: name, coordinates: coordinates)
    for (id, ring) in rings {
      let points = (ring + [ring[0]]).map { (x: $0.0, y: $0.1) }
      layer.append(.init(id: id, name: id), polygons: [[points]])
    }
    return layer
  }

  /// An upright rectangle.
  static func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> [(Double, Double)]
  {
    [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
  }

  /// A convex polygon with its corners on an ellipse.
  static func convex(_ random: inout SeededGenerator) -> [(Double, Double)] {
    let centre = (
      Double.random(in: 0...100, using: &random), Double.random(in: 0...100, using: &random)
    )
    let size = (
      Double.random(in: 5...60, using: &random), Double.random(in: 5...60, using: &random)
    )
    let angles = (0..<Int.random(in: 3...12, using: &random)).map { _ in
      Double.random(in: 0...(2 * Double.pi), using: &random)
    }.sorted()
    return angles.map { (centre.0 + size.0 * cosine($0), centre.1 + size.1 * cosine($0 - .pi / 2)) }
  }

  /// Good enough to place corners by.
  private static func cosine(_ angle: Double) -> Double {
    var angle = angle.truncatingRemainder(dividingBy: 2 * .pi)
    if angle > .pi { angle -= 2 * .pi }
    if angle < -.pi { angle += 2 * .pi }
    var (term, sum) = (1.0, 1.0)
    for step in 1..<20 {
      term *= -angle * angle / Double(2 * step * (2 * step - 1))
      sum += term
    }
    return sum
  }
}

/// SplitMix64 (S. Vigna), so that a seed gives the same polygons everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
