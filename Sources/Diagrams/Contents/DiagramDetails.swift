import GovernanceModel

extension Diagram {
  /// What stands behind it, row by row.
  ///
  /// - Complexity: O(n log n) in the relationships and bodies that it stands for.
  public var details: DiagramDetails { DiagramDetails(self, contents) }
}

/// What stands behind the lines and groups of a diagram: for a page and for programs, which can show
/// more than a picture has room for.
public struct DiagramDetails: Sendable {
  /// The most bodies of a group, records of a line and pairs of a record that are given one by one: a
  /// page of a register of millions must stay a page.
  public static let most = 5_000

  /// The bodies that each group stands for, by the group's element and by id; none for a group of
  /// which the graph lists no body, or more than ``most``.
  public let members: [String: [DiagramContents.Body]]
  /// What each line stands for, by its element; for a table, by the element of its box, what says
  /// that bodies belong to it.
  public let records: [String: [Record]]
  /// What all of it and the diagram itself cite, by id.
  public let sources: [DiagramContents.Citation]

  /// What rows of the graph say alike of one or several pairs of bodies.
  public struct Record: Sendable, Equatable {
    /// Which rows it is made of.
    public enum Form: String, Sendable {
      /// Relationships between bodies.
      case relationships
      /// A statement about whole kinds of which no pairs are listed.
      case statement
      /// A statement's total for all its relationships.
      case total
      /// Relationships beyond ``DiagramDetails/most`` records, of which only the number is given.
      case rest
    }
    public let form: Form
    /// The id of the kind.
    public let kind: String
    /// What it rests on, in words; empty where that is not recorded.
    public let basis: [String]
    public let legalBasis: String?
    /// The whole sum: "£105,702,000,000".
    public let amount: String?
    /// The financial year of the amount.
    public let year: String?
    /// "from 2013-04-01 to 2020-04-01", "not recorded"; nil for the rest.
    public let dates: String?
    public let grade: EvidenceGrade?
    /// Ids of ``DiagramDetails/sources``.
    public let sources: [String]
    public let note: String?
    /// Of how many relationships; 0 for statements.
    public fileprivate(set) var count: Int
    /// The bodies, from and to, of the first ``DiagramDetails/most`` of them.
    public fileprivate(set) var pairs: [Pair]
  }

  /// Two bodies that are related, by id.
  public struct Pair: Sendable, Hashable {
    public let from: String
    public let to: String
  }
}

extension DiagramDetails {
  init(_ diagram: Diagram, _ contents: DiagramContents) {
    let scene = diagram.scene
    let context = diagram.context
    let graph = context.graph
    var members: [String: [DiagramContents.Body]] = [:]
    var records: [String: [Record]] = [:]
    var cited = Set(contents.sources.map(\.id))
    for node in scene.nodes where (1...Self.most).contains(node.members.count) {
      let bodies = node.members.map {
        DiagramContents.Body(
          $0, element: ElementID.body(graph.id(of: $0)), context)
      }.sorted { $0.id < $1.id }
      members[ElementID.node(node)] = bodies
      for body in bodies { cited.formUnion(body.sources) }
    }
    for (line, element) in zip(scene.lines, diagram.lineElements) {
      records[element] = Self.records(of: line.tally, graph)
    }
    var belonging: [BodyIndex: LineTally] = [:]
    for row in scene.furtherTally.rows {
      belonging[graph[row].to, default: LineTally()].rows.append(row)
    }
    for node in scene.nodes where !node.sections.isEmpty {
      guard let tally = graph.body(id: node.id).flatMap({ belonging[$0] }) else { continue }
      records[ElementID.node(node)] = Self.records(of: tally, graph)
    }
    for list in records.values { for record in list { cited.formUnion(record.sources) } }
    self.members = members
    self.records = records
    sources = DiagramContents.citations(cited, context)
  }

  /// In the order of the graph's rows, rows that say the same as one.
  private static func records(of tally: LineTally, _ graph: GovernanceGraph) -> [Record] {
    var records: [Record] = []
    var numberOf: [Facts: Int] = [:]
    var rest = 0
    for row in tally.rows.sorted(by: { $0.position < $1.position }) {
      let line = graph[row]
      let pair = Pair(from: graph.id(of: line.from), to: graph.id(of: line.to))
      let facts = Facts(
        kind: line.kind, basis: line.basis, legalBasis: line.legalBasis, amount: line.amount,
        year: line.year, period: line.period, evidence: line.evidence)
      if let number = numberOf[facts] {
        records[number].count += 1
        if records[number].pairs.count < most { records[number].pairs.append(pair) }
      } else if records.count < most {
        numberOf[facts] = records.count
        records.append(Record(.relationships, facts, pair, graph))
      } else {
        rest += 1
      }
    }
    if rest > 0, let kind = records.first?.kind { records.append(Record(rest: rest, of: kind)) }
    for statement in tally.statements {
      let facts = Facts(
        kind: statement.kind, basis: statement.basis, legalBasis: statement.legalBasis,
        amount: statement.amount, year: statement.year, period: statement.period,
        evidence: statement.evidence)
      records.append(
        Record(statement.expandedCount > 0 ? .total : .statement, facts, nil, graph))
    }
    return records
  }

  /// What a row says, but for whom it is about.
  fileprivate struct Facts: Hashable {
    let kind: KindIndex
    let basis: Basis
    let legalBasis: String?
    let amount: Amount?
    let year: String?
    let period: Period
    let evidence: Evidence
  }
}

extension DiagramDetails.Record {
  fileprivate init(
    _ form: Form, _ facts: DiagramDetails.Facts, _ pair: DiagramDetails.Pair?,
    _ graph: GovernanceGraph
  ) {
    self.form = form
    kind = graph.relationshipKinds[facts.kind].id
    basis = facts.basis.words
    legalBasis = facts.legalBasis
    amount = facts.amount?.whole(graph.currency)
    year = facts.year
    dates = facts.period.words
    grade = facts.evidence.grade
    sources = facts.evidence.sources
    note = facts.evidence.note
    count = pair == nil ? 0 : 1
    pairs = pair.map { [$0] } ?? []
  }

  fileprivate init(rest count: Int, of kind: String) {
    form = .rest
    self.kind = kind
    basis = []
    legalBasis = nil
    amount = nil
    year = nil
    dates = nil
    grade = nil
    sources = []
    note = nil
    self.count = count
    pairs = []
  }
}

extension Period {
  /// "from 2013-04-01", "from 2013-04-01 to 2020-04-01", "not recorded".
  var words: String {
    if start == nil, end == nil { return "not recorded" }
    return [start.map { "from \($0)" }, end.map { "to \($0)" }].compactMap { $0 }
      .joined(separator: " ")
  }
}
