/// On which side of a line a point lies.
enum Orientation {
  case left, right
  /// On the line, or so near to it that the rounding of a double does not say.
  case unsure

  /// Where `c` lies as seen from `a` to `b`.
  ///
  /// The bound is the first of J. R. Shewchuk, Adaptive precision floating-point arithmetic and fast
  /// robust geometric predicates (Discrete & Computational Geometry 18, 1997): a sign that is given is
  /// right.
  @inline(__always)
  static func of(
    _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ cx: Double, _ cy: Double
  ) -> Orientation {
    let one = (ax - cx) * (by - cy)
    let other = (ay - cy) * (bx - cx)
    let determinant = one - other
    let bound = 3.330_669_073_875_471_6e-16 * (abs(one) + abs(other))
    if determinant > bound { return .left }
    if determinant < -bound { return .right }
    return .unsure
  }
}

/// A sum that keeps what rounding takes from it (T. Ogita, S. M. Rump and S. Oishi, Accurate sum and
/// dot product, SIAM Journal on Scientific Computing 26, 2005).
struct AccurateSum {
  private var high = 0.0
  private var low = 0.0

  var value: Double { high + low }

  /// Adds half of the cross product of two points: the area between the origin and the way from one to
  /// the other.
  @inline(__always)
  mutating func addArea(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, sign: Double) {
    addProduct(sign * ax, by)
    addProduct(-sign * bx, ay)
  }

  @inline(__always)
  private mutating func addProduct(_ a: Double, _ b: Double) {
    let product = a * b
    let rest = (-product).addingProduct(a, b)
    let sum = high + product
    let part = sum - high
    low += ((high - (sum - part)) + (product - part)) + rest
    high = sum
  }
}
