import GovernanceModel

/// What a rule says of a finding; the rest follows from the witness.
struct Draft {
  /// The part of the id after the rule.
  var key: [String]
  var severity: Finding.Severity
  var score: Double
  var subjects: [BodyIndex] = []
  var footprint: BodyIndex?
  var places: [Finding.Place] = []
  var message: String
  var explanation: String
  var witness: Witness
  /// The days that it is about, where the witness does not say it.
  var period: Period = .unlimited
  var remedies: [Finding.Remedy] = []
  var money: [Finding.Money] = []
  var clearedBy: String
  /// Reasons to be less than sure besides the grades of the witness.
  var doubts: [String] = []
}

extension Inspection {
  /// A finding from what its rule says of it: dates, remedy, money, evidence and doubts are read
  /// off the witness.
  ///
  /// - Returns: nil when no day has everything that the witness names.
  func finding(_ rule: RuleDescription, _ draft: Draft) -> Finding? {
    var witness = draft.witness
    witness.incentives.sort { graph.incentives[$0].id < graph.incentives[$1].id }
    guard let period = period(of: witness)?.intersection(draft.period) else { return nil }
    let subjects = byID(Set(draft.subjects))
    return Finding(
      id: ([rule.id] + draft.key).joined(separator: "/"), rule: rule.id,
      severity: draft.severity, score: draft.score, subjects: subjects,
      footprint: draft.footprint, places: draft.places, period: period,
      message: Self.tidied(draft.message),
      explanation: Self.tidied(draft.explanation), witness: witness,
      remedies: draft.remedies + remedies(of: witness), money: draft.money + money(of: witness),
      evidence: evidence(for: rule, subjects: subjects, draft), clearedBy: draft.clearedBy,
      provisional: draft.doubts + doubts(of: witness))
  }

  /// One space between words, also where a part of a sentence was empty.
  private static func tidied(_ text: String) -> String {
    text.split(separator: " ").joined(separator: " ")
  }

  private func period(of witness: Witness) -> Period? {
    var period: Period? = .unlimited
    func narrow(_ other: Period) { period = period?.intersection(other) }
    for row in witness.relationships { narrow(graph.period(of: row)) }
    for position in witness.statements { narrow(graph.statements[position].period) }
    for position in witness.incentives { narrow(graph.incentives[position].period) }
    for position in witness.decisions { narrow(graph.decisions[position].period) }
    let years =
      witness.reallocations.map { graph.reallocations[$0].year }
      + witness.measurements.map { graph.measurements[$0].year }
    for year in years { narrow(year.map(FinancialYear.period) ?? .unlimited) }
    return period
  }

  private func remedies(of witness: Witness) -> [Finding.Remedy] {
    var seen: Set<Finding.Remedy> = []
    return witness.incentives.map { position in
      let incentive = graph.incentives[position]
      return Finding.Remedy(instrument: incentive.instrument, setBy: incentive.setBy)
    }.filter { !$0.setBy.isEmpty && seen.insert($0).inserted }
  }

  private func money(of witness: Witness) -> [Finding.Money] {
    var money: [Finding.Money] = witness.incentives.compactMap { position in
      let incentive = graph.incentives[position]
      return incentive.amount.map {
        Finding.Money(
          amount: $0, year: incentive.year,
          what: "\(incentive.instrument), for \(graph.metrics[incentive.metric].name), in all")
      }
    }
    money += witness.reallocations.compactMap { position in
      let row = graph.reallocations[position]
      return row.amount.map {
        Finding.Money(amount: $0, year: row.year, what: "\(row.purpose) → \(row.spentOn)")
      }
    }
    var seen: Set<Finding.Money> = []
    return money.filter { seen.insert($0).inserted }
  }

  /// Evidence of the rule's patterns that is about nobody in particular or about those concerned.
  private func evidence(
    for rule: RuleDescription, subjects: [BodyIndex], _ draft: Draft
  ) -> [Int] {
    guard !graph.evidenceItems.isEmpty else { return [] }
    let concerned =
      subjects + (draft.footprint.map { [$0] } ?? [])
      + (draft.places.first.map { $0.members } ?? [])
    return graph.evidenceItems.indices.filter { position in
      let item = graph.evidenceItems[position]
      return item.patterns.contains(where: rule.patterns.contains)
        && (item.about.isEmpty
          || item.about.contains { holder in concerned.contains { means(holder, $0) } })
    }.sorted { graph.evidenceItems[$0].id < graph.evidenceItems[$1].id }
  }

  private func doubts(of witness: Witness) -> [String] {
    let incentives = witness.incentives.map { graph.incentives[$0] }
    let economic = incentives.filter { $0.reading == .economic }.map(\.id)
    var doubts: [String] = []
    if !economic.isEmpty {
      doubts.append(
        "the direction is an economic reading of the rule, which does not say it: "
          + Self.list(economic))
    }
    let grades =
      incentives.map { ($0.id, $0.evidence.grade) }
      + witness.statements.map { (name($0), graph.statements[$0].evidence.grade) }
      + witness.effects.map { (name(effect: $0), graph.effects[$0].evidence.grade) }
      + witness.decisions.map { (graph.decisions[$0].id, graph.decisions[$0].evidence.grade) }
      + witness.reallocations.map {
        (graph.reallocations[$0].id, graph.reallocations[$0].evidence.grade)
      }
      + witness.measurements.map {
        (graph.measurements[$0].id ?? "a measurement", graph.measurements[$0].evidence.grade)
      }
    for grade in [EvidenceGrade.inferred, .estimated, .recalled] {
      let rows = grades.filter { $0.1 == grade }.map(\.0).sorted()
      if !rows.isEmpty { doubts.append("\(grade.word): \(Self.list(rows))") }
      let count = witness.relationships.count { graph.grade(of: $0) == grade }
      if count > 0 {
        doubts.append(
          "\(grade.word): \(count) of "
            + Self.counted(witness.relationships.count, "relationship", "relationships"))
      }
    }
    return doubts
  }

  func name(_ statement: Int) -> String {
    let row = graph.statements[statement]
    return row.id
      ?? "\(name(row.from)) \(graph.relationshipKinds[row.kind].id) \(name(row.to))"
  }

  func name(effect position: Int) -> String {
    let effect = graph.effects[position]
    return effect.id ?? "\(graph.metrics[effect.from].id)-\(graph.metrics[effect.to].id)"
  }
}
