/// What became of a body or a line between the two dates of a comparison.
enum Change: Int, Hashable, Sendable, Comparable, CaseIterable {
  case appeared, vanished, changed, kept

  /// How a line shows it: style and width in points.
  var line: (DotStyle, Double) {
    switch self {
    case .appeared: (.solid, 2.8)
    case .vanished: (.dashed, 1.2)
    case .changed: (.solid, 1.6)
    case .kept: (.solid, 0.7)
    }
  }

  var word: String {
    switch self {
    case .appeared: "new"
    case .vanished: "gone"
    case .changed: "changed"
    case .kept: "as before"
    }
  }

  /// The words beside a line; nothing for the many that stay, and for those that only changed.
  var label: String? {
    switch self {
    case .appeared, .vanished: word
    case .changed, .kept: nil
    }
  }

  /// How the outline of a body shows it.
  func outline(_ look: DotAttributes) -> DotAttributes {
    switch self {
    case .appeared: [.penwidth(3.2)]
    case .vanished: [.style(.filled, .dashed)]
    case .changed, .kept: []
    }
  }

  static func < (left: Change, right: Change) -> Bool { left.rawValue < right.rawValue }
}
