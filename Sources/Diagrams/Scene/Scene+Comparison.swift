import GovernanceModel

extension Scene {
  /// Two scenes of one view at two dates as one: what is in either stands in it once, marked with
  /// what became of it.
  ///
  /// A body or a kind is matched by its id, a line by its ends and kind. A body whose name changed,
  /// a kind with another number of bodies, and a line with another basis or amount have changed.
  static func comparison(
    of before: Scene, with after: Scene, _ context: SceneContext, simplifies: Bool
  ) -> Scene {
    var scene = after
    scene.compareNodes(with: before)
    scene.compareLines(with: before)
    if simplifies {
      scene.mergeAlikeKinds(context)
      scene.listAlike(context, atLeast: 2)
    }
    scene.keepBusiest(NationalScene.mostNodes)
    scene.placeByTier(context)
    return scene
  }

  private mutating func compareNodes(with before: Scene) {
    let old = Dictionary(uniqueKeysWithValues: before.nodes.map { ($0.id, $0) })
    let new = Set(nodes.map(\.id))
    for index in nodes.indices {
      guard let earlier = old[nodes[index].id] else {
        nodes[index].change = .appeared
        continue
      }
      let isKind = nodes[index].stackCount != nil
      let isSame =
        isKind
        ? earlier.stackCount == nodes[index].stackCount
        : earlier.entries[0].name == nodes[index].entries[0].name
      nodes[index].change = isSame ? .kept : .changed
      if isKind {
        nodes[index].earlierCount = earlier.stackCount
      } else if !isSame {
        nodes[index].earlierName = earlier.entries[0].name
      }
    }
    for var node in before.nodes where !new.contains(node.id) {
      node.change = .vanished
      nodes.append(node)
    }
    sortNodes()
  }

  private mutating func compareLines(with before: Scene) {
    struct Key: Hashable {
      let from: String
      let to: String
      let kind: KindIndex
      let isUnstated: Bool
      init(_ line: SceneLine) {
        from = line.from
        to = line.to
        kind = line.kind
        isUnstated = line.isUnstated
      }
    }
    let old = Dictionary(before.lines.map { (Key($0), $0) }) { first, _ in first }
    let new = Set(lines.map(Key.init))
    for index in lines.indices {
      guard let earlier = old[Key(lines[index])] else {
        lines[index].change = .appeared
        continue
      }
      let isSame =
        earlier.tally.basis == lines[index].tally.basis && earlier.amounts == lines[index].amounts
      lines[index].change = isSame ? .kept : .changed
    }
    for var line in before.lines where !new.contains(Key(line)) {
      line.change = .vanished
      lines.append(line)
    }
    func order(_ line: SceneLine) -> (String, String, KindIndex, Int) {
      (line.from, line.to, line.kind, line.isUnstated ? 1 : 0)
    }
    lines.sort { order($0) < order($1) }
  }
}
