import GovernanceModel

extension Scene {
  /// Two scenes of one view at two dates as one: what is in either stands in it once, marked with
  /// what became of it.
  ///
  /// A body or line is matched by its id, or ends and kind. Where a body is in a list in one of the
  /// scenes, the lists are compared as wholes.
  static func comparison(
    of before: Scene, with after: Scene, _ contextBefore: SceneContext, _ context: SceneContext
  ) -> Scene {
    var scene = after
    let old = Dictionary(uniqueKeysWithValues: before.nodes.map { ($0.id, $0) })
    let new = Set(after.nodes.map(\.id))
    for index in scene.nodes.indices {
      let node = scene.nodes[index]
      guard let earlier = old[node.id] else {
        scene.nodes[index].change = .appeared
        scene.nodes[index].remarks.append("new")
        continue
      }
      let isSame = earlier.entries.map(\.name) == node.entries.map(\.name)
      scene.nodes[index].change = isSame ? .kept : .changed
      if !isSame {
        scene.nodes[index].remarks.append(
          "before: " + earlier.entries.map(\.name).joined(separator: ", ").shortened(to: 80))
      }
    }
    for node in before.nodes where !new.contains(node.id) {
      var gone = node
      gone.change = .vanished
      gone.remarks.append("gone")
      scene.nodes.append(gone)
    }
    func key(_ line: SceneLine) -> [String] {
      [line.from, line.to, "\(line.kind.raw)", "\(line.isUnstated)"]
    }
    let oldLines = Dictionary(before.lines.map { (key($0), $0) }) { first, _ in first }
    let newLines = Set(after.lines.map(key))
    for index in scene.lines.indices {
      let line = scene.lines[index]
      guard let earlier = oldLines[key(line)] else {
        scene.lines[index].change = .appeared
        continue
      }
      let isSame = earlier.tally.basis == line.tally.basis && earlier.amounts == line.amounts
      scene.lines[index].change = isSame ? .kept : .changed
    }
    for var line in before.lines where !newLines.contains(key(line)) {
      line.change = .vanished
      scene.lines.append(line)
    }
    func order(_ line: SceneLine) -> (String, String, UInt16, Int) {
      (line.from, line.to, line.kind.raw, line.isUnstated ? 1 : 0)
    }
    scene.lines.sort { order($0) < order($1) }
    scene.nodes.sort { $0.id < $1.id }
    scene.leftOut = after.leftOut
    scene.placeByTier(context)
    return scene
  }
}
