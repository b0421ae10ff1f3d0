// Words on the drawing, and the names by which a page finds its elements.
extension DotAttribute {
  /// The main label.
  public static func label(_ label: DotLabel) -> Self { Self("label", .label(label)) }
  /// The main label, as plain text.
  public static func label(_ text: String) -> Self { .label(.text(text)) }
  /// The main label, as tables and styled text.
  public static func label(_ html: HTMLLabel) -> Self { .label(.html(html)) }
  /// A label beside a node, or near an edge.
  public static func xlabel(_ text: String) -> Self { Self("xlabel", .label(.text(text))) }
  /// A label at the head of an edge.
  public static func headlabel(_ text: String) -> Self { Self("headlabel", .label(.text(text))) }
  /// A label at the tail of an edge.
  public static func taillabel(_ text: String) -> Self { Self("taillabel", .label(.text(text))) }
  /// What a reader sees when pointing at the element in SVG.
  public static func tooltip(_ text: String) -> Self { Self("tooltip", .tooltip(text)) }

  /// The `id` of the element in SVG.
  public static func id(_ id: String) -> Self { Self("id", .identifier(id)) }
  /// Further classes of the element in SVG, separated by spaces: letters, digits, `-` and `_`.
  public static func `class`(_ names: String) -> Self {
    Self("class", .word(names, punctuation: " -_"))
  }

  /// The font: letters, digits, spaces and `,.-_`.
  ///
  /// Nothing else is let through, since Graphviz copies the name into SVG unescaped.
  public static func fontname(_ name: String) -> Self {
    Self("fontname", .word(name, punctuation: " ,.-_"))
  }
  /// The size of the font, in points.
  public static func fontsize(_ points: Double) -> Self { Self("fontsize", number: points) }
  /// The colour of the text.
  public static func fontcolor(_ color: DotColor) -> Self { .color("fontcolor", color) }

  /// Whether a label stands at the top, centre or bottom.
  public static func labelloc(_ place: DotVerticalPlace) -> Self {
    Self("labelloc", .literal(place.rawValue))
  }
  /// Whether the label of a graph or cluster stands left, centred or right.
  public static func labeljust(_ place: DotHorizontalPlace) -> Self {
    Self("labeljust", .literal(place.rawValue))
  }
  /// How far a head or tail label is from its node, as a multiple of the usual 10 points.
  public static func labeldistance(_ factor: Double) -> Self {
    Self("labeldistance", number: factor)
  }
  /// The angle of a head or tail label, in degrees.
  public static func labelangle(_ degrees: Double) -> Self { Self("labelangle", number: degrees) }
  /// Whether a line ties an edge to its label.
  public static func decorate(_ flag: Bool) -> Self { Self("decorate", flag: flag) }
}
