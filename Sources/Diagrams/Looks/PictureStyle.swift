/// How one picture looks, whatever is in it.
package struct PictureStyle {
  var theme = Theme.light
  var hasWidthByAmount = false
  var gradeMark = ViewDefinition.GradeMark.ring
  var direction = DotDirection.topToBottom
  var concentrates = false
  /// From how many lines of one look at one node they share a trunk; nil for never.
  var bundlesFrom: Int?
  var page: Page?
  var engine = EngineName.dot
  /// What those are called of which a hatched body belongs to several.
  var overlap: String?
  /// Whether it is to be drawn again with nodes where they were.
  var isPinned = false
  /// The families of typefaces, first those that readers have, last the one that was measured.
  package static let font = "Arial,Helvetica,Liberation Sans"

  init() {}

  init(_ definition: ViewDefinition) {
    theme = definition.theme ?? .light
    hasWidthByAmount = definition.hasWidthByAmount
    gradeMark = definition.gradeMark
    direction = definition.direction
    concentrates = definition.concentrates
    bundlesFrom = definition.bundlesFrom
    page = definition.page
    isPinned = definition.isPinned
  }

  /// The outline of the body in question, in points. Lines end at the middle of an outline, and boxes
  /// lie on lines: half of this has to be less than the bar of a line of oversight is deep, 1.9 points.
  static let highlightWidth = 2.5

  /// The widest line where widths stand for amounts, in points.
  static let widest = 14.0
  /// The narrowest, which still shows its colour.
  static let narrowest = 1.0

  /// The width of a line for an amount, in proportion to the greatest of the picture.
  static func width(of amount: Int64, greatest: Int64) -> Double {
    guard greatest > 0 else { return narrowest }
    let width = widest * Double(amount.magnitude) / Double(greatest)
    return max(narrowest, (width * 10).rounded() / 10)
  }
}
