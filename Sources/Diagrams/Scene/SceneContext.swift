import GovernanceModel

/// What every view needs of the graph: who is open, of what kind, and how kinds of relationships
/// are drawn. One object, since everything that is drawn asks it.
final class SceneContext: Sendable {
  let graph: GovernanceGraph
  let moment: Moment
  let basis: Basis
  /// By body: whether it is open and the view has it in.
  let isOpen: [Bool]
  /// What a view has in; nil for everything.
  let choice: SceneChoice?
  let grouping: KindGrouping
  /// The kinds of which the graph lists no body of any time, nor of a narrower kind.
  let unlistedKinds: Set<KindIndex>
  /// By position of the relationship kind: the kind every graph knows that it is or is under.
  let standard: [RelationshipKind?]
  /// By position of the relationship kind: its name in words, "accountable to".
  private let relationshipWords: [String]

  init(
    _ graph: GovernanceGraph, at moment: Moment, basis: Basis, selection: ViewSelection? = nil
  ) {
    self.graph = graph
    self.moment = moment
    self.basis = selection?.basis ?? basis
    let open = graph.openBodies(at: moment)
    let choice = selection.flatMap { SceneChoice($0, graph, at: moment) }
    self.choice = choice
    isOpen =
      choice?.hasBody.map { has in open.indices.map { open[$0] && has[$0] } } ?? open
    grouping = KindGrouping(graph, at: moment)
    var isListed = [Bool](repeating: false, count: graph.bodyKinds.kinds.count)
    for kind in graph.bodies.kind { isListed[Int(kind)] = true }
    unlistedKinds = Set(
      isListed.indices.map { KindIndex($0) }.filter { kind in
        !graph.bodyKinds.selfAndNarrower(kind).contains { isListed[$0.position] }
      })
    let kinds = graph.relationshipKinds
    standard = kinds.kinds.indices.map { position in
      let broader = kinds.selfAndBroader(KindIndex(position)).map { kinds[$0].id }
      return RelationshipKind.standard.first { broader.contains($0.rawValue) }
    }
    relationshipWords = kinds.kinds.map(\.name.unhyphenated)
  }

  /// The name of a kind of relationships in words: "accountable to".
  func words(of kind: KindIndex) -> String { relationshipWords[kind.position] }

  func groupKind(of body: BodyIndex) -> KindIndex {
    grouping[graph.kind(of: body, at: moment)]
  }

  func standard(_ kind: KindIndex) -> RelationshipKind? { standard[kind.position] }

  func tier(_ kind: KindIndex) -> Int? {
    if let tier = graph.bodyKinds[kind].tier { return tier }
    return graph.bodyKinds.selfAndBroader(kind).compactMap { graph.bodyKinds[$0].tier }.max()
  }

  /// The id of the node of a kind drawn as one; no body has it, since ids have no spaces.
  func stackID(_ kind: KindIndex) -> String { "every " + graph.bodyKinds[kind].id }

  func node(_ body: BodyIndex) -> SceneNode {
    let grade = graph.evidence(of: body).grade
    return SceneNode(
      id: graph.id(of: body),
      entries: [
        SceneNode.Entry(
          name: graph.name(of: body, at: moment), kind: graph.kind(of: body, at: moment),
          isWeak: grade?.isWeak ?? false, id: graph.id(of: body))
      ])
  }

  /// A kind drawn as one: "209 clinical commissioning groups", "43 other …", or its plural alone
  /// where the graph lists none.
  func stack(_ kind: KindIndex, count: Int, others: Bool = false, id: String? = nil)
    -> SceneNode
  {
    let words = graph.bodyKinds[kind]
    let number = "\(count.grouped)\(others ? " other" : "")"
    let name =
      if count == 0 {
        words.plural
      } else if count == 1 {
        "\(number) \(words.name)"
      } else {
        // A kind without a plural of its own.
        "\(number) \(words.plural == words.name ? "× " : "")\(words.plural)"
      }
    return SceneNode(
      id: id ?? stackID(kind), entries: [SceneNode.Entry(name: name, kind: kind, isWeak: false)],
      stackCount: count)
  }

  /// Whether a relationship is of a kind, and between bodies, that the view has in.
  func isChosen(_ row: Int) -> Bool {
    guard let choice else { return true }
    return choice.hasKind?[Int(graph.rows.kind[row])] ?? true
      && (choice.hasBody == nil
        || isOpen[Int(graph.rows.from[row])] && isOpen[Int(graph.rows.to[row])])
  }

  /// Whether the view has in bodies of a kind of which the graph lists none.
  func isChosen(_ party: Party) -> Bool {
    switch party {
    case .body(let body): choice?.hasBody?[body.position] ?? true
    case .every(let kind):
      choice?.selection.bodies?.matches(kind: kind, in: graph.bodyKinds) ?? true
        && choice?.selection.within == nil
    }
  }

  /// Whether a relationship counts: accountability on a basis that is not followed does not.
  func isFollowed(_ row: Int) -> Bool {
    standard[Int(graph.rows.kind[row])] != .accountableTo
      || graph.basis(ofRow: row).isFollowed(by: basis)
  }

  static let notFollowed = "relationships of accountability on a basis that is not followed here"
}

extension Int {
  /// The number with its thousands apart: `12,345`.
  var grouped: String {
    let digits = String(magnitude)
    var text = self < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}
