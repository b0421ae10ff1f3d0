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
  /// Whether the layout finds the levels by itself, from the lines.
  var hasFreeRows = false
  /// What is cited for what is drawn without lines.
  var furtherTally = LineTally()
  /// The most nodes side by side, where a level may be several rows.
  var mostInRow = 9
}

/// A body, the bodies of a kind drawn as one, or a list of bodies that have the same lines.
struct SceneNode {
  /// The id of the body; `every KIND` for a kind; the ids of a list, joined.
  let id: String
  /// One entry, or several for a list.
  var entries: [Entry]
  /// How many bodies it stands for, when it is a kind drawn as one; 0 when the graph lists none.
  var stackCount: Int?
  /// The bodies that it stands for, when it is a kind drawn as one, where the graph lists them.
  var members: [BodyIndex] = []
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
  /// What became of it between the two dates of a comparison.
  var change: Change?
  /// How many bodies it stood for at the earlier date, when it is a kind drawn as one.
  var earlierCount: Int?
  /// Its name at the earlier date, where it was another.
  var earlierName: String?
  /// Whether it belongs to several of the groups shown, and stands in one of them.
  var isShared = false
  /// What the rules find about it.
  var findings: FindingMark?
  /// The parts of a table of names, each under its heading; empty for anything but a table.
  var sections: [Section] = []

  struct Entry {
    let name: String
    let kind: KindIndex
    /// Whether its evidence is weaker than read in the source or computed.
    let isWeak: Bool
    /// The money of its own line, in a list.
    var amount: String?
    /// What else to say of it, in small print.
    var remark: String?
    /// Whether it stands in several tables.
    var isShared = false
    /// To how many of the groups of an overlay it belongs, where it is several.
    var overlaps = 0
    /// The body's id; nil for a kind drawn as one.
    var id: String?
  }

  /// Names under a heading, in a table of a group.
  struct Section {
    let heading: String
    var entries: [Entry]
  }

  /// Whether it is at only one of the two dates of a comparison.
  var isNewOrGone: Bool { change == .appeared || change == .vanished }

  var isList: Bool { entries.count > 1 && sections.isEmpty }
}

/// All relationships of one kind and direction between two nodes, drawn as one line.
struct SceneLine {
  let from: String
  let to: String
  let kind: KindIndex
  var tally: LineTally
  /// Whether the graph says that some pairs are so tied, and not which.
  let isUnstated: Bool
  var amounts: [String] = []
  /// The money of all that it stands for, in hundredths, of the latest year; nil where none is
  /// recorded.
  var sum: Int64?
  /// Other kinds of relationships in the same direction that it stands for: "also oversees".
  var also: String?
  /// Those kinds.
  var alsoKinds: [KindIndex] = []
  /// "4 of 14" where it ties only some of the bodies drawn as one.
  var share: String?
  /// The frame that it stands at in place of its node, where it holds for every body in it.
  var fromFrame: String?
  var toFrame: String?
  /// What became of it between the two dates of a comparison.
  var change: Change?
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
  /// What statements that stand for no listed relationship cite.
  var cited: [String: Int] = [:]
  /// The relationships.
  var rows: [RelationshipIndex] = []
  /// Statements that say more than the relationships do: those of which no pairs are listed, and the
  /// totals of others.
  var statements: [Statement] = []

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
    statements = [statement]
  }

  init() {}

  mutating func add(_ other: LineTally) {
    relationships += other.relationships
    basis.formUnion(other.basis)
    for grade in grades.indices { grades[grade] += other.grades[grade] }
    sourced += other.sourced
    cited.merge(other.cited, uniquingKeysWith: +)
    rows += other.rows
    statements += other.statements
  }
}

extension EvidenceGrade {
  /// Whether it is less than read in the source or computed from data.
  var isWeak: Bool { self != .verified && self != .computed }
}
