/// From rows to a graph: what could only be resolved when everything was read.
extension GraphAssembler {
  /// The graph of every row that was sound. Nothing can be added afterwards.
  package mutating func finish() -> GovernanceGraph {
    let bodyHierarchy = bodyKinds.hierarchy(diagnostics: &diagnostics)
    let relationshipHierarchy = relationshipKinds.hierarchy(diagnostics: &diagnostics)
    resolveOwners()
    resolveRowReferences()
    history.sort { $0.order < $1.order }
    let historyOfBody = historyOfBody()
    reportOverlappingHistory()
    let explicitCount = rows.count
    var expansion = StatementExpansion(
      kinds: bodyHierarchy, history: history, historyOfBody: historyOfBody)
    expansion.expand(into: &self)
    let count = relationshipHierarchy.kinds.count
    return GovernanceGraph(
      title: title, asOf: asOf, currency: currency ?? "GBP", bodyKinds: bodyHierarchy,
      relationshipKinds: relationshipHierarchy, postKind: bodyHierarchy.index(of: "post"),
      statements: statements, listedPairs: listedPairs, holders: holders, duties: duties,
      history: history, sources: sources, text: text, identifiers: identifiers, bodies: bodies,
      rows: rows, explicitCount: explicitCount,
      outgoing: (0..<count).map { adjacency(of: $0, rows.from) },
      incoming: (0..<count).map { adjacency(of: $0, rows.to) },
      historyOfBody: historyOfBody, sourceByID: sourceByID)
  }

  private func adjacency(of kind: Int, _ ends: [UInt32]) -> Adjacency {
    Adjacency(of: UInt16(kind), kinds: rows.kind, ends: ends, bodies: bodies.count)
  }

  private mutating func resolveOwners() {
    for pending in pendingOwners {
      let owner = text.withBytes(of: pending.text) { bytes in
        identifiers.find(bytes, in: text, texts: bodies.id)
      }
      if let owner, Int(owner) != pending.row {
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
          for: text[pending.text], among: rowIDs.sorted(),
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

  /// Two values of one column on the same day leave a question without an answer.
  private mutating func reportOverlappingHistory() {
    for (entry, next) in zip(history, history.dropFirst())
    where entry.body == next.body && entry.field == next.field
      && !entry.field.hasPrefix(TableSchema.codePrefix)
      && entry.period.firstDay < next.period.endDay && next.period.firstDay < entry.period.endDay
      && (entry.period.end?.isWhole ?? true)
    {
      report(
        "overlapping-history", SourcePosition(path: "history"),
        "'\(text[bodies.id[entry.body.position]])' has two values of \(entry.field) on one day: "
          + "'\(entry.value)' and '\(next.value)'",
        cure: "end one before the other starts", severity: .warning)
    }
  }
}

extension HistoryEntry {
  /// By body, column, start and value.
  var order: (UInt32, String, Int32, String) {
    (body.raw, field, period.firstDay, value)
  }
}
