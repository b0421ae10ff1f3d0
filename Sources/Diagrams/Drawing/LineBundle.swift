import GovernanceModel

/// Lines of one kind and look that all leave, or all reach, one node on the same side: they share a
/// trunk between that node and a junction, where they part.
///
///     ┌─────┐                 ┌─────┐
///     │ hub │                 │ hub │
///     └─────┘                 └──┬──┘
///      ╱ │ ╲        becomes      ●        the junction
///     ╱  │  ╲                 ╱  │  ╲
///    a   b   c               a   b   c
///
/// The branches stay lines of their own, each with its name, its words and its sources; no line shares
/// a trunk with one of another kind, look or direction.
struct LineBundle {
  /// What lines have in common that share a trunk.
  private struct Key: Hashable {
    let hub: String
    let frame: String?
    let isFromHub: Bool
    let isBelowHub: Bool
    let kind: UInt16
    let also: [UInt16]
    let look: LineLook
    /// Whether a ring marks the trunk: only where that is where its lines start.
    let hasRing: Bool
  }

  /// The node that they share, and the frame around it that they end at, if it is that.
  let hub: String
  let frame: String?
  /// Whether they run from the hub, rather than to it.
  let isFromHub: Bool
  /// Whether their other ends are lower than the hub.
  let isBelowHub: Bool
  let kind: KindIndex
  let look: LineLook
  /// Whether a ring at the hub says that the evidence of each of them is weak.
  let hasRing: Bool
  /// Their places among the lines of the scene.
  let lines: [Int]

  /// The name of the junction's node: no body has such an id, since ids have no spaces. What comes
  /// before the hub has none either, so that no two bundles share a name.
  let junction: String

  /// How many lines become one bundle at least that a view may ask for.
  static let range = 2...1000

  /// The bundles of a scene, the largest first; no line is in two.
  ///
  /// - Parameters:
  ///   - fewest: how many lines share a trunk at least.
  ///   - isUpward: whether a line leads to a higher level.
  ///   - mayShare: whether a line may share a trunk, and whether its evidence is marked with a ring;
  ///     nil where it may not.
  /// - Complexity: O(n log n) in the lines: a group goes on to a smaller size no more often than it has
  ///   lines to lose.
  static func bundles(
    of scene: Scene, atLeast fewest: Int, _ context: SceneContext, isUpward: (SceneLine) -> Bool,
    mayShare: (SceneLine) -> Bool?
  ) -> [LineBundle] {
    let position = scene.positions
    func row(_ id: String) -> Int? { position[id].map { scene.nodes[$0].row } }
    var groups: [Key: [Int]] = [:]
    for (index, line) in scene.lines.enumerated() {
      guard line.from != line.to, let hasRing = mayShare(line) else { continue }
      // Between nodes on one level there is no room for a junction.
      if !scene.hasFreeRows, row(line.from) == row(line.to) { continue }
      let isUpward = isUpward(line)
      let look = LineLook(line, context)
      for isFromHub in [true, false] {
        let key = Key(
          hub: isFromHub ? line.from : line.to, frame: isFromHub ? line.fromFrame : line.toFrame,
          isFromHub: isFromHub, isBelowHub: isFromHub != isUpward, kind: line.kind.raw,
          also: line.alsoKinds.map(\.raw), look: look, hasRing: isFromHub && hasRing)
        groups[key, default: []].append(index)
      }
    }
    // By how many lines each has. What a group loses to a larger one sends it on to a smaller size, so
    // that each size is complete when its turn comes.
    var groupsOfSize = Dictionary(grouping: groups) { $0.value.count }.mapValues { groups in
      groups.map { (key: $0.key, name: name($0.key, context), lines: $0.value) }
    }
    var bundles: [LineBundle] = []
    var taken: Set<Int> = []
    let largest = groupsOfSize.keys.max() ?? 0
    for size in stride(from: largest, through: fewest, by: -1) {
      for (key, name, lines) in (groupsOfSize[size] ?? []).sorted(by: { $0.name < $1.name }) {
        let left = lines.filter { !taken.contains($0) }
        guard left.count == size else {
          groupsOfSize[left.count, default: []].append((key, name, left))
          continue
        }
        taken.formUnion(left)
        bundles.append(
          LineBundle(
            hub: key.hub, frame: key.frame, isFromHub: key.isFromHub, isBelowHub: key.isBelowHub,
            kind: KindIndex(raw: key.kind), look: key.look, hasRing: key.hasRing, lines: left,
            junction: name))
      }
    }
    return bundles
  }

  private static func name(_ key: Key, _ context: SceneContext) -> String {
    let kinds = context.graph.relationshipKinds
    let look = key.look
    let words =
      [
        "junction", key.isBelowHub ? "below" : "above", key.isFromHub ? "from" : "to",
        kinds[KindIndex(raw: key.kind)].id,
      ]
      + [
        (key.also.map { kinds[KindIndex(raw: $0)].id }
          + [
            look.ground.map { "\($0)" }, look.change.map { "\($0)" },
            look.isUnstated ? "unstated" : nil, look.isAbsent ? "absent" : nil,
            key.hasRing ? "weak" : nil,
          ].compactMap { $0 }).joined(separator: "+"),
        key.frame == nil ? "body" : "frame",
      ]
    return words.joined(separator: " ") + " " + (key.frame ?? key.hub)
  }

  /// What meets at the junction: "12 lines: … – accountable to – NHS England".
  func words(hub: String, _ context: SceneContext) -> String {
    let kind = context.words(of: kind)
    let ends = isFromHub ? "\(hub) – \(kind) – …" : "… – \(kind) – \(hub)"
    return "\(lines.count.grouped) lines: \(ends)".shortened(to: 500)
  }
}
