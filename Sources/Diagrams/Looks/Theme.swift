import GovernanceModel

/// The colours of a picture. Shapes, arrows, dashes and words say the same as colours do, so that a
/// picture can be read in any theme, in grey, and with any kind of colour vision; the tests compute
/// contrast and simulated distance.
public struct Theme: Sendable, Hashable {
  /// What views and options call it.
  public let name: String
  /// Behind everything.
  let background: DotColor
  /// Of words on the background.
  let ink: DotColor
  /// Around bodies.
  let outline: DotColor
  /// Of words in bodies.
  let nodeInk: DotColor
  let frameFill: DotColor
  let frameLine: DotColor
  /// Of lines of which it is not recorded whom they join.
  let unstated: DotColor
  /// Of lines that were looked for and not found.
  let absent: DotColor
  /// Of bodies of which nothing else is said by a fill.
  let plain: DotColor
  /// Of bodies of kinds without a look of their own.
  let other: DotColor
  /// How much wider than usual lines are, in points.
  let extraWidth: Double
  /// Which column of ``Palette`` its fills and lines stand in.
  private let shade: Palette.Shade

  /// The fills of families of kinds, by position of ``FillName``.
  var fills: [DotColor] { FillName.allCases.map(fill) }
  func fill(_ name: FillName) -> DotColor { Palette.fills[name]![shade] }
  /// Of lines of a kind; nil for kinds under none that every graph knows.
  func line(_ kind: RelationshipKind?) -> DotColor {
    kind.flatMap { Palette.lines[$0]?[shade] } ?? ink
  }

  /// Every theme, the usual one first.
  public static let all: [Theme] = [light, dark, print, contrast]

  /// The theme of a name, or nil.
  public static func named(_ name: String) -> Theme? { all.first { $0.name == name } }
}

extension Theme {
  /// Dark words on white.
  public static let light = Theme(
    name: "light", background: "#FFFFFF", ink: "#000000", outline: "#333333", nodeInk: "#000000",
    frameFill: "#F4F4F4", frameLine: "#767676", unstated: "#6F6F6F", absent: "#C00000",
    plain: "#FFFFFF", other: "#E4E4E4", extraWidth: 0, shade: .light)

  /// Light words on near black; bodies keep their light fills.
  public static let dark = Theme(
    name: "dark", background: "#16191D", ink: "#F2F2F2", outline: "#E0E0E0", nodeInk: "#000000",
    frameFill: "#23282E", frameLine: "#8C939B", unstated: "#A0A0A0", absent: "#FF8A80",
    plain: "#FFFFFF", other: "#CFCFCF", extraWidth: 0.2, shade: .dark)

  /// For printers and copiers without colour: few greys, as far apart as black words on them allow.
  public static let print = Theme(
    name: "print", background: "#FFFFFF", ink: "#000000", outline: "#000000", nodeInk: "#000000",
    frameFill: "#F6F6F6", frameLine: "#6A6A6A", unstated: "#6F6F6F", absent: "#1A1A1A",
    plain: "#FFFFFF", other: "#FFFFFF", extraWidth: 0, shade: .print)

  /// Black on white with wide lines, every colour at least seven times lighter or darker than what
  /// is behind it.
  public static let contrast = Theme(
    name: "contrast", background: "#FFFFFF", ink: "#000000", outline: "#000000",
    nodeInk: "#000000", frameFill: "#FFFFFF", frameLine: "#000000", unstated: "#454545",
    absent: "#8B0000", plain: "#FFFFFF", other: "#F0F0F0", extraWidth: 0.9, shade: .contrast)
}
