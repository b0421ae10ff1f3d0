/// The tables of what bodies decided, spent and reached: each row becomes a value of its own.
extension GraphAssembler {
  mutating func addDecision(_ cells: RowCells, _ map: ColumnMap, _ place: Place) {
    guard isNewID(of: "decision", cells, map, place, among: \.decisionByID),
      let subject = required("subject", cells, map, place),
      required("decider", cells, map, place) != nil,
      let deciders = holders("decider", cells, map, place),
      let part = requiredWord(DecisionRight.Part.self, "part", cells, map, place),
      let dutyOf = holders("duty_of", cells, map, place),
      let period = period(cells, map, place), let evidence = evidence(cells, map, place)
    else { return }
    let id = cells[map.cell("id")].string
    incentiveTables.decisionByID[id] = incentiveTables.records.decisions.count
    incentiveTables.records.decisions.append(
      DecisionRight(
        id: id, subject: subject, deciders: deciders, part: part, dutyOf: dutyOf,
        legalBasis: string(cells, map.cell("legal_basis")), period: period, evidence: evidence,
        attributes: attributes(cells, map)))
  }

  mutating func addReallocation(_ cells: RowCells, _ map: ColumnMap, _ place: Place) {
    guard isNewID(of: "reallocation", cells, map, place, among: \.reallocationByID),
      let purpose = required("purpose", cells, map, place),
      let spentOn = required("spent_on", cells, map, place),
      let amount = amount(cells, map.cell("amount"), place),
      let whole = self.amount(cells, map.cell("of_amount"), place),
      let decidedBy = holders("decided_by", cells, map, place),
      let meantFor = holders("meant_for", cells, map, place),
      let evidence = evidence(cells, map, place)
    else { return }
    guard amount == .min || whole == .min || amount <= whole else {
      report(
        "share-over-whole", place(map.cell("amount")),
        "more was spent otherwise than there was for the purpose",
        cure: "correct the amount, or what it is a part of")
      return
    }
    let relationship = string(cells, map.cell("relationship"))
    if let relationship, !rowIDs.contains(relationship) {
      report(
        "unknown-reference", place(map.cell("relationship")),
        "no relationship has the id '\(relationship)'",
        cure: cure(
          for: relationship, among: candidates { rowIDs.sorted() },
          otherwise: "give the row that is meant that id"))
      return
    }
    let id = cells[map.cell("id")].string
    incentiveTables.reallocationByID[id] = incentiveTables.records.reallocations.count
    incentiveTables.records.reallocations.append(
      Reallocation(
        id: id, purpose: purpose, spentOn: spentOn,
        amount: amount == .min ? nil : Amount(hundredths: amount),
        ofAmount: whole == .min ? nil : Amount(hundredths: whole),
        year: string(cells, map.cell("year")), decidedBy: decidedBy, meantFor: meantFor,
        relationship: relationship, evidence: evidence, attributes: attributes(cells, map)))
  }

  mutating func addMeasurement(_ cells: RowCells, _ map: ColumnMap, _ place: Place) {
    guard let holder = holder("holder", cells, map, place),
      let metric = metric("metric", cells, map, place),
      let stage = requiredWord(Measurement.Stage.self, "stage", cells, map, place),
      required("figure", cells, map, place) != nil,
      let figure = amount(cells, map.cell("figure"), place),
      let whole = optionalHolder("share_of", cells, map, place),
      let evidence = evidence(cells, map, place)
    else { return }
    if whole != nil, !(0...100_00).contains(figure) {
      report(
        "share-over-whole", place(map.cell("figure")),
        "'\(cells[map.cell("figure")].string)' is not a share in percent",
        cure: "write a number from 0 to 100, or empty share_of")
      return
    }
    let id = string(cells, map.cell("id"))
    if let id {
      guard isNewID(of: "measurement", cells, map, place, among: \.measurementByID) else { return }
      incentiveTables.measurementByID[id] = incentiveTables.records.measurements.count
    }
    incentiveTables.records.measurements.append(
      Measurement(
        id: id, holder: holder, metric: metric, stage: stage,
        figure: Amount(hundredths: figure), shareOf: whole,
        year: string(cells, map.cell("year")), evidence: evidence,
        attributes: attributes(cells, map)))
  }
}
