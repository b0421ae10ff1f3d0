import GovernanceModel

/// Those who watch, paid or owned by those watched.
struct WatchdogPaidByWatched: Rule {
  let about = RuleDescription(
    "watchdog-paid-by-watched", patterns: ["P20"],
    finds: "Who scrutinises or oversees a body is paid, appointed or owned by it.",
    definition: """
      A row `scrutinises` or `oversees` from w to x, and a row in force by which x funds, commissions \
      or appoints w, or w is part of x; both between bodies that the graph names.
      """,
    score: "The number of pairs of the two kinds. Low; medium where the watched one pays.",
    limits: """
      A watchdog whose line to the watched is not recorded (a local Healthwatch over its council) is \
      not found.
      """)

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    let watching = inspection.lines(of: .scrutinises) + inspection.lines(of: .oversees)
    guard !watching.isEmpty else { return .noData("no scrutiny or oversight is recorded") }
    func key(_ watcher: UInt32, _ watched: UInt32) -> UInt64 {
      UInt64(watcher) << 32 | UInt64(watched)
    }
    func pair(of row: RelationshipIndex) -> UInt64 {
      key(graph.rows.from[row.position], graph.rows.to[row.position])
    }
    let watched = Set(watching.map { pair(of: $0) })
    var ties: [UInt64: [RelationshipIndex]] = [:]
    for kind in [RelationshipKind.funds, .commissions, .appoints, .partOf] {
      graph.forEachLine(of: kind, at: inspection.moment, open: inspection.isOpen) { row, from, to in
        // Who is paid or appointed stands on the right, a part of the watched on the left.
        let pair = kind == .partOf ? key(from, to) : key(to, from)
        if watched.contains(pair) { ties[pair, default: []].append(RelationshipIndex(row)) }
      }
    }
    var groups: [String: [(watch: RelationshipIndex, ties: [RelationshipIndex])]] = [:]
    for row in watching {
      guard let found = ties[pair(of: row)] else { continue }
      let line = graph[row]
      guard line.from != line.to else { continue }
      let kinds = "\(inspection.kind(line.from).id)/\(inspection.kind(line.to).id)"
      groups[kinds, default: []].append((row, found))
    }
    return .findings(
      groups.sorted { $0.key < $1.key }.compactMap { key, pairs in
        let pairs = pairs.sorted {
          inspection.id(graph[$0.watch].from) < inspection.id(graph[$1.watch].from)
        }
        let first = graph[pairs[0].watch]
        var witness = Witness()
        witness.relationships = pairs.prefix(10).flatMap { [$0.watch] + $0.ties }
        let names = { (body: BodyIndex, kind: KindHierarchy.Kind) in
          pairs.count == 1 ? inspection.name(body) : kind.plural
        }
        let (watcher, watched) = (
          names(first.from, inspection.kind(first.from)), names(first.to, inspection.kind(first.to))
        )
        let pays = pairs.contains { pair in
          pair.ties.contains {
            graph.relationshipKinds[graph.kind(of: $0)].id != RelationshipKind.partOf.rawValue
          }
        }
        return inspection.finding(
          about,
          Draft(
            key: [key], severity: pays ? .medium : .low, score: Double(pairs.count),
            subjects: pairs.count > 20
              ? [] : pairs.flatMap { [graph[$0.watch].from, graph[$0.watch].to] },
            message: "\(watcher.capitalisedFirst) \(pairs.count == 1 ? "watches" : "watch") over "
              + "\(watched), and \(pays ? "depend on them for money or office" : "belong to them").",
            explanation: "\(inspection.name(first.from)), for one, watches over "
              + "\(inspection.name(first.to)). That it is tame is not said; only that a bite has a "
              + "price.",
            witness: witness, clearedBy: "money or appointment from elsewhere than the watched"))
      })
  }
}
