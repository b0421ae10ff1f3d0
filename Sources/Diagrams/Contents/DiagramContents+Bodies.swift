import GovernanceModel

extension DiagramContents.Kind {
  init(_ kind: KindIndex, _ context: SceneContext) {
    self.kind = kind
    self.context = context
  }

  public var id: String { context.graph.bodyKinds[kind].id }
  /// What one of them is called.
  public var name: String { context.graph.bodyKinds[kind].name }
  /// The ids of the kind and of every broader one, sorted.
  public var lineage: [String] {
    let kinds = context.graph.bodyKinds
    return kinds.selfAndBroader(kind).map { kinds[$0].id }.sorted()
  }

  public static func == (left: Self, right: Self) -> Bool { left.id == right.id }
}

extension DiagramContents.Body {
  init(
    _ body: BodyIndex, element: String, amount: String? = nil, remark: String? = nil,
    _ context: SceneContext
  ) {
    let graph = context.graph
    self.element = element
    self.body = body
    self.context = context
    id = graph.id(of: body)
    name = graph.name(of: body, at: context.moment)
    kind = DiagramContents.Kind(graph.kind(of: body, at: context.moment), context)
    self.amount = amount
    self.remark = remark
  }

  private var graph: GovernanceGraph { context.graph }
  private var evidence: Evidence { graph.evidence(of: body) }

  /// What else it is called: before, after, or in the main table.
  public var otherNames: [String] {
    let names =
      [graph.name(of: body, at: .anyTime)]
      + graph.history(of: body).filter { $0.field == "name" }.map(\.value)
    return Set(names).filter { $0 != name }.sorted()
  }

  /// What it is in law, in words; nil where that is not recorded.
  public var legalForm: String? {
    graph.legalForm(of: body, at: context.moment)?.rawValue.unhyphenated
  }

  /// "ODS RGT", by scheme.
  public var codes: [String] { codes(at: context.moment) }

  /// Codes that it has at other times.
  public var otherCodes: [String] {
    let codes = codes
    return self.codes(at: .anyTime).filter { !codes.contains($0) }
  }

  private func codes(at moment: Moment) -> [String] {
    graph.codes(of: body, at: moment).map { "\($0.scheme.uppercased()) \($0.code)" }
  }

  /// "from 2013-04-01", "from 2013-04-01 to 2020-04-01", "not recorded".
  public var life: String { graph.life(of: body).words }
  /// The grade of its row; nil where it has none.
  public var grade: EvidenceGrade? { evidence.grade }
  /// Ids of ``DiagramContents/sources``.
  public var sources: [String] { evidence.sources }
  /// The remark of its row.
  public var note: String? { evidence.note }

  /// Whether both are the same body, shown and called the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.element == right.element && left.id == right.id && left.name == right.name
      && left.kind == right.kind && left.amount == right.amount && left.remark == right.remark
  }
}
