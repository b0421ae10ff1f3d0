import GovernanceModel

/// How a line is drawn: colour and arrow say what kind of relationship it is, the line itself says
/// on what an accountability rests, a ring at its start that its evidence is weak.
struct LineLook: Hashable {
  /// What a line of accountability rests on, as far as its style tells.
  enum Ground: Int, Hashable, Comparable, CaseIterable {
    case statutory, political, managerial, contractual, financial, voluntary, notRecorded

    /// Of several bases, the first in the order of the cases.
    init(_ basis: Basis) {
      let order: [(Basis, Ground)] = [
        (.statutory, .statutory), (.political, .political), (.managerial, .managerial),
        (.contractual, .contractual), (.financial, .financial), (.voluntary, .voluntary),
      ]
      self = order.first { basis.contains($0.0) }?.1 ?? .notRecorded
    }

    var word: String {
      switch self {
      case .statutory: "statutory"
      case .political: "political"
      case .managerial: "managerial"
      case .contractual: "contractual"
      case .financial: "financial"
      case .voluntary: "voluntary"
      case .notRecorded: "basis not recorded"
      }
    }

    var line: (DotStyle, Double) {
      switch self {
      case .statutory: (.solid, 1.6)
      case .political: (.solid, 3.2)
      case .managerial: (.dashed, 1.6)
      case .contractual: (.dotted, 2.8)
      case .financial: (.dashed, 0.7)
      case .voluntary: (.dotted, 0.8)
      case .notRecorded: (.solid, 0.7)
      }
    }

    static func < (left: Ground, right: Ground) -> Bool { left.rawValue < right.rawValue }
  }

  /// The kind every graph knows; nil for a kind under none of them.
  let kind: RelationshipKind?
  /// Only for accountability.
  let ground: Ground?
  let isUnstated: Bool
  /// In a comparison of two dates; the ground is then not told apart.
  let change: Change?
  /// Whether it was looked for and not found.
  let isAbsent: Bool

  init(_ line: SceneLine, _ context: SceneContext) {
    kind = context.standard(line.kind)
    isUnstated = line.isUnstated
    isAbsent = line.isAbsent
    change = line.change
    ground =
      kind == .accountableTo && !line.isUnstated && !line.isAbsent && change == nil
      ? Ground(line.tally.basis) : nil
  }

  /// The look of a kind of which nothing else is told.
  init(kind: RelationshipKind?) {
    self.kind = kind
    ground = nil
    isUnstated = false
    isAbsent = false
    change = nil
  }

  func color(_ theme: Theme) -> DotColor {
    isAbsent ? theme.absent : isUnstated ? theme.unstated : theme.line(kind)
  }
  var arrow: DotArrow { Self.arrow(kind) }

  /// How it reads from its start to its arrow: "is accountable to".
  var words: String {
    switch kind {
    case .accountableTo?: "is accountable to"
    case .memberOf?: "is a member of"
    case .partOf?: "is part of"
    case let kind?: kind.rawValue.unhyphenated
    case nil: "is otherwise tied to"
    }
  }

  /// Style and width in points. Dots say that the ones are not recorded at any date, since colour alone
  /// says nothing in grey; beside what became of the line they are large enough to be seen.
  private var line: (DotStyle, Double) {
    if isUnstated, !isAbsent { return (.dotted, max(change?.line.1 ?? 0, 1.6)) }
    if let change { return change.line }
    return isAbsent ? (.dashed, 1.4) : ground?.line ?? (.solid, 1.1)
  }

  /// All but the arrows.
  func attributes(_ theme: Theme) -> DotAttributes {
    let (style, width) = line
    return [
      .style(style), .penwidth(width + theme.extraWidth), .color(color(theme)),
      .fontcolor(color(theme)),
    ]
  }

  private static func arrow(_ kind: RelationshipKind?) -> DotArrow {
    switch kind {
    case .accountableTo?: .normal
    case .funds?: .diamond
    case .oversees?: .tee
    case .commissions?: .box
    case .memberOf?: .dot
    case .leads?: .inverted
    case .appoints?: .vee
    case .scrutinises?: .crow
    case .delegatesTo?: .curve
    case .cooperatesWith?: .openBox
    case .advises?: .open
    case .partOf?: .openDiamond
    case .succeeds?: .openInverted
    default: .none
    }
  }
}

extension LineLook {
  /// What it looks like: "dashed, triangle at B".
  var description: String {
    let (style, width) = line
    let weight = width >= 2.5 ? "thick " : width < 1 ? "thin " : ""
    return weight + style.rawValue + ", " + arrow.word + " at B"
  }
}

extension DotArrow {
  /// What it looks like.
  fileprivate var word: String {
    switch self {
    case .normal: "triangle"
    case .diamond: "diamond"
    case .tee: "bar"
    case .box: "square"
    case .dot: "dot"
    case .inverted: "turned triangle"
    case .vee: "barb"
    case .crow: "crow's foot"
    case .curve: "arc"
    case .openBox: "open square"
    case .open: "open triangle"
    case .openDiamond: "open diamond"
    case .openInverted: "open turned triangle"
    case .openDot: "ring"
    case .none: "nothing"
    }
  }
}
