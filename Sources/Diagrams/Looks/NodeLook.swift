/// The shape and fill of a family of kinds: no two families of a picture are alike in either.
///
/// The fills are Paul Tol's "light" scheme (<https://personal.sron.nl/~pault/>), made for black
/// text and told apart by people with any kind of colour vision.
struct NodeLook: Hashable {
  let shape: DotShape
  /// What is done to its corners.
  let corners: DotStyle?
  let fill: DotColor

  private static let looks: [NodeLook] = [
    NodeLook(.box, "#77AADD"), NodeLook(.box, "#EE8866", .diagonals), NodeLook(.note, "#EEDD88"),
    NodeLook(.box, "#99DDFF", .rounded), NodeLook(.component, "#44BB99"),
    NodeLook(.tab, "#FFAABB"), NodeLook(.folder, "#BBCC33"), NodeLook(.box3d, "#AAAA00"),
  ]

  /// How many families can be told apart.
  static let count = looks.count

  /// The look that all other kinds share.
  static let other = NodeLook(.box, "#E4E4E4")

  private init(_ shape: DotShape, _ fill: DotColor, _ corners: DotStyle? = nil) {
    self.shape = shape
    self.corners = corners
    self.fill = fill
  }

  /// The look of the family with a number below ``count``; posts are round.
  init(number: Int, isPost: Bool) {
    let look = Self.looks[number]
    self.init(isPost ? .ellipse : look.shape, look.fill, isPost ? nil : look.corners)
  }

  var attributes: DotAttributes {
    let looks: DotAttributes = [
      .shape(shape), .fillcolor(fill), corners.map { .style(.filled, $0) } ?? .style(.filled),
    ]
    return shape == .ellipse ? looks.merging([.margin(0.01)]) : looks
  }
}
