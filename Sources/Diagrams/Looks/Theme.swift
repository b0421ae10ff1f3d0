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
  /// The fills of families of kinds, by position of ``FillName``.
  let fills: [DotColor]
  /// How much wider than usual lines are, in points.
  let extraWidth: Double
  private let lines: [RelationshipKind: DotColor]

  func fill(_ name: FillName) -> DotColor { fills[FillName.allCases.firstIndex(of: name)!] }
  /// Of lines of a kind; nil for kinds under none that every graph knows.
  func line(_ kind: RelationshipKind?) -> DotColor { kind.flatMap { lines[$0] } ?? ink }

  /// Every theme, the usual one first.
  public static let all: [Theme] = [light, dark, print, contrast]

  /// The theme of a name, or nil.
  public static func named(_ name: String) -> Theme? { all.first { $0.name == name } }
}

/// The fills that a theme has, by what they are in the light one.
public enum FillName: String, Sendable, Hashable, CaseIterable {
  case blue, orange, yellow, cyan, mint, pink, pear, olive
}

extension Theme {
  /// Dark words on white; the fills are Paul Tol's "light" scheme
  /// (<https://personal.sron.nl/~pault/>), made for black text and any kind of colour vision.
  public static let light = Theme(
    name: "light", background: "#FFFFFF", ink: "#000000", outline: "#333333", nodeInk: "#000000",
    frameFill: "#F4F4F4", frameLine: "#767676", unstated: "#6F6F6F", absent: "#C00000",
    plain: "#FFFFFF",
    other: "#E4E4E4",
    fills: [
      "#77AADD", "#EE8866", "#EEDD88", "#99DDFF", "#44BB99", "#FFAABB", "#BBCC33", "#AAAA00",
    ], extraWidth: 0,
    lines: [
      .accountableTo: "#1F2F6B", .funds: "#117733", .oversees: "#9A2068", .commissions: "#A04A00",
      .memberOf: "#757575", .leads: "#0072A8", .appoints: "#00776B", .scrutinises: "#882255",
      .delegatesTo: "#6A51A3", .cooperatesWith: "#6B6B00", .advises: "#3C6F91",
      .partOf: "#404040", .succeeds: "#5C4033",
    ])

  /// Light words on near black; bodies keep their light fills.
  public static let dark = Theme(
    name: "dark", background: "#16191D", ink: "#F2F2F2", outline: "#E0E0E0", nodeInk: "#000000",
    frameFill: "#23282E", frameLine: "#8C939B", unstated: "#A0A0A0",
    absent: "#FF8A80", plain: "#FFFFFF", other: "#CFCFCF",
    fills: light.fills, extraWidth: 0.2,
    lines: [
      .accountableTo: "#A9BBFF", .funds: "#5FD38A", .oversees: "#FF9AD5", .commissions: "#FFB266",
      .memberOf: "#B4B4B4", .leads: "#66C2FF", .appoints: "#5FD6C8", .scrutinises: "#FF8FB0",
      .delegatesTo: "#C8B6FF", .cooperatesWith: "#D6D65C", .advises: "#9CC9E6",
      .partOf: "#DDDDDD", .succeeds: "#D9B8A3",
    ])

  /// For printers and copiers without colour: greys that differ in lightness.
  public static let print = Theme(
    name: "print", background: "#FFFFFF", ink: "#000000", outline: "#000000", nodeInk: "#000000",
    frameFill: "#F6F6F6", frameLine: "#6A6A6A", unstated: "#6F6F6F", absent: "#1A1A1A",
    plain: "#FFFFFF",
    other: "#FBFBFB",
    fills: [
      "#C4C4C4", "#E2E2E2", "#F2F2F2", "#D4D4D4", "#B4B4B4", "#EAEAEA", "#CCCCCC", "#A6A6A6",
    ], extraWidth: 0,
    lines: [
      .accountableTo: "#000000", .funds: "#3C3C3C", .oversees: "#5A5A5A", .commissions: "#303030",
      .memberOf: "#6E6E6E", .leads: "#202020", .appoints: "#404040", .scrutinises: "#505050",
      .delegatesTo: "#2A2A2A", .cooperatesWith: "#606060", .advises: "#646464",
      .partOf: "#404040", .succeeds: "#4A4A4A",
    ])

  /// Black on white with wide lines, every colour at least seven times lighter or darker than what
  /// is behind it.
  public static let contrast = Theme(
    name: "contrast", background: "#FFFFFF", ink: "#000000", outline: "#000000",
    nodeInk: "#000000", frameFill: "#FFFFFF", frameLine: "#000000", unstated: "#454545",
    absent: "#8B0000",
    plain: "#FFFFFF", other: "#F0F0F0",
    fills: [
      "#B8D8FF", "#FFC49A", "#FFF8C8", "#E6FAFF", "#80DDB8", "#FFD9E1", "#D4E878", "#C8C048",
    ], extraWidth: 0.9,
    lines: [
      .accountableTo: "#00007A", .funds: "#006026", .oversees: "#A0005A", .commissions: "#4D2000",
      .memberOf: "#2E2E2E", .leads: "#004470", .appoints: "#004A43", .scrutinises: "#660033",
      .delegatesTo: "#3B1F7A", .cooperatesWith: "#454500", .advises: "#1F4864",
      .partOf: "#4A4A4A", .succeeds: "#472F24",
    ])
}
