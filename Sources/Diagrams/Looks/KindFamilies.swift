import GovernanceModel

/// The families of kinds that a picture tells apart by shape and colour.
///
/// They are the broadest kinds of what is drawn. Large ones are split into narrower kinds while
/// there are looks left; the ones with the fewest lines share the plain look of "other kinds".
struct KindFamilies {
  /// Those with a look of their own, by tier, then id.
  let families: [KindIndex]
  private let look: [KindIndex: NodeLook]
  private let familyOf: [KindIndex: KindIndex]
  private let grouping: KindGrouping

  init(of scene: Scene, _ context: SceneContext) {
    let kinds = context.graph.bodyKinds
    grouping = context.grouping
    var weights = Weights(scene, context)
    while let split = weights.nextSplit() { weights.family.merge(split) { $1 } }
    familyOf = weights.family
    families = weights.ranked.prefix(NodeLook.count).sorted {
      let left = context.tier($0) ?? .max
      let right = context.tier($1) ?? .max
      return left != right ? left < right : kinds[$0].id < kinds[$1].id
    }
    var look: [KindIndex: NodeLook] = [:]
    for (number, kind) in families.enumerated() {
      let isPost = context.graph.postKind.map { kinds.kind(kind, isA: $0) } ?? false
      look[kind] = NodeLook(number: number, isPost: isPost)
    }
    self.look = look
  }

  /// The family of a kind; nil for other kinds.
  func family(of kind: KindIndex) -> KindIndex? {
    let family = familyOf[grouping[kind]] ?? kind
    return look[family] == nil ? nil : family
  }

  func look(of kind: KindIndex) -> NodeLook {
    family(of: kind).flatMap { look[$0] } ?? .other
  }
}

/// How much of a picture each kind is, and the families found so far.
private struct Weights {
  let kinds: KindHierarchy
  /// The ends of lines at each drawn kind.
  private var ends: [KindIndex: Int] = [:]
  private var bodies: [KindIndex: Int] = [:]
  private var hasTaken = false
  var family: [KindIndex: KindIndex] = [:]

  init(_ scene: Scene, _ context: SceneContext) {
    kinds = context.graph.bodyKinds
    var degree: [String: Int] = [:]
    for line in scene.lines {
      degree[line.from, default: 0] += 1
      degree[line.to, default: 0] += 1
    }
    for node in scene.nodes {
      for entry in node.entries {
        let kind = context.grouping[entry.kind]
        ends[kind, default: 0] += 1 + (degree[node.id] ?? 0) / node.entries.count
        bodies[kind, default: 0] += node.stackCount ?? 1
      }
    }
    for kind in ends.keys { family[kind] = step(from: kind, under: nil) }
  }

  /// The families, those with the most lines first.
  var ranked: [KindIndex] { Self.ranked(family, ends, kinds) }

  private static func ranked(
    _ family: [KindIndex: KindIndex], _ ends: [KindIndex: Int], _ kinds: KindHierarchy
  ) -> [KindIndex] {
    var weight: [KindIndex: Int] = [:]
    for (kind, family) in family { weight[family, default: 0] += ends[kind] ?? 0 }
    return weight.sorted {
      $0.value != $1.value ? $0.value > $1.value : kinds[$0.key].id < kinds[$1.key].id
    }.map(\.key)
  }

  /// The kind on the way up that stands directly under `top`, or is a broadest one.
  private func step(from kind: KindIndex, under top: KindIndex?) -> KindIndex {
    if kind == top { return kind }
    let ways = kinds.selfAndBroader(kind).filter { candidate in
      guard let top else { return kinds[candidate].broader.isEmpty }
      return kinds[candidate].broader.contains(top)
    }
    return ways.min { kinds[$0].id < kinds[$1].id } ?? kind
  }

  /// What becomes of the family with the most bodies that can be split: there are looks to spare,
  /// or, once, all its parts outweigh what they take a look from.
  mutating func nextSplit() -> [KindIndex: KindIndex]? {
    let ranked = ranked
    let candidates = ranked.prefix(NodeLook.count).map { top in
      (top: top, bodies: family.reduce(0) { $0 + ($1.value == top ? bodies[$1.key] ?? 0 : 0) })
    }.sorted {
      $0.bodies != $1.bodies ? $0.bodies > $1.bodies : kinds[$0.top].id < kinds[$1.top].id
    }
    for (top, _) in candidates {
      let members = family.filter { $0.value == top }.keys
      let parts = Dictionary(uniqueKeysWithValues: members.map { ($0, step(from: $0, under: top)) })
      let distinct = Set(parts.values)
      if distinct == [top] { continue }
      if ranked.count - 1 + distinct.count <= NodeLook.count { return parts }
      let after = Set(
        Self.ranked(family.merging(parts) { $1 }, ends, kinds).prefix(NodeLook.count))
      guard distinct.count == 1 || !hasTaken, distinct.isSubset(of: after) else { continue }
      if distinct.count > 1 { hasTaken = true }
      return parts
    }
    return nil
  }
}
