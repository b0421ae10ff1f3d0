/// The tables of incentives: each row becomes a value of its own.
extension GraphAssembler {
  mutating func addMetric(_ cells: RowCells, _ map: ColumnMap, _ place: Place) {
    guard isNewID(of: "metric", cells, map, place, among: \.metricByID),
      let name = required("name", cells, map, place),
      let nature = word(Metric.Nature.self, "nature", cells, map, place),
      let across = relationshipKind("rivalrous_across", cells, map, place),
      let producers = holders("produced_by", cells, map, place),
      let purpose = word(Metric.Purpose.self, "purpose", cells, map, place),
      let evidence = evidence(cells, map, place)
    else { return }
    if across != nil, nature != .rivalrous {
      report(
        "contradictory-metric", place(map.cell("rivalrous_across")),
        "the metric is divided between two sides, and its nature is not rivalrous",
        cure: "write rivalrous under nature, or empty the cell")
      return
    }
    if let whole = string(cells, map.cell("system_metric")) {
      incentiveTables.pendingSystemMetrics.append(
        (incentiveTables.records.metrics.count, whole, place(map.cell("system_metric"))))
    }
    let id = cells[map.cell("id")].string
    incentiveTables.metricByID[id] = incentiveTables.records.metrics.count
    incentiveTables.records.metrics.append(
      Metric(
        id: id, name: name, nature: nature, rivalrousAcross: across, systemMetric: nil,
        producedBy: producers, purpose: purpose, unit: string(cells, map.cell("unit")),
        definition: string(cells, map.cell("definition")), evidence: evidence,
        attributes: attributes(cells, map)))
  }

  mutating func addClass(_ cells: RowCells, _ map: ColumnMap, _ place: Place) {
    guard isNewID(of: "class", cells, map, place, among: \.classByID),
      let name = required("name", cells, map, place),
      let members = expression("members", cells, map, place),
      let within = expression("within", cells, map, place),
      let evidence = evidence(cells, map, place)
    else { return }
    guard members == nil || within == nil else {
      report(
        "contradictory-class", place(map.cell("within")),
        "the class has its members, and kinds among which to look for them",
        cure: "empty one of the two cells: 'within' is for members that are not recorded")
      return
    }
    let id = cells[map.cell("id")].string
    incentiveTables.classByID[id] = incentiveTables.records.classes.count
    incentiveTables.records.classes.append(
      HolderClass(
        id: id, name: name, members: members, within: within,
        reason: string(cells, map.cell("reason")), evidence: evidence,
        attributes: attributes(cells, map)))
  }

  mutating func addIncentive(_ cells: RowCells, _ map: ColumnMap, _ place: Place) {
    guard isNewID(of: "incentive", cells, map, place, among: \.incentiveByID),
      let holder = holder("holder", cells, map, place),
      let instrument = required("instrument", cells, map, place),
      let setBy = holders("set_by", cells, map, place),
      let metric = metric("metric", cells, map, place),
      let direction = requiredWord(Incentive.Direction.self, "direction", cells, map, place),
      let aggregation = word(Incentive.Aggregation.self, "aggregation", cells, map, place),
      let strength = word(Incentive.Strength.self, "strength", cells, map, place),
      let reading = word(Incentive.Reading.self, "reading", cells, map, place),
      let basis = basis(cells, map.cell("basis"), place),
      let horizon = word(Incentive.Horizon.self, "horizon", cells, map, place),
      let assessment = word(Incentive.Assessment.self, "assessed_on", cells, map, place),
      let sanctions = words(Incentive.Sanction.self, "sanction", cells, map, place),
      let amount = amount(cells, map.cell("amount"), place),
      let period = period(cells, map, place),
      let withdrawn = date(cells, map.cell("withdrawn"), place),
      let evidence = evidence(cells, map, place)
    else { return }
    let id = cells[map.cell("id")].string
    incentiveTables.incentiveByID[id] = incentiveTables.records.incentives.count
    incentiveTables.records.incentives.append(
      Incentive(
        id: id, holder: holder, instrument: instrument, setBy: setBy, metric: metric,
        direction: direction, target: string(cells, map.cell("target")),
        aggregation: aggregation, strength: strength, reason: string(cells, map.cell("reason")),
        reading: reading, basis: basis, legalBasis: string(cells, map.cell("legal_basis")),
        horizon: horizon, assessedOn: assessment, sanctions: sanctions,
        amount: amount == .min ? nil : Amount(hundredths: amount),
        year: string(cells, map.cell("year")), period: period,
        withdrawn: PartialDate(stored: withdrawn), evidence: evidence,
        attributes: attributes(cells, map)))
  }

