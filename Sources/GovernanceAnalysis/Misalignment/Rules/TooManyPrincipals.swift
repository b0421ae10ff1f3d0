import GovernanceModel

/// A kind of body that answers to four masters or more.
struct TooManyPrincipals: Rule {
  let about = RuleDescription(
    "too-many-principals",
    finds: "Bodies of a kind answer to four principals or more.",
    definition: """
      The number of distinct principals of x: bodies at the end of its lines of accountability on any \
      basis, those of its own boards, save of one that is itself answered to, and one for each statement that x's kind answers to bodies of a kind without saying \
      which. Found at four. Kinds with the same \
      principals are one finding.
      """,
    score: """
      The greatest number, each principal counting 1 on a statutory line, ¾ on a managerial, \
      contractual or political one, ½ on any other. Medium.
      """,
    limits: "Those who oversee without being answered to are named, not counted.")

  private static let threshold = 4

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    let statements = inspection.statements(of: .accountableTo)
      .filter { !graph.statements[$0].statesPairs }
    guard !statements.isEmpty || !inspection.lines(of: .accountableTo).isEmpty else {
      return .noData("no line of accountability is recorded")
    }
    // Few kinds are on the left of such statements: asked once for each.
    let ofKind = graph.bodyKinds.kinds.indices.map { kind in
      statements.filter { position in
        guard case .every(let other) = graph.statements[position].from else { return false }
        return graph.bodyKinds.kind(KindIndex(kind), isA: other)
      }
    }
    let own = inspection.owned
    var groups: [UInt16: [(body: BodyIndex, count: Int)]] = [:]
    var patterns: [[String]: Set<UInt16>] = [:]
    for body in inspection.openBodies {
      let kind = inspection.kinds[body.position]
      let organs = own[body] ?? []
      // Most bodies have few lines and none of their own: nothing is made for them.
      let direct = inspection.everyLine.principals.range(of: body.raw).count
      guard !organs.isEmpty || direct + ofKind[Int(kind)].count >= Self.threshold else { continue }
      let masters = principals(body, organs, inspection)
      let count = masters.count + ofKind[Int(kind)].count
      guard count >= Self.threshold else { continue }
      groups[kind, default: []].append((body, count))
      let labels =
        masters.map { graph.isMade($0) ? inspection.kind($0).id : inspection.id($0) }
        + ofKind[Int(kind)].map { inspection.name($0) }
      patterns[labels.sorted(), default: []].insert(kind)
    }
    // Kinds whose bodies answer to the same principals are one finding under their common kind.
    var merged: [KindIndex: Set<UInt16>] = [:]
    for kinds in patterns.values {
      if let common = commonKind(kinds, graph) {
        merged[common, default: []].formUnion(kinds)
      } else {
        for kind in kinds { merged[KindIndex(raw: kind), default: []].insert(kind) }
      }
    }
    return .findings(
      merged.map { (graph.bodyKinds[$0.key], $0.value.sorted()) }
        .sorted { $0.0.id < $1.0.id }
        .compactMap { kind, kinds in
          finding(
            kind, kinds.flatMap { groups[$0]! }, own,
            Set(kinds.flatMap { ofKind[Int($0)] }).sorted(), inspection)
        })
  }

  /// The narrowest kind that all of some are of.
  private func commonKind(_ kinds: Set<UInt16>, _ graph: GovernanceGraph) -> KindIndex? {
    let broader = kinds.map { Set(graph.bodyKinds.selfAndBroader(KindIndex(raw: $0))) }
    guard let first = broader.first else { return nil }
    func rank(_ kind: KindIndex) -> (Int, String) {
      (-graph.bodyKinds.selfAndBroader(kind).count, graph.bodyKinds[kind].id)
    }
    return broader.dropFirst().reduce(first) { $0.intersection($1) }
      .min { rank($0) < rank($1) }
  }

  private func finding(
    _ kind: KindHierarchy.Kind, _ bodies: [(body: BodyIndex, count: Int)],
    _ own: [BodyIndex: [BodyIndex]], _ statements: [Int], _ inspection: Inspection
  ) -> Finding? {
    let graph = inspection.graph
    let most = bodies.map(\.count).max()!
    let example = inspection.byID(bodies.filter { $0.count == most }.map(\.body))[0]
    let masters = principals(example, own[example] ?? [], inspection)
    let lines = ([example] + (own[example] ?? [])).flatMap {
      graph.relationships(from: $0, kind: .accountableTo, at: inspection.moment)
    }.filter { masters.contains($0.to) }
    var witness = Witness()
    witness.relationships = lines.map(\.index)
    witness.statements = statements
    let names =
      Set(
        lines.map {
          graph.isMade($0.to) ? "their own " + inspection.kind($0.to).name : inspection.name($0.to)
        }
      ).sorted()
      + statements.map { inspection.name(graph.statements[$0].to) }.sorted()
    var weights: [BodyIndex: Double] = [:]
    for line in lines { weights[line.to] = max(weights[line.to] ?? 0, Self.weight(line.basis)) }
    let score =
      inspection.byID(weights.keys).reduce(0) { $0 + weights[$1]! }
      + statements.reduce(0) { $0 + Self.weight(graph.statements[$1].basis) }
    let overseers = Set(
      graph.relationships(to: example, kind: .oversees, at: inspection.moment)
        .map { inspection.name($0.from) }
    ).subtracting(names).sorted()
    return inspection.finding(
      about,
      Draft(
        key: [kind.id], severity: .medium, score: score,
        subjects: bodies.count > 20 ? [] : bodies.map(\.body),
        message:
          "\(bodies.count == 1 ? inspection.name(example) : "\(bodies.count) \(kind.plural)") "
          + "\(bodies.count == 1 ? "answers" : "answer") to \(Self.threshold) principals or more: "
          + "\(Inspection.list(names, atMost: 6)).",
        explanation: "\(inspection.name(example)), for one, has \(most)."
          + (overseers.isEmpty
            ? ""
            : " Beside them \(Inspection.list(overseers)) "
              + "\(overseers.count == 1 ? "oversees" : "oversee") it.")
          + " Who answers to many can play them off or satisfy none.",
        witness: witness,
        clearedBy: "one principal that speaks for the others, or an order among them"))
  }

  /// Those that a body answers to, and those that its own bodies do: its board to its governors, say,
  /// but not the governors to theirs.
  private func principals(
    _ body: BodyIndex, _ own: [BodyIndex], _ inspection: Inspection
  ) -> Set<BodyIndex> {
    var found = Set(inspection.everyLine.principals(of: body))
    let answeredTo = Set(own.flatMap { inspection.everyLine.principals(of: $0) })
    for organ in own where !answeredTo.contains(organ) && !found.contains(organ) {
      guard !inspection.graph.isPost(organ) else { continue }
      found.formUnion(inspection.everyLine.principals(of: organ).filter { $0 != body })
    }
    return found
  }

  private static func weight(_ basis: Basis) -> Double {
    if basis.contains(.statutory) { return 1 }
    return basis.isDisjoint(with: [.managerial, .contractual, .political]) ? 0.5 : 0.75
  }
}
