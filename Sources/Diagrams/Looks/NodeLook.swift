/// The shape and fill of a family of kinds: no two families of a picture are alike in either.
///
/// The fills are Paul Tol's "light" scheme (<https://personal.sron.nl/~pault/>), made for black
/// text and told apart by people with any kind of colour vision.
struct NodeLook: Hashable {
  let shape: DotShape
  let isRounded: Bool
  let fill: DotColor

  private static let looks: [NodeLook] = [
    NodeLook(.box, "#77AADD"), NodeLook(.octagon, "#EE8866"), NodeLook(.note, "#EEDD88"),
    NodeLook(.box, rounded: true, "#99DDFF"), NodeLook(.component, "#44BB99"),
    NodeLook(.tab, "#FFAABB"), NodeLook(.folder, "#BBCC33"), NodeLook(.box3d, "#AAAA00"),
  ]

  /// How many families can be told apart.
  static let count = looks.count

  /// The look that all other kinds share.
  static let other = NodeLook(.box, "#E4E4E4")

  private init(_ shape: DotShape, rounded: Bool = false, _ fill: DotColor) {
    self.shape = shape
    isRounded = rounded
    self.fill = fill
  }

  /// The look of the family with a number below ``count``; posts are round.
  init(number: Int, isPost: Bool) {
    let look = Self.looks[number]
    self.init(isPost ? .ellipse : look.shape, rounded: !isPost && look.isRounded, look.fill)
  }

  var attributes: DotAttributes {
    [.shape(shape), .fillcolor(fill), isRounded ? .style(.filled, .rounded) : .style(.filled)]
  }
}
