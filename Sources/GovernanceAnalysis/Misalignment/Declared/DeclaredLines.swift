import GovernanceModel

/// Who is meant by one side of a declared rule: decided once for each kind.
struct Membership {
  /// Whether it can be told who is meant.
  let isKnown: Bool
  private let body: BodyIndex?
  private let kinds: [Bool]?
  private let kindOf: [UInt16]

  /// - Parameter holder: nil: anyone.
  init(_ holder: IncentiveHolder?, _ inspection: Inspection) {
    let graph = inspection.graph
    kindOf = inspection.kinds
    if case .body(let one)? = holder { body = one } else { body = nil }
    let expression = holder.flatMap { graph.expression(of: $0) }
    kinds = expression.map { expression in
      graph.bodyKinds.kinds.indices.map {
        expression.matches(KindIndex($0), in: graph.bodyKinds)
      }
    }
    isKnown = holder == nil || body != nil || kinds != nil
  }

  func contains(_ other: BodyIndex) -> Bool {
    if let kinds { return kinds[Int(kindOf[other.position])] }
    return body == nil || body == other
  }
}

/// The lines that a declared rule is about.
struct DeclaredLines {
  /// A body with lines that concern it.
  struct Found {
    let body: BodyIndex
    let rows: [RelationshipIndex]
  }

  private let inspection: Inspection
  private let reach: RuleDeclaration.Reach
  private let rows: [(row: RelationshipIndex, from: BodyIndex, to: BodyIndex)]

  init(_ rule: RuleDeclaration, _ inspection: Inspection) {
    self.inspection = inspection
    reach = rule.reach
    let graph = inspection.graph
    let kind = RelationshipKind(graph.relationshipKinds[rule.kind].id)
    var rows: [(row: RelationshipIndex, from: BodyIndex, to: BodyIndex)] = []
    graph.forEachLine(of: kind, at: inspection.moment, open: inspection.isOpen) { row, from, to in
      guard rule.basis.isEmpty || graph.basis(ofRow: Int(row)).isFollowed(by: rule.basis) else {
        return
      }
      rows.append((RelationshipIndex(row), BodyIndex(raw: from), BodyIndex(raw: to)))
    }
    self.rows = rows
  }

  /// Bodies on the left that reach the right: with all their lines there, or with one shortest route.
  /// By id.
  func reaching(_ to: Membership, from: Membership) -> [Found] {
    reach == .line
      ? grouped(rows.filter { from.contains($0.from) && to.contains($0.to) })
      : routes(to, from)
  }

  /// Bodies on the left with lines that lead elsewhere, with those lines. By id.
  func leadingElsewhere(than to: Membership, from: Membership) -> [Found] {
    grouped(rows.filter { from.contains($0.from) && !to.contains($0.to) })
  }

  private func grouped(
    _ rows: [(row: RelationshipIndex, from: BodyIndex, to: BodyIndex)]
  ) -> [Found] {
    let byBody = Dictionary(grouping: rows, by: \.from)
    return inspection.byID(byBody.keys).map { body in
      Found(
        body: body,
        rows: byBody[body]!.map { (inspection.id($0.to), $0.row) }.sorted { $0 < $1 }.map(\.1))
    }
  }

  /// Breadth first from the right, against the lines; of equally short routes the one over the bodies
  /// with the first ids. Complexity: O(V + E · log E).
  private func routes(_ to: Membership, _ from: Membership) -> [Found] {
    let into = Dictionary(grouping: rows, by: \.to)
    var steps: [BodyIndex: Int] = [:]
    var layer = inspection.openBodies.filter(to.contains)
    for body in layer { steps[body] = 0 }
    while !layer.isEmpty {
      var next: [BodyIndex] = []
      for body in layer {
        for row in into[body] ?? [] where steps[row.from] == nil {
          steps[row.from] = steps[body]! + 1
          next.append(row.from)
        }
      }
      layer = next
    }
    let out = Dictionary(grouping: rows, by: \.from)
    /// The line by which a body comes nearest to the right.
    func best(_ body: BodyIndex) -> (row: RelationshipIndex, to: BodyIndex)? {
      (out[body] ?? []).compactMap { line in
        steps[line.to].map { ($0, inspection.id(line.to), line.row, line.to) }
      }.min { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map { ($0.2, $0.3) }
    }
    return inspection.byID(out.keys.filter(from.contains)).compactMap { body in
      guard var line = best(body) else { return nil }
      var rows = [line.row]
      while steps[line.to]! > 0, let next = best(line.to) {
        rows.append(next.row)
        line = next
      }
      return Found(body: body, rows: rows)
    }
  }
}
