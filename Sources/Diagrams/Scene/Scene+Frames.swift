import GovernanceModel

extension Scene {
  /// Stands the nodes of each frame in several rows, so that frames stay narrow.
  mutating func foldFrames(columns: Int) {
    for frame in frames {
      let members = nodes.indices.filter { frame.nodes.contains(nodes[$0].id) }
      let rows = (members.count + columns - 1) / columns
      for (number, index) in members.enumerated() {
        nodes[index].row += number * rows / max(members.count, 1)
        nodes[index].mayWrap = false
      }
    }
  }

  /// Draws lines of these kinds that all nodes of a frame share as one line at the frame; those of a
  /// node that is alone in its frame whatever their kind, so that none runs through the frame's words.
  mutating func bundleAtFrames(_ kinds: Set<RelationshipKind>, _ context: SceneContext) {
    for frame in frames where !frame.nodes.isEmpty {
      let members = Set(frame.nodes)
      // The line needs a node to aim at: the one in the middle.
      let middle = frame.nodes[frame.nodes.count / 2]
      for isFrom in [true, false] {
        func far(_ line: SceneLine) -> String { isFrom ? line.to : line.from }
        let candidates = lines.filter { line in
          members.contains(isFrom ? line.from : line.to) && !members.contains(far(line))
            && line.fromFrame == nil && line.toFrame == nil && line.share == nil
            && line.amounts.isEmpty && !line.isUnstated
            && (members.count == 1 || context.standard(line.kind).map(kinds.contains) ?? false)
        }
        let bundles = Dictionary(grouping: candidates) { "\(far($0))\u{1F}\($0.kind.raw)" }
        for bundle in bundles.values where bundle.count == members.count {
          var tally = LineTally()
          for line in bundle { tally.add(line.tally) }
          var joined = SceneLine(
            from: isFrom ? middle : far(bundle[0]), to: isFrom ? far(bundle[0]) : middle,
            kind: bundle[0].kind, tally: tally, isUnstated: false)
          if isFrom { joined.fromFrame = frame.id } else { joined.toFrame = frame.id }
          lines.removeAll { line in
            line.kind == joined.kind && far(line) == far(bundle[0])
              && members.contains(isFrom ? line.from : line.to)
          }
          lines.append(joined)
        }
      }
    }
    func key(_ line: SceneLine) -> (String, String, String, String) {
      (
        line.from, line.to, context.graph.relationshipKinds[line.kind].id,
        (line.fromFrame ?? "") + (line.toFrame ?? "") + (line.isUnstated ? " unstated" : "")
      )
    }
    lines.sort { key($0) < key($1) }
  }
}
