import GovernanceAnalysis
import GovernanceModel

extension Scene {
  /// Puts what a view asks for below the names of bodies drawn one by one.
  mutating func addRemarks(_ wanted: [ViewDefinition.Remark], _ context: SceneContext) {
    guard !wanted.isEmpty else { return }
    let graph = context.graph
    for index in nodes.indices where nodes[index].stackCount == nil && !nodes[index].isList {
      guard let body = graph.body(id: nodes[index].id) else { continue }
      nodes[index].remarks += wanted.flatMap { remark -> [String] in
        switch remark {
        case .kind: [graph.bodyKinds[graph.kind(of: body, at: context.moment)].name]
        case .id: [graph.id(of: body)]
        case .code(let scheme):
          BodyExpression.values(of: "code_" + scheme, body, graph, context.moment)
        case .attribute(let field):
          BodyExpression.values(of: field, body, graph, context.moment)
        }
      }
    }
  }

  /// Marks bodies with what the rules find about them, where the view asks for it.
  ///
  /// - Complexity: that of all rules.
  mutating func markFindings(_ definition: ViewDefinition, _ context: SceneContext) {
    guard let least = definition.findings.flatMap(Finding.Severity.init(rawValue:)) else { return }
    let check = Check(Inspection(context.graph, at: context.moment))
    var found: [BodyIndex: (count: Int, gravest: Finding.Severity)] = [:]
    for finding in check.findings where finding.severity >= least {
      for body in Set(finding.subjects) {
        let known = found[body]
        found[body] = (
          (known?.count ?? 0) + 1, max(known?.gravest ?? finding.severity, finding.severity)
        )
      }
    }
    for index in nodes.indices where nodes[index].stackCount == nil && !nodes[index].isList {
      guard let body = context.graph.body(id: nodes[index].id), let mark = found[body] else {
        continue
      }
      nodes[index].findings = FindingMark(count: mark.count, severity: mark.gravest)
    }
  }
}
