import GovernanceModel

/// A rule that an analyst wrote beside a graph.
///
/// One finding for each body on the left that breaks it. Complexity: O(V + E).
public struct DeclaredRule: Rule {
  private let declaration: RuleDeclaration
  public let about: RuleDescription

  public init(_ declaration: RuleDeclaration, in graph: GovernanceGraph) {
    self.declaration = declaration
    about = RuleDescription(declaration, in: graph)
  }

  public func find(in inspection: Inspection) -> RuleResult {
    guard declaration.period.holds(at: inspection.moment) else { return .findings([]) }
    let from = Membership(declaration.from, inspection)
    let to = Membership(declaration.to, inspection)
    guard from.isKnown, to.isKnown else {
      return .noData("it names a class whose members are not recorded")
    }
    let lines = DeclaredLines(declaration, inspection)
    switch declaration.demand {
    case .forbidden:
      return .findings(
        lines.reaching(to, from: from).compactMap { found($0.body, $0.rows, inspection) })
    case .allowed:
      return .findings(
        lines.leadingElsewhere(than: to, from: from)
          .compactMap { found($0.body, $0.rows, inspection) })
    case .required:
      let bodies = inspection.openBodies.filter(from.contains)
      guard !bodies.isEmpty else { return .noData("the graph has none of those it is about") }
      let reaching = Set(lines.reaching(to, from: from).map(\.body))
      return .findings(
        inspection.byID(bodies.filter { !reaching.contains($0) })
          .compactMap { lacking($0, inspection) })
    }
  }

  // MARK: Findings

  private func found(
    _ body: BodyIndex, _ rows: [RelationshipIndex], _ inspection: Inspection
  ) -> Finding? {
    let graph = inspection.graph
    var witness = Witness()
    witness.relationships = rows
    let ends = declaration.reach == .route ? rows.suffix(1) : rows[...]
    let names = Set(ends.map { inspection.name(graph[$0].to) }).sorted()
    return finding(
      body, Inspection.list(names, atMost: 5), score: Double(rows.count), witness, inspection)
  }

  private func lacking(_ body: BodyIndex, _ inspection: Inspection) -> Finding? {
    var witness = Witness()
    var to: BodyIndex?
    if case .body(let one)? = declaration.to { to = one }
    witness.absent = [
      Witness.Absence(
        from: body, to: to,
        kind: RelationshipKind(inspection.graph.relationshipKinds[declaration.kind].id),
        searched: declaration.reach == .route ? "lines and routes of the kind" : "lines of the kind"
      )
    ]
    let name = declaration.to.map(inspection.name) ?? "anyone"
    return finding(body, name, score: 1, witness, inspection)
  }

  private func finding(
    _ body: BodyIndex, _ others: String, score: Double, _ witness: Witness,
    _ inspection: Inspection
  ) -> Finding? {
    // Each part is filled by itself: a name may hold a placeholder too.
    let message = declaration.message.components(around: "{from}").map {
      $0.components(around: "{to}").joined(separator: others)
    }.joined(separator: inspection.name(body))
    return inspection.finding(
      about,
      Draft(
        key: [inspection.id(body)],
        severity: Finding.Severity(rawValue: declaration.severity.rawValue)!, score: score,
        subjects: [body],
        footprint: inspection.isFootprint.contains(body) ? body : nil,
        message: message.endingSentence.capitalisedFirst,
        explanation: "A rule of the graph's own says so. " + about.definition,
        witness: witness,
        clearedBy: declaration.remedy
          ?? (declaration.demand == .required
            ? "a line such as the rule requires" : "the end of what the rule does not allow")))
  }
}

extension RuleDescription {
  /// What a declared rule says of itself.
  init(_ rule: RuleDeclaration, in graph: GovernanceGraph) {
    let lines = rule.reach == .route ? "routes of lines" : "lines"
    let basis =
      rule.basis.isEmpty
      ? "" : " that rest on " + rule.basis.words.joined(separator: " or ") + " grounds"
    let kind = "'\(graph.relationshipKinds[rule.kind].id)'"
    let from = rule.from.map { graph.text(of: $0) } ?? "anyone"
    let to = rule.to.map { graph.text(of: $0) } ?? "anyone"
    let demand =
      switch rule.demand {
      case .forbidden: "No \(lines) \(kind)\(basis) from \(from) to \(to)."
      case .required: "From \(from), each, at least one of the \(lines) \(kind)\(basis) to \(to)."
      case .allowed: "All \(lines) \(kind)\(basis) from \(from) lead to \(to)."
      }
    let dates = [
      rule.period.start.map { " From \($0)." }, rule.period.end.map { " Until \($0)." },
    ].compactMap { $0 }.joined()
    self.init(
      rule.id, finds: rule.message.endingSentence, definition: demand + dates,
      score:
        "The number of lines, 1 for a missing one. \(rule.severity.rawValue.capitalisedFirst).",
      limits: "Declared in \(rule.position.path), line \(rule.position.line).")
  }
}

extension String {
  /// The parts between the places where a text stands.
  fileprivate func components(around separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
