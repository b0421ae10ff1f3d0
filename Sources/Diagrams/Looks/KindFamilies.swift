import GovernanceModel

/// Which kinds of a graph have a look of their own, the same in every picture of the graph.
///
/// A graph's file of views may declare looks, each for a kind and its narrower ones; all other kinds
/// then share one. Where it declares none, every kind has the look of the broadest kind above it,
/// which is numbered among those of the whole graph by tier, then id.
public struct KindLooks: Sendable, Hashable {
  /// Looks by kind, as declared.
  public var declared: [KindIndex: NodeLook] = [:]

  public init(declared: [KindIndex: NodeLook] = [:]) { self.declared = declared }
}

/// The families of kinds that pictures tell apart by shape and colour.
struct KindFamilies {
  private let familyOf: [KindIndex]
  private let looks: [KindIndex: NodeLook]
  /// All of them, by tier, then id.
  let families: [KindIndex]

  /// - Complexity: O(kinds · broader kinds).
  init(_ declared: KindLooks, _ context: SceneContext) {
    let kinds = context.graph.bodyKinds
    let all = kinds.kinds.indices.map { KindIndex($0) }
    func isBefore(_ left: KindIndex, _ right: KindIndex) -> Bool {
      (context.tier(left) ?? .max, kinds[left].id) < (context.tier(right) ?? .max, kinds[right].id)
    }
    var looks = declared.declared
    let broadest =
      looks.isEmpty ? all.filter { kinds[$0].broader.isEmpty }.sorted(by: isBefore) : []
    var taken: [NodeLook] = []
    var free = (0..<NodeLook.count).makeIterator()
    for kind in broadest {
      let isPost = context.graph.postKind.map { kinds.kind(kind, isA: $0) } ?? false
      while let number = free.next() {
        let look = NodeLook(number: number, isPost: isPost)
        if taken.contains(look) { continue }
        taken.append(look)
        looks[kind] = look
        break
      }
    }
    familyOf = all.map { kind in
      let ways = kinds.selfAndBroader(kind).filter { looks[$0] != nil }
      let narrowest = ways.filter { way in
        !ways.contains { $0 != way && kinds.kind($0, isA: way) }
      }
      return narrowest.min(by: isBefore) ?? kind
    }
    self.looks = looks
    families = looks.keys.sorted(by: isBefore)
  }

  /// The family of a kind; nil where there are more than can be told apart.
  func family(of kind: KindIndex) -> KindIndex? {
    let family = familyOf[kind.position]
    return looks[family] == nil ? nil : family
  }

  func look(of kind: KindIndex) -> NodeLook? { looks[familyOf[kind.position]] }

  /// Shape and fill of bodies of a kind; plain boxes where there are more kinds than looks.
  func attributes(of kind: KindIndex, _ theme: Theme) -> DotAttributes {
    look(of: kind)?.attributes(theme)
      ?? [.shape(.box), .style(.filled), .fillcolor(theme.other)]
  }

  func fill(of kind: KindIndex, _ theme: Theme) -> DotColor {
    look(of: kind).map { theme.fill($0.fill) } ?? theme.other
  }
}
