import GovernanceModel

// What makes a scene smaller without saying anything untrue.
extension Scene {
  /// What the lines of each node are, whoever it is: two nodes with the same have the same place
  /// in the graph.
  private var places: [String: [String]] {
    var places: [String: [String]] = [:]
    for line in lines {
      let looks =
        "\(line.kind.raw) \(line.isUnstated) \(line.isAbsent) \(line.tally.basis.rawValue) "
        + "\(line.tally.isWeak) \(line.share ?? "")" + (line.change.map { "\($0)" } ?? "")
      places[line.from, default: []].append("> \(line.to)\u{1F}\(looks)")
      places[line.to, default: []].append("< \(line.from)\u{1F}\(looks)")
    }
    return places.mapValues { $0.sorted() }
  }

  /// Kinds drawn as one that have the same lines become the broader kind that they share, where
  /// together they are all of it.
  mutating func mergeAlikeKinds(_ context: SceneContext) {
    let kinds = context.graph.bodyKinds
    let stacks = nodes.filter { $0.stackCount != nil }
    let places = places
    func place(_ node: SceneNode) -> [String] {
      (places[node.id] ?? []) + [node.isNewOrGone ? "\(node.change!)" : ""]
    }
    let alike = Dictionary(grouping: stacks, by: place).values.filter { $0.count > 1 }
    let groups = alike.map { group in group.sorted { $0.id < $1.id } }
      .sorted { $0[0].id < $1[0].id }
    for group in groups {
      let shared = group.map { Set(kinds.selfAndBroader($0.entries[0].kind)) }
      let common = shared.dropFirst().reduce(shared[0]) { $0.intersection($1) }
      let narrowest = common.filter { candidate in
        !common.contains { $0 != candidate && kinds.kind($0, isA: candidate) }
      }.min { kinds[$0].id < kinds[$1].id }
      guard let kind = narrowest else { continue }
      let members = Set(group.map(\.id))
      // A kind of which other members are drawn elsewhere cannot stand for these alone.
      let elsewhere = nodes.contains { node in
        !members.contains(node.id)
          && node.entries.contains { kinds.kind($0.kind, isA: kind) }
      }
      if elsewhere { continue }
      var merged = context.stack(kind, count: group.reduce(0) { $0 + ($1.stackCount ?? 0) })
      merged.row = group.map(\.row).min() ?? 0
      merged.members = group.flatMap(\.members)
      merged.change = group[0].change
      if group.contains(where: { $0.earlierCount != nil }) {
        merged.earlierCount = group.reduce(0) { $0 + ($1.earlierCount ?? $1.stackCount ?? 0) }
      }
      merged.belongings = Set(group.flatMap(\.belongings)).sorted()
      replace(members, by: merged)
    }
  }

  /// Bodies drawn singly that have the same lines become one list, so that each line is drawn once.
  mutating func listAlike(_ context: SceneContext, atLeast fewest: Int = 3, rows: Bool = false) {
    // In a list an amount stands beside the name: it must be clear which line it belongs to.
    var priced: [String: Int] = [:]
    for line in lines where !line.amounts.isEmpty {
      priced[line.from, default: 0] += 1
      priced[line.to, default: 0] += 1
    }
    let singles = nodes.filter {
      $0.stackCount == nil && $0.mayBeListed && !$0.isHighlighted && !$0.isList
        && priced[$0.id] ?? 0 < 2
    }
    let places = places
    var frameOf: [String: Int] = [:]
    for (number, frame) in frames.enumerated() {
      for node in frame.nodes { frameOf[node] = number }
    }
    let groups = Dictionary(grouping: singles) { node -> [String] in
      let level = rows ? node.row : context.tier(node.entries[0].kind) ?? -1
      let change = node.isNewOrGone ? "\(node.change!)" : ""
      return ["\(level)", "\(frameOf[node.id] ?? -1)", change] + (places[node.id] ?? [])
    }.values.filter { $0.count >= fewest }
      .map { $0.sorted { $0.id < $1.id } }.sorted { $0[0].id < $1[0].id }
    for group in groups {
      let members = Set(group.map(\.id))
      // Bodies tied to one another cannot be one list.
      if lines.contains(where: { members.contains($0.from) && members.contains($0.to) }) {
        continue
      }
      var list = group[0]
      list = SceneNode(id: group.map(\.id).joined(separator: " "), entries: [], row: list.row)
      list.change = group[0].isNewOrGone ? group[0].change : nil
      func key(_ node: SceneNode) -> (String, String, String) {
        (context.graph.bodyKinds[node.entries[0].kind].id, node.entries[0].name, node.id)
      }
      for node in group.sorted(by: { key($0) < key($1) }) {
        var entry = node.entries[0]
        let amounts = lines.filter { $0.from == node.id || $0.to == node.id }.flatMap(\.amounts)
        entry.amount = amounts.isEmpty ? nil : amounts.joined(separator: ", ")
        if let earlier = node.earlierName { entry.remark = "before: " + earlier }
        list.entries.append(entry)
      }
      for index in lines.indices
      where members.contains(lines[index].from) || members.contains(lines[index].to) {
        lines[index].amounts = []
      }
      replace(members, by: list)
    }
  }

