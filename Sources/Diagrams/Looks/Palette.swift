import GovernanceModel

/// The fills that a theme has, by what they are in the light one.
public enum FillName: String, Sendable, Hashable, CaseIterable {
  case blue, orange, yellow, cyan, mint, pink, pear, olive
  case sage, slate, brick, lilac, mauve, sand
}

/// The colours of fills and lines in every theme: a row for each, a column for each theme.
enum Palette {
  /// A column.
  enum Shade: Sendable, Hashable { case light, dark, print, contrast }

  /// One colour in every theme.
  struct Row: Sendable {
    let light: DotColor
    let dark: DotColor
    let print: DotColor
    let contrast: DotColor

    /// - Parameter dark: nil for the light one, which fills keep on dark paper.
    init(_ light: DotColor, _ dark: DotColor?, _ print: DotColor, _ contrast: DotColor) {
      self.light = light
      self.dark = dark ?? light
      self.print = print
      self.contrast = contrast
    }

    subscript(shade: Shade) -> DotColor {
      switch shade {
      case .light: light
      case .dark: dark
      case .print: print
      case .contrast: contrast
      }
    }
  }

  /// The first eight are Paul Tol's "light" scheme (<https://personal.sron.nl/~pault/>), made for
  /// black text and any kind of colour vision; the others lie as far from these and from each other
  /// as colours can on which black words stand out seven to one. Greys that can be told apart are
  /// five, so that fills share them: kinds of one grey have other shapes.
  static let fills: [FillName: Row] = [
    .blue: Row("#77AADD", nil, "#C2C2C2", "#B8D8FF"),
    .orange: Row("#EE8866", nil, "#ACACAC", "#FFC49A"),
    .yellow: Row("#EEDD88", nil, "#F2F2F2", "#FFF8C8"),
    .cyan: Row("#99DDFF", nil, "#DADADA", "#E6FAFF"),
    .mint: Row("#44BB99", nil, "#969696", "#80DDB8"),
    .pink: Row("#FFAABB", nil, "#DADADA", "#FFD9E1"),
    .pear: Row("#BBCC33", nil, "#DADADA", "#D4E878"),
    .olive: Row("#AAAA00", nil, "#969696", "#C8C048"),
    .sage: Row("#A2CC8A", nil, "#ACACAC", "#84B4A8"),
    .slate: Row("#9C96A8", nil, "#969696", "#B4C0D2"),
    .brick: Row("#D2847E", nil, "#ACACAC", "#D89C84"),
    .lilac: Row("#9096F0", nil, "#C2C2C2", "#72AEFC"),
    .mauve: Row("#D2AED2", nil, "#DADADA", "#BAA2D8"),
    .sand: Row("#D8BA60", nil, "#F2F2F2", "#F09666"),
  ]

  static let lines: [RelationshipKind: Row] = [
    .accountableTo: Row("#1F2F6B", "#A9BBFF", "#000000", "#00007A"),
    .funds: Row("#117733", "#5FD38A", "#3C3C3C", "#006026"),
    .oversees: Row("#9A2068", "#FF9AD5", "#5A5A5A", "#A0005A"),
    .commissions: Row("#A04A00", "#FFB266", "#303030", "#4D2000"),
    .memberOf: Row("#757575", "#B4B4B4", "#6E6E6E", "#2E2E2E"),
    .leads: Row("#0072A8", "#66C2FF", "#202020", "#004470"),
    .appoints: Row("#00776B", "#5FD6C8", "#404040", "#004A43"),
    .scrutinises: Row("#882255", "#FF8FB0", "#505050", "#660033"),
    .delegatesTo: Row("#6A51A3", "#C8B6FF", "#2A2A2A", "#3B1F7A"),
    .cooperatesWith: Row("#6B6B00", "#D6D65C", "#606060", "#454500"),
    .advises: Row("#3C6F91", "#9CC9E6", "#646464", "#1F4864"),
    .partOf: Row("#404040", "#DDDDDD", "#404040", "#4A4A4A"),
    .succeeds: Row("#5C4033", "#D9B8A3", "#4A4A4A", "#472F24"),
  ]
}
