import GovernanceModel

/// What a diagram shows, before anything is said about looks: nodes in rows, lines between them,
/// frames around some of them, and what was left out.
struct Scene {
  var title: String
  /// By row, then id.
  var nodes: [SceneNode] = []
  /// By ends and kind.
  var lines: [SceneLine] = []
  var frames: [SceneFrame] = []
  var leftOut = LeftOut()
}

/// A body, the bodies of a kind drawn as one, or a list of bodies that have the same lines.
struct SceneNode {
  /// The id of the body; `every KIND` for a kind; the ids of a list, joined.
  let id: String
  /// One entry, or several for a list.
  var entries: [Entry]
  /// How many bodies it stands for, when it is a kind drawn as one; 0 when the graph lists none.
  var stackCount: Int?
  /// Whether it stands for a whole kind of which no body is meant in particular.
  var isWhole = false
  var isHighlighted = false
  /// What each body has of its own that is not drawn, such as "a board".
  var belongings: [String] = []
  /// What else to say of it, in small print.
  var remarks: [String] = []
  /// Whether ``remarks`` say what moves it.
  var hasIncentives = false
  /// Whether it may move to another level where its own is full.
  var mayWrap = true
  /// The level it stands on: lower numbers are drawn higher.
  var row = 0
  /// Whether it may be listed with others that have the same lines.
  var mayBeListed = true

  struct Entry {
    let name: String
    let kind: KindIndex
    /// Whether its evidence is weaker than read in the source or computed.
    let isWeak: Bool
    /// The money of its own line, in a list.
    var amount: String?
  }

  var isList: Bool { entries.count > 1 }
}

/// All relationships of one kind and direction between two nodes, drawn as one line.
struct SceneLine {
  let from: String
  let to: String
  let kind: KindIndex
  let tally: LineTally
  /// Whether the graph says that some pairs are so tied, and not which.
  let isUnstated: Bool
  var amounts: [String] = []
  /// "4 of 14" where it ties only some of the bodies drawn as one.
  var share: String?
  /// The frame that it stands at in place of its node, where it holds for every body in it.
  var fromFrame: String?
  var toFrame: String?
  /// Whether it is none: what was looked for and not found.
  var isAbsent = false
}

/// A frame around the nodes of one group.
struct SceneFrame {
  let id: String
  let label: String
  let nodes: [String]
}

/// What a line stands for.
struct LineTally {
  var relationships = 0
  var basis: Basis = []
  /// By raw value of the grade; 0 is "not recorded".
  var grades = [Int](repeating: 0, count: EvidenceGrade.allCases.count + 1)
  var sourced = 0
  /// How often each source is cited, by the text of its cell.
  var cells: [TextIndex: Int] = [:]
  /// What statements that stand for no listed relationship cite.
  var cited: [String: Int] = [:]

  /// Whether none of it was read in a source or computed, and some of it is graded.
  var isWeak: Bool { Self.isWeak(grades) }

  static func isWeak(_ grades: [Int]) -> Bool {
    func count(_ grade: EvidenceGrade) -> Int { grades[Int(grade.rawValue)] }
    return count(.verified) + count(.computed) + grades[0] == 0
      && count(.inferred) + count(.estimated) + count(.recalled) > 0
  }

  /// What a statement stands for that no listed relationship does.
  init(of statement: Statement) {
    basis = statement.basis
    grades[Int(statement.evidence.grade?.rawValue ?? 0)] = 1
    sourced = statement.evidence.sources.isEmpty ? 0 : 1
    for source in statement.evidence.sources { cited[source, default: 0] += 1 }
  }

  init() {}

  mutating func add(_ other: LineTally) {
    relationships += other.relationships
    basis.formUnion(other.basis)
    for grade in grades.indices { grades[grade] += other.grades[grade] }
    sourced += other.sourced
    cells.merge(other.cells, uniquingKeysWith: +)
    cited.merge(other.cited, uniquingKeysWith: +)
  }
}

extension EvidenceGrade {
  /// Whether it is less than read in the source or computed from data.
  var isWeak: Bool { self != .verified && self != .computed }
}
