import GovernanceAnalysis
import GovernanceModel

/// The relationships of a witness as a tree for a terminal, absent ones among them.
///
///     Cambridgeshire and Peterborough
///     ├─ ← NHS England oversees it
///     └─ ✗ accountable to NHS England: not found
///
/// It begins at the body with the most lines; each line is shown once, each body followed once.
struct WitnessTree {
  private struct Edge {
    let from: String
    let to: String
    let verb: String
    let isAbsent: Bool
  }

  private static let limit = 60
  private static let nobody = ""

  private let edges: [Edge]
  private let names: [String: String]
  /// Those that stand for a kind of bodies.
  private let kinds: Set<String>

  init(_ finding: Finding, _ context: AnswerContext) {
    let graph = context.graph
    var names: [String: String] = [Self.nobody: "anyone"]
    var kinds: Set<String> = []
    func node(_ body: BodyIndex?) -> String {
      guard let body else { return Self.nobody }
      names[context.id(body)] = context.name(body)
      return context.id(body)
    }
    func node(_ party: Party) -> String {
      switch party {
      case .body(let body): return node(body)
      case .every(let kind):
        let id = "every " + graph.bodyKinds[kind].id
        names[id] = graph.bodyKinds[kind].plural
        kinds.insert(id)
        return id
      }
    }
    var edges: [Edge] = []
    for line in finding.witness.relationships.map({ graph[$0] }) {
      edges.append(
        Edge(
          from: node(line.from), to: node(line.to),
          verb: context.verb(line.kind, isPlural: false), isAbsent: false))
    }
    for statement in finding.witness.statements.map({ graph.statements[$0] }) {
      edges.append(
        Edge(
          from: node(statement.from), to: node(statement.to),
          verb: context.verb(statement.kind, isPlural: context.isPlural(statement.from)),
          isAbsent: false))
    }
    for absence in finding.witness.absent {
      let kind = graph.relationshipKinds.index(of: absence.kind.rawValue)
      edges.append(
        Edge(
          from: node(absence.from), to: node(absence.to),
          verb: kind.map { context.verb($0, isPlural: false) } ?? absence.kind.rawValue,
          isAbsent: true))
    }
    self.names = names
    self.kinds = kinds
    self.edges = edges.enumerated().sorted {
      (
        $0.element.isAbsent ? 1 : 0, names[$0.element.from]!, names[$0.element.to]!,
        $0.element.verb, $0.offset
      ) < (
        $1.element.isAbsent ? 1 : 0, names[$1.element.from]!, names[$1.element.to]!,
        $1.element.verb, $1.offset
      )
    }.map(\.element)
  }

  var isEmpty: Bool { edges.isEmpty }

  /// How many lines it has, absent ones too.
  var count: Int { edges.count }

  /// The lines of the tree; at most a screenful, and how many more there are.
  ///
  /// Complexity: O(edges · log edges).
  var lines: [TreeLine] {
    var incident: [String: [Int]] = [:]
    for (number, edge) in edges.enumerated() {
      incident[edge.from, default: []].append(number)
      if edge.to != edge.from { incident[edge.to, default: []].append(number) }
    }
    let hubs = incident.keys.sorted { one, other in
      let (left, right) = (incident[one]!.count, incident[other]!.count)
      // Nobody in particular is no place to begin.
      if (one == Self.nobody) != (other == Self.nobody) { return other == Self.nobody }
      return left != right ? left > right : (names[one]!, one) < (names[other]!, other)
    }
    var shown = Set<Int>()
    var visited = Set<String>()
    var lines: [TreeLine] = []
    var printed = 0
    // At most a screenful deep: a circle of many bodies is one long branch.
    func follow(_ node: String, _ indent: String, _ depth: Int) {
      visited.insert(node)
      let own = incident[node]!.filter { !shown.contains($0) }
      shown.formUnion(own)
      for (position, number) in own.enumerated() {
        guard lines.count < Self.limit else { return }
        printed += 1
        let isLast = position == own.count - 1
        let edge = edges[number]
        let other = edge.from == node ? edge.to : edge.from
        let hanging = indent + (isLast ? "   " : "│  ")
        lines.append(
          TreeLine(
            depth: depth, lead: indent + (isLast ? "└─ " : "├─ "), hanging: hanging,
            text: words(edge, from: node)))
        if !visited.contains(other), other != Self.nobody { follow(other, hanging, depth + 1) }
      }
    }
    for hub in hubs where !visited.contains(hub) && !incident[hub]!.allSatisfy(shown.contains) {
      guard lines.count < Self.limit else { break }
      lines.append(TreeLine(depth: 0, lead: "", hanging: "", text: names[hub]!))
      follow(hub, "", 1)
    }
    let rest = edges.count - printed
    if rest > 0 {
      lines.append(
        TreeLine(
          depth: 0, lead: "", hanging: "", text: "and " + counted(rest, "line", "lines") + " more"))
    }
    return lines
  }

  private func words(_ edge: Edge, from node: String) -> String {
    let text =
      edge.from == node
      ? "→ \(edge.verb) \(names[edge.to]!)"
      : "← \(names[edge.from]!) \(edge.verb) \(kinds.contains(node) ? "them" : "it")"
    return edge.isAbsent ? "✗ \(text): not found" : text
  }
}
