/// Where nodes stand when those of an earlier layout keep their places.
public struct Pinning: Sendable {
  /// By name in Graphviz.
  public let places: [String: Place]
  /// Nodes that stand where they stood.
  public let kept: Int
  /// Nodes that the earlier layout did not have.
  public let new: Int
  /// Nodes that only the earlier layout had.
  public let gone: Int
  /// How far a fresh layout would have moved the kept ones, in points: the mean and the most.
  public let mean: Double
  public let most: Double

  /// Keeps what can be kept; a new node stands as far from its nearest kept neighbours as the fresh
  /// layout has it, and aside where something stands there.
  ///
  /// - Complexity: O(new · nodes).
  public init(fresh: [String: Place], kept old: [String: Place]) {
    var places: [String: Place] = [:]
    var sum = 0.0
    var most = 0.0
    for (name, place) in fresh {
      guard let earlier = old[name] else { continue }
      places[name] = Place(
        x: earlier.x, y: earlier.y, width: place.width, height: place.height)
      let distance = Self.distance(place, earlier)
      sum += distance
      most = max(most, distance)
    }
    kept = places.count
    mean = places.isEmpty ? 0 : sum / Double(places.count)
    self.most = most
    gone = old.keys.count { fresh[$0] == nil }
    new = fresh.count - places.count
    let anchors = places.keys.sorted()
    for name in fresh.keys.sorted() where places[name] == nil {
      var place = fresh[name]!
      let near = anchors.map { (anchor: $0, distance: Self.distance(fresh[$0]!, place)) }
        .sorted { ($0.distance, $0.anchor) < ($1.distance, $1.anchor) }.prefix(3)
      if !near.isEmpty {
        place.x +=
          near.map { old[$0.anchor]!.x - fresh[$0.anchor]!.x }.reduce(0, +)
          / Double(near.count)
        place.y +=
          near.map { old[$0.anchor]!.y - fresh[$0.anchor]!.y }.reduce(0, +)
          / Double(near.count)
      }
      while let other = places.first(where: { Self.overlap(place, $0.value) }) {
        place.x = other.value.x + (other.value.width + place.width) / 2 + 12
      }
      places[name] = place
    }
    self.places = places
  }

  /// What moved, in one line.
  public var words: String {
    "kept \(kept) places, \(new) new, \(gone) gone; a fresh layout would have moved the kept ones "
      + "by \(Int(mean.rounded())) points on average, \(Int(most.rounded())) at most"
  }

  private static func distance(_ left: Place, _ right: Place) -> Double {
    let x = left.x - right.x
    let y = left.y - right.y
    return (x * x + y * y).squareRoot()
  }

  private static func overlap(_ left: Place, _ right: Place) -> Bool {
    abs(left.x - right.x) < (left.width + right.width) / 2 + 4
      && abs(left.y - right.y) < (left.height + right.height) / 2 + 4
  }
}