  mutating func addEffect(_ cells: RowCells, _ map: ColumnMap, _ place: Place) {
    let from = metric("from", cells, map, place)
    let to = metric("to", cells, map, place)
    guard let from, let to,
      let sign = requiredWord(Effect.Sign.self, "sign", cells, map, place),
      let way = word(Effect.Way.self, "way", cells, map, place),
      let holder = optionalHolder("holder", cells, map, place),
      let bearers = holders("borne_by", cells, map, place),
      let evidence = evidence(cells, map, place)
    else { return }
    guard from != to else {
      report(
        "self-effect", place(map.cell("to")), "a metric is said to move itself",
        cure: "correct one side, or remove the row")
      return
    }
    if way == .crowdsOut, sign == .positive {
      report(
        "contradictory-effect", place(map.cell("sign")),
        "what crowds another metric out cannot raise it",
        cure: "write negative, or causes under way")
      return
    }
    let id = string(cells, map.cell("id"))
    if let id {
      guard isNewID(of: "effect", cells, map, place, among: \.effectByID) else { return }
      incentiveTables.effectByID[id] = incentiveTables.records.effects.count
    }
    incentiveTables.records.effects.append(
      Effect(
        id: id, from: from, to: to, sign: sign, way: way ?? .causes, holder: holder,
        borneBy: bearers, evidence: evidence, attributes: attributes(cells, map)))
  }

  mutating func addEvidence(_ cells: RowCells, _ map: ColumnMap, _ place: Place) {
    guard isNewID(of: "piece of evidence", cells, map, place, among: \.evidenceByID),
      let statement = required("statement", cells, map, place),
      let date = date(cells, map.cell("date"), place),
      let about = holders("about", cells, map, place),
      let evidence = evidence(cells, map, place)
    else { return }
    let id = cells[map.cell("id")].string
    incentiveTables.evidenceByID[id] = incentiveTables.records.evidence.count
    let patterns = (string(cells, map.cell("pattern")) ?? "").split(separator: " ")
    incentiveTables.records.evidence.append(
      EvidenceItem(
        id: id, statement: statement, figure: string(cells, map.cell("figure")),
        unit: string(cells, map.cell("unit")),
        respondents: string(cells, map.cell("respondents")), date: PartialDate(stored: date),
        patterns: patterns.map(String.init), about: about, evidence: evidence,
        attributes: attributes(cells, map)))
  }

  /// Finds the metrics that others count for a whole system, which may stand further on.
  mutating func resolveSystemMetrics() {
    for (metric, whole, place) in incentiveTables.pendingSystemMetrics {
      guard let position = incentiveTables.metricByID[whole], position != metric else {
        report(
          "unknown-reference", place,
          position(of: whole) == metric
            ? "the metric '\(whole)' is its own system metric" : "no metric has the id '\(whole)'",
          cure: cure(
            for: whole, among: candidates { incentiveTables.metricIDs(but: whole) },
            otherwise: "name the metric that counts the same for the whole system"))
        continue
      }
      incentiveTables.records.metrics[metric] =
        incentiveTables.records.metrics[metric].countedForSystem(by: position)
    }
    incentiveTables.pendingSystemMetrics = []
  }

  private func position(of metric: String) -> Int? { incentiveTables.metricByID[metric] }

  /// Says which expressions no body can satisfy, by the kinds that are known in the end.
  mutating func reportEmptyExpressions(in kinds: KindHierarchy) {
    for (expression, place) in incentiveTables.expressions
    where !kinds.kinds.indices.contains(where: { expression.matches(KindIndex($0), in: kinds) }) {
      report(
        "empty-expression", place, "no kind of body is meant by '\(expression.text)'",
        cure: "widen it, or use 'or' where 'and' asks for two kinds at once", severity: .warning)
    }
    incentiveTables.expressions = []
  }
}

/// What the tables of incentives come to while they are read.
struct IncentiveTables: Sendable {
  var records = IncentiveRecords()
  var metricByID: [String: Int] = [:]
  var classByID: [String: Int] = [:]
  var incentiveByID: [String: Int] = [:]
  var effectByID: [String: Int] = [:]
  var evidenceByID: [String: Int] = [:]
  var decisionByID: [String: Int] = [:]
  var reallocationByID: [String: Int] = [:]
  var measurementByID: [String: Int] = [:]
  var pendingSystemMetrics: [(metric: Int, whole: String, place: SourcePosition)] = []
  /// The expressions that were read, with their places.
  var expressions: [(KindExpression, SourcePosition)] = []

  /// The ids of metrics, in the order of the files, without one.
  func metricIDs(but id: String) -> [String] { records.metrics.map(\.id).filter { $0 != id } }
}

extension Metric {
  /// The same metric, counted for a whole system by another.
  fileprivate func countedForSystem(by position: Int) -> Metric {
    Metric(
      id: id, name: name, nature: nature, rivalrousAcross: rivalrousAcross,
      systemMetric: position, producedBy: producedBy, purpose: purpose, unit: unit,
      definition: definition, evidence: evidence, attributes: attributes)
  }
}
