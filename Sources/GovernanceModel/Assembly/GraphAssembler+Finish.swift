/// From rows to a graph: what could only be resolved when everything was read.
extension GraphAssembler {
  /// The graph of every row that was sound. Nothing can be added afterwards.
  package mutating func finish() -> GovernanceGraph {
    let bodyHierarchy = bodyKinds.hierarchy(diagnostics: &diagnostics)
    let relationshipHierarchy = relationshipKinds.hierarchy(diagnostics: &diagnostics)
    resolveOwners()
    resolveRowReferences()
    resolveSystemMetrics()
    reportEmptyExpressions(in: bodyHierarchy)
    sortHistory()
    let historyOfBody = historyOfBody()
    reportOverlappingHistory()
    let explicitCount = rows.count
    var expansion = StatementExpansion(
      kinds: bodyHierarchy, history: history, historyOfBody: historyOfBody)
    expansion.expand(into: &self)
    return GovernanceGraph(
      title: title, asOf: asOf, currency: currency ?? "GBP", bodyKinds: bodyHierarchy,
      relationshipKinds: relationshipHierarchy, postKind: bodyHierarchy.index(of: "post"),
      statements: statements, listedPairs: listedPairs, holders: holders, duties: duties,
      incentiveRecords: incentiveTables.records,
      history: history, sources: sources, text: text, identifiers: identifiers, bodies: bodies,
      rows: rows, explicitCount: explicitCount, historyOfBody: historyOfBody, sourceByID: sourceByID
    )
  }

  private mutating func resolveOwners() {
    for pending in pendingOwners {
      let owner = text.withBytes(of: pending.text) { bytes in
        identifiers.find(bytes, in: text, texts: bodies.id)
      }
      if let owner, Int(owner) == pending.row {
        report(
          "self-owner", pending.place, "'\(text[pending.text])' is its own owner",
          cure: "name the body that it belongs to, or empty the cell")
      } else if let owner {
        bodies.owner.set(owner, at: pending.row)
      } else {
        text[pending.text].withBytes { reportUnknownBody($0, pending.place) }
      }
    }
    pendingOwners = []
  }

  /// Checks that `alternative_of` and `part_of` name rows that exist.
  private mutating func resolveRowReferences() {
    for pending in pendingRows where !rowIDs.contains(text[pending.text]) {
      report(
        "unknown-reference", pending.place,
        "no relationship has the id '\(text[pending.text])'",
        cure: cure(
          for: text[pending.text], among: candidates { rowIDs.sorted() },
          otherwise: "give the row that is meant that id"))
    }
    pendingRows = []
  }

  private func historyOfBody() -> [UInt32: Range<Int>] {
    var ranges: [UInt32: Range<Int>] = [:]
    var start = 0
    while start < history.count {
      let body = history[start].body
      var end = start
      while end < history.count, history[end].body == body { end += 1 }
      ranges[body.raw] = start..<end
      start = end
    }
    return ranges
  }

  private mutating func sortHistory() {
    let order = history.indices.sorted { history[$0].order < history[$1].order }
    historyPlaces = order.map { historyPlaces[$0] }
    history = order.map { history[$0] }
  }

  /// Two values of one column on the same day leave a question without an answer.
  private mutating func reportOverlappingHistory() {
    // The entry of this body and column that lasts longest, of those before; one whose last day is
    // not known may well end when the next begins.
    var lasting: HistoryEntry?
    for (next, place) in zip(history, historyPlaces)
    where !next.field.hasPrefix(TableSchema.codePrefix) {
      if let entry = lasting, entry.body == next.body, entry.field == next.field {
        if next.period.firstDay < entry.period.endDay {
          report(
            "overlapping-history", place,
            "'\(text[bodies.id[entry.body.position]])' has two values of \(entry.field) on one "
              + "day: '\(entry.value)' and '\(next.value)'",
            cure: "end one before the other starts", severity: .warning)
        }
        if next.period.endDay <= entry.period.endDay { continue }
      } else {
        lasting = nil
      }
      if next.period.end?.isWhole ?? true { lasting = next }
    }
  }
}

extension HistoryEntry {
  /// By body, column, start and value.
  var order: (UInt32, String, Int32, String) {
    (body.raw, field, period.firstDay, value)
  }
}