  /// Puts one node in the place of several; lines that become parallel become one.
  private mutating func replace(_ members: Set<String>, by node: SceneNode) {
    nodes.removeAll { members.contains($0.id) }
    nodes.append(node)
    sortNodes()
    for index in frames.indices where frames[index].nodes.contains(where: members.contains) {
      let frame = frames[index]
      frames[index] = SceneFrame(
        id: frame.id, label: frame.label,
        nodes: frame.nodes.filter { !members.contains($0) } + [node.id])
    }
    var merged: [SceneLine] = []
    for line in lines {
      let from = members.contains(line.from) ? node.id : line.from
      let to = members.contains(line.to) ? node.id : line.to
      let twin = merged.firstIndex {
        $0.from == from && $0.to == to && $0.kind == line.kind && $0.isUnstated == line.isUnstated
          && $0.isAbsent == line.isAbsent
      }
      var tally = line.tally
      var amounts = line.amounts
      if let twin {
        tally.add(merged[twin].tally)
        amounts = merged[twin].amounts + amounts.filter { !merged[twin].amounts.contains($0) }
      }
      var joined = SceneLine(
        from: from, to: to, kind: line.kind, tally: tally, isUnstated: line.isUnstated,
        amounts: amounts, sum: Self.sum(line.sum, twin.flatMap { merged[$0].sum }),
        share: line.share, change: line.change)
      joined.isAbsent = line.isAbsent
      if let twin { merged[twin] = joined } else { merged.append(joined) }
    }
    lines = merged
  }

  private static func sum(_ left: Int64?, _ right: Int64?) -> Int64? {
    guard let left, let right else { return left ?? right }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : sum
  }

  /// Keeps the nodes with the most lines, and says how many were left out.
  mutating func keepBusiest(_ most: Int) {
    guard nodes.count > most else { return }
    var degree: [String: Int] = [:]
    for line in lines {
      degree[line.from, default: 0] += 1
      degree[line.to, default: 0] += 1
    }
    let kept = nodes.sorted {
      let left = ($0.stackCount == nil ? 0 : 1, degree[$0.id] ?? 0)
      let right = ($1.stackCount == nil ? 0 : 1, degree[$1.id] ?? 0)
      return left != right ? left > right : $0.id < $1.id
    }.prefix(most)
    let ids = Set(kept.map(\.id))
    leftOut.add(nodes.count - ids.count, "bodies with fewer lines, for want of room")
    nodes.removeAll { !ids.contains($0.id) }
    lines.removeAll { !ids.contains($0.from) || !ids.contains($0.to) }
    for index in frames.indices {
      frames[index] = SceneFrame(
        id: frames[index].id, label: frames[index].label,
        nodes: frames[index].nodes.filter(ids.contains))
    }
  }
}
