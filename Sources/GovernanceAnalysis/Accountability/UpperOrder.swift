import GovernanceModel

/// The bodies that are anyone's principal, with their own principals among each other, put in order
/// from the top down.
///
/// It is all that is needed to find circles, for whoever has nobody below is in none; other
/// questions go on to ``UpperBodies``. Complexity of making it: O(V + E).
struct UpperOrder: Sendable {
  /// The bodies that are anyone's principal, ascending.
  let bodies: [UInt32]
  /// For each body of the network its place among them; ``UpperBodies/noRank`` for any other.
  let places: [UInt32]
  /// The principals of the upper bodies, in places.
  let inner: Neighbours
  /// The order of the places.
  let order: PeeledOrder

  init(_ principals: Neighbours) {
    (bodies, places) = Self.upper(principals)
    inner = principals.among(bodies, places)
    order = PeeledOrder(inner)
  }

  /// The circles, each ascending, by their first body.
  var circles: [[UInt32]] {
    order.circles.map { $0.map { bodies[Int($0)] } }.sorted { $0[0] < $1[0] }
  }

  private static func upper(_ principals: Neighbours) -> (bodies: [UInt32], places: [UInt32]) {
    var isUpper = [Bool](repeating: false, count: principals.count)
    for principal in principals.items { isUpper[Int(principal)] = true }
    var count = 0
    for flag in isUpper where flag { count += 1 }
    var bodies: [UInt32] = []
    bodies.reserveCapacity(count)
    var places = [UInt32](repeating: UpperBodies.noRank, count: principals.count)
    for body in isUpper.indices where isUpper[body] {
      places[body] = UInt32(truncatingIfNeeded: bodies.count)
      bodies.append(UInt32(truncatingIfNeeded: body))
    }
    return (bodies, places)
  }
}
