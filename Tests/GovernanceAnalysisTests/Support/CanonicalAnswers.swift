import GovernanceAnalysis
import GovernanceModel

/// The answers of a network in the form in which the scripts under Tests/Oracles print theirs.
func canonicalAnswers(_ network: AccountabilityNetwork, superiorsOf asked: [String]) throws
  -> [String]
{
  let graph = network.graph
  func id(_ body: BodyIndex) -> String { graph.id(of: body) }
  var lines: [String] = []
  for body in asked {
    lines.append("superiors,\(body),\(try network.superiors(of: body).joined(separator: " "))")
  }
  for cycle in network.cycleIDs() { lines.append("cycle," + cycle.joined(separator: " ")) }
  for span in network.spans() {
    let layer = span.layer.map(String.init) ?? ""
    lines.append("span,\(id(span.body)),\(span.direct),\(span.total),\(layer)")
  }
  for point in network.chokepoints() {
    lines.append("immediate,\(id(point.body)),\(point.immediate.map(id) ?? "")")
  }
  return lines.sorted()
}
