/// The tables of incentives as they are written.
extension GovernanceGraph {
  /// Adds them to a graph's other tables. Complexity: O(rows).
  func addIncentiveTables(to tables: inout GraphTables) {
    for group in holderClasses { tables.append(cells(of: group), to: .classes) }
    for metric in metrics { tables.append(cells(of: metric), to: .metrics) }
    for incentive in incentives { tables.append(cells(of: incentive), to: .incentives) }
    for effect in effects { tables.append(cells(of: effect), to: .effects) }
    for item in evidenceItems { tables.append(cells(of: item), to: .evidence) }
    for decision in decisions { tables.append(cells(of: decision), to: .decisions) }
    for reallocation in reallocations {
      tables.append(cells(of: reallocation), to: .reallocations)
    }
    for measurement in measurements { tables.append(cells(of: measurement), to: .measurements) }
  }

  /// Whom a row means, as its cell says it.
  package func text(of holder: IncentiveHolder) -> String {
    switch holder {
    case .body(let body): id(of: body)
    case .every(let expression): "every " + expression.text
    case .members(let position): "class " + holderClasses[position].id
    }
  }

  private func text(of holders: [IncentiveHolder]) -> String {
    holders.map { text(of: $0) }.joined(separator: " ")
  }

  private func cells(of metric: Metric) -> Cells {
    [
      ("id", metric.id), ("name", metric.name), ("nature", metric.nature?.rawValue),
      ("rivalrous_across", metric.rivalrousAcross.map { relationshipKinds[$0].id }),
      ("system_metric", metric.systemMetric.map { metrics[$0].id }),
      ("produced_by", text(of: metric.producedBy)), ("purpose", metric.purpose?.rawValue),
      ("unit", metric.unit), ("definition", metric.definition),
    ] + cells(of: metric.evidence) + cells(of: metric.attributes)
  }

  private func cells(of group: HolderClass) -> Cells {
    [
      ("id", group.id), ("name", group.name), ("members", group.members?.text),
      ("within", group.within?.text), ("reason", group.reason),
    ] + cells(of: group.evidence) + cells(of: group.attributes)
  }

  private func cells(of incentive: Incentive) -> Cells {
    [
      ("id", incentive.id), ("holder", text(of: incentive.holder)),
      ("instrument", incentive.instrument), ("set_by", text(of: incentive.setBy)),
      ("metric", metrics[incentive.metric].id), ("direction", incentive.direction.rawValue),
      ("target", incentive.target), ("aggregation", incentive.aggregation?.rawValue),
      ("strength", incentive.strength?.rawValue), ("reason", incentive.reason),
      ("reading", incentive.reading?.rawValue),
      ("basis", incentive.basis.words.joined(separator: " ")),
      ("legal_basis", incentive.legalBasis), ("horizon", incentive.horizon?.rawValue),
      ("assessed_on", incentive.assessedOn?.rawValue),
      ("sanction", incentive.sanctions.map(\.rawValue).joined(separator: " ")),
      ("amount", incentive.amount?.description), ("year", incentive.year),
      ("withdrawn", incentive.withdrawn?.description),
    ] + cells(of: incentive.period) + cells(of: incentive.evidence)
      + cells(of: incentive.attributes)
  }

  private func cells(of effect: Effect) -> Cells {
    [
      ("id", effect.id), ("from", metrics[effect.from].id), ("to", metrics[effect.to].id),
      ("sign", effect.sign.rawValue),
      ("way", effect.way == .causes ? nil : effect.way.rawValue),
      ("holder", effect.holder.map { text(of: $0) }), ("borne_by", text(of: effect.borneBy)),
    ] + cells(of: effect.evidence) + cells(of: effect.attributes)
  }

  private func cells(of item: EvidenceItem) -> Cells {
    [
      ("id", item.id), ("statement", item.statement), ("figure", item.figure),
      ("unit", item.unit), ("respondents", item.respondents), ("date", item.date?.description),
      ("pattern", item.patterns.joined(separator: " ")), ("about", text(of: item.about)),
    ] + cells(of: item.evidence) + cells(of: item.attributes)
  }

  private func cells(of decision: DecisionRight) -> Cells {
    [
      ("id", decision.id), ("subject", decision.subject), ("decider", text(of: decision.deciders)),
      ("part", decision.part.rawValue), ("duty_of", text(of: decision.dutyOf)),
      ("legal_basis", decision.legalBasis),
    ] + cells(of: decision.period) + cells(of: decision.evidence) + cells(of: decision.attributes)
  }

  private func cells(of reallocation: Reallocation) -> Cells {
    [
      ("id", reallocation.id), ("purpose", reallocation.purpose),
      ("spent_on", reallocation.spentOn), ("amount", reallocation.amount?.description),
      ("of_amount", reallocation.ofAmount?.description), ("year", reallocation.year),
      ("decided_by", text(of: reallocation.decidedBy)),
      ("meant_for", text(of: reallocation.meantFor)),
      ("relationship", reallocation.relationship),
    ] + cells(of: reallocation.evidence) + cells(of: reallocation.attributes)
  }

  private func cells(of measurement: Measurement) -> Cells {
    [
      ("id", measurement.id), ("holder", text(of: measurement.holder)),
      ("metric", metrics[measurement.metric].id), ("stage", measurement.stage.rawValue),
      ("figure", measurement.figure.description),
      ("share_of", measurement.shareOf.map { text(of: $0) }), ("year", measurement.year),
    ] + cells(of: measurement.evidence) + cells(of: measurement.attributes)
  }
}
