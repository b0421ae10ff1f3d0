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

    var attributes: DotAttributes {
      switch self {
      case .statutory: [.style(.solid), .penwidth(1.6)]
      case .political: [.style(.solid), .penwidth(3.2)]
      case .managerial: [.style(.dashed), .penwidth(1.6)]
      case .contractual: [.style(.dotted), .penwidth(2.2)]
      case .financial: [.style(.dashed), .penwidth(0.7)]
      case .voluntary: [.style(.dotted), .penwidth(1.1)]
      case .notRecorded: [.style(.solid), .penwidth(0.7)]
      }
    }

    static func < (left: Ground, right: Ground) -> Bool { left.rawValue < right.rawValue }
  }

  /// The kind every graph knows; nil for a kind under none of them.
  let kind: RelationshipKind?
  /// Only for accountability.
  let ground: Ground?
  let isUnstated: Bool
  /// Whether it was looked for and not found.
  let isAbsent: Bool

  init(_ line: SceneLine, _ context: SceneContext) {
    kind = context.standard(line.kind)
    isUnstated = line.isUnstated
    isAbsent = line.isAbsent
    ground =
      kind == .accountableTo && !line.isUnstated && !line.isAbsent
      ? Ground(line.tally.basis) : nil
  }

  var color: DotColor {
    if isAbsent { return "#C00000" }
    return isUnstated ? "#8A8A8A" : Self.pen(kind).color
  }
  var arrow: DotArrow { Self.pen(kind).arrow }

  /// How it reads from its start to its arrow: "accountable to".
  var words: String {
    (kind?.rawValue ?? "otherwise tied to").replacing("-", with: " ")
  }

  /// All but the arrows.
  var attributes: DotAttributes {
    let line: DotAttributes =
      isAbsent
      ? [.style(.dashed), .penwidth(1.4)]
      : isUnstated
        ? [.style(.dotted), .penwidth(1.4)]
        : ground?.attributes ?? [.style(.solid), .penwidth(1.1)]
    return line.merging([.color(color), .fontcolor(color)])
  }

  private static func pen(_ kind: RelationshipKind?) -> (color: DotColor, arrow: DotArrow) {
    switch kind {
    case .accountableTo?: ("#1F2F6B", .normal)
    case .funds?: ("#117733", .diamond)
    case .oversees?: ("#AA3377", .tee)
    case .commissions?: ("#B35806", .box)
    case .memberOf?: ("#808080", .dot)
    case .leads?: ("#0077BB", .inverted)
    case .appoints?: ("#00776B", .vee)
    case .scrutinises?: ("#882255", .crow)
    case .delegatesTo?: ("#6A51A3", .curve)
    case .cooperatesWith?: ("#6B6B00", .openBox)
    case .advises?: ("#4A7A9C", .open)
    case .partOf?: ("#404040", .openDiamond)
    case .succeeds?: ("#5C4033", .openInverted)
    default: ("#000000", .none)
    }
  }
}
