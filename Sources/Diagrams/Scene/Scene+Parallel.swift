import GovernanceModel

extension Scene {
  /// Draws relationships of several kinds between two bodies, in one direction, as one line: the one
  /// of the kind that is listed first, with the others' names beside it.
  ///
  /// Lines with amounts stay, so that a width or a sum never stands for more than money.
  mutating func mergeParallel(_ context: SceneContext) {
    struct Ends: Hashable {
      let from: String
      let to: String
      let isUnstated: Bool
      let change: Change?
    }
    func order(_ line: SceneLine) -> (Int, String) {
      let standard = context.standard(line.kind)
      return (
        standard.flatMap { RelationshipKind.standard.firstIndex(of: $0) } ?? .max,
        context.graph.relationshipKinds[line.kind].id
      )
    }
    var groups: [Ends: [Int]] = [:]
    for (index, line) in lines.enumerated() where line.amounts.isEmpty && line.share == nil {
      let ends = Ends(
        from: line.fromFrame ?? line.from, to: line.toFrame ?? line.to,
        isUnstated: line.isUnstated, change: line.change)
      groups[ends, default: []].append(index)
    }
    var merged: Set<Int> = []
    for indices in groups.values where indices.count > 1 {
      let sorted = indices.sorted { order(lines[$0]) < order(lines[$1]) }
      let names = sorted.dropFirst().map { index in
        context.graph.relationshipKinds[lines[index].kind].id.unhyphenated
      }
      lines[sorted[0]].also = "also " + names.joined(separator: ", ")
      lines[sorted[0]].alsoKinds = sorted.dropFirst().map { lines[$0].kind }
      for index in sorted.dropFirst() {
        lines[sorted[0]].tally.add(lines[index].tally)
        merged.insert(index)
      }
    }
    lines = lines.enumerated().filter { !merged.contains($0.offset) }.map(\.element)
  }
}
