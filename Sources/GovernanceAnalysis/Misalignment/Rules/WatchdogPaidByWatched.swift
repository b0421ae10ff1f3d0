import GovernanceModel

/// Those who watch, paid or owned by those watched.
struct WatchdogPaidByWatched: Rule {
  let about = RuleDescription(
    "watchdog-paid-by-watched",
    finds: "Who watches over a body, or speaks for the public, is paid, appointed or owned by it.",
    definition: """
      A row in force by which x funds, commissions or appoints w, or w is part of x; and either a row \
      'scrutinises' or 'oversees' from w to x, or w is of the kind 'watchdog': one that speaks for the \
      public, or reviews on its behalf. Both are bodies that the graph names.
      """,
    score: "The number of pairs of the two kinds. Low; medium where the watched one pays.",
    limits: """
      Of a watchdog without a line to those it is tied to, it is not said that it watches them: only \
      that it is not free of them.
      """)

  /// A watchdog and whom it is tied to.
  private struct Pair {
    let watcher: BodyIndex
    let watched: BodyIndex
    /// The row by which the one watches the other; nil for a watchdog by its kind.
    let watch: RelationshipIndex?
    let ties: [RelationshipIndex]
  }

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    let watching = inspection.lines(of: .scrutinises) + inspection.lines(of: .oversees)
    let isWatchdog = Self.watchdogs(in: graph)
    guard !watching.isEmpty || isWatchdog.contains(true) else {
      return .noData("no scrutiny or oversight is recorded, and nobody as a watchdog")
    }
    func key(_ watcher: UInt32, _ watched: UInt32) -> UInt64 {
      UInt64(watcher) << 32 | UInt64(watched)
    }
    var watches: [UInt64: RelationshipIndex] = [:]
    for row in watching {
      let (from, to) = (graph.rows.from[row.position], graph.rows.to[row.position])
      let pair = key(from, to)
      if from != to, watches[pair] == nil { watches[pair] = row }
    }
    var ties: [UInt64: [RelationshipIndex]] = [:]
    for kind in [RelationshipKind.funds, .commissions, .appoints, .partOf] {
      graph.forEachLine(of: kind, at: inspection.moment, open: inspection.isOpen) { row, from, to in
        // Who is paid or appointed stands on the right, a part of the watched on the left.
        let (watcher, watched) = kind == .partOf ? (from, to) : (to, from)
        guard watcher != watched else { return }
        let pair = key(watcher, watched)
        if watches[pair] != nil || isWatchdog[Int(inspection.kinds[Int(watcher)])] {
          ties[pair, default: []].append(RelationshipIndex(row))
        }
      }
    }
    var groups: [String: [Pair]] = [:]
    for (pair, rows) in ties {
      let (watcher, watched) = (
        BodyIndex(raw: UInt32(pair >> 32)), BodyIndex(raw: UInt32(truncatingIfNeeded: pair))
      )
      let kinds = "\(inspection.kind(watcher).id)/\(inspection.kind(watched).id)"
      groups[kinds, default: []].append(
        Pair(watcher: watcher, watched: watched, watch: watches[pair], ties: rows))
    }
    return .findings(
      merged(groups, isWatchdog, inspection).compactMap { finding($0, $1, inspection) })
  }

  /// For each kind of organisation, whether its bodies watch on behalf of the public.
  private static func watchdogs(in graph: GovernanceGraph) -> [Bool] {
    let kinds = graph.bodyKinds
    guard let watchdog = kinds.index(of: "watchdog") else {
      return [Bool](repeating: false, count: kinds.kinds.count)
    }
    return kinds.kinds.indices.map { kinds.kind(KindIndex($0), isA: watchdog) }
  }

  /// Groups in the order of their names; those whose ties one statement about kinds makes are one,
  /// however many narrower kinds the watched have.
  private func merged(
    _ groups: [String: [Pair]], _ isWatchdog: [Bool], _ inspection: Inspection
  ) -> [(key: [String], pairs: [Pair])] {
    let graph = inspection.graph
    var merged: [[String]: [Pair]] = [:]
    for (kinds, pairs) in groups {
      for pair in pairs {
        let statement = graph.rows.statement[pair.ties[0].position]
        let key =
          statement == .max || pair.watch != nil
          ? kinds : inspection.name(Int(statement)).split(separator: " ").joined(separator: "+")
        merged[[key], default: []].append(pair)
      }
    }
    return merged.map { key, pairs in
      (
        key,
        pairs.map { ((inspection.id($0.watcher), inspection.id($0.watched)), $0) }
          .sorted { $0.0 < $1.0 }.map(\.1)
      )
    }.sorted { $0.0.lexicographicallyPrecedes($1.0) }
  }

  private func finding(
    _ key: [String], _ pairs: [Pair], _ inspection: Inspection
  ) -> Finding? {
    let graph = inspection.graph
    let first = pairs[0]
    var witness = Witness()
    witness.relationships = pairs.prefix(10).flatMap { ($0.watch.map { [$0] } ?? []) + $0.ties }
    let isOne = pairs.count == 1
    let statement = first.watch == nil ? graph[first.ties[0]].statement : nil
    func names(_ body: BodyIndex, _ side: (Statement) -> Party) -> String {
      if isOne { return inspection.name(body) }
      return statement.map { inspection.name(side(graph.statements[$0])) }
        ?? inspection.kind(body).plural
    }
    func isPart(_ row: RelationshipIndex) -> Bool {
      graph.relationshipKinds[graph.kind(of: row)].id == RelationshipKind.partOf.rawValue
    }
    let pays = pairs.contains { !$0.ties.allSatisfy(isPart) }
    let watcher = names(first.watcher) { isPart(first.ties[0]) ? $0.from : $0.to }
    let watched = names(first.watched) { isPart(first.ties[0]) ? $0.to : $0.from }
    let tie =
      pays
      ? "\(isOne ? "depends" : "depend") on" : "\(isOne ? "belongs" : "belong") to"
    let end = pays ? " for money or office" : ""
    return inspection.finding(
      about,
      Draft(
        key: key, severity: pays ? .medium : .low, score: Double(pairs.count),
        subjects: pairs.count > 20 ? [] : pairs.flatMap { [$0.watcher, $0.watched] },
        message: first.watch == nil
          ? "\(watcher.capitalisedFirst) \(isOne ? "is a watchdog" : "are watchdogs") for the "
            + "public, and \(tie) \(watched)\(end)."
          : "\(watcher.capitalisedFirst) \(isOne ? "watches" : "watch") over \(watched), and \(tie) "
            + "\(isOne ? "it" : "them")\(end).",
        explanation: (isOne
          ? ""
          : "For example \(inspection.name(first.watcher)) and \(inspection.name(first.watched)). ")
          + "That it is tame is not said; only that a bite has a price.",
        witness: witness,
        clearedBy: "money or appointment from elsewhere, or a line to somebody above both"))
  }
}
