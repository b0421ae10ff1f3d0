/// The shape and fill of a family of kinds: no two families are alike in both.
public struct NodeLook: Hashable, Sendable {
  /// A shape that has room for words.
  public enum Outline: String, Sendable, Hashable, CaseIterable {
    case box, cornered, note, rounded, component, tab, folder, block
    /// For posts, which no other kind shares.
    case ellipse
  }

  public let outline: Outline
  public let fill: FillName

  public init(_ outline: Outline, _ fill: FillName) {
    self.outline = outline
    self.fill = fill
  }

  /// The look of the family with a number. Fills and shapes both change with every number, and no
  /// two numbers below ``count`` have the same of both.
  init(number: Int, isPost: Bool) {
    let fills = FillName.allCases
    let outlines = Outline.allCases.dropLast()
    let fill = fills[number % fills.count]
    let turn = number / fills.count
    self.init(
      isPost ? .ellipse : outlines[(number + turn * 3) % outlines.count], fill)
  }

  /// How many families can be told apart.
  static let count = 40

  func attributes(_ theme: Theme) -> DotAttributes {
    let (shape, corners): (DotShape, DotStyle?) =
      switch outline {
      case .box: (.box, nil)
      case .cornered: (.box, .diagonals)
      case .note: (.note, nil)
      case .rounded: (.box, .rounded)
      case .component: (.component, nil)
      case .tab: (.tab, nil)
      case .folder: (.folder, nil)
      case .block: (.box3d, nil)
      case .ellipse: (.ellipse, nil)
      }
    let looks: DotAttributes = [
      .shape(shape), .fillcolor(theme.fill(fill)),
      corners.map { .style(.filled, $0) } ?? .style(.filled),
    ]
    return outline == .ellipse ? looks.merging([.margin(0.01)]) : looks
  }
}

extension NodeLook.Outline {
  /// What it looks like.
  var word: String {
    switch self {
    case .box: "box"
    case .cornered: "box with cut corners"
    case .note: "sheet"
    case .rounded: "round corners"
    case .component: "box with pins"
    case .tab: "box with a tab"
    case .folder: "folder"
    case .block: "block"
    case .ellipse: "ellipse"
    }
  }
}
