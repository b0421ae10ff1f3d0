import GovernanceModel

/// Posts that belong nowhere, or to a body that is no more.
struct DanglingPost: Rule {
  let about = RuleDescription(
    "dangling-post",
    finds: "A post is open and belongs to no body that is.",
    definition: """
      An open post without an owner that stands in no relationship in force, or whose owner is not \
      open on the date.
      """,
    score: "1. Low.",
    limits: "Posts made for a kind share the life of their owner and are never found.")

  func find(in inspection: Inspection) -> RuleResult {
    let graph = inspection.graph
    let posts = inspection.openBodies.filter { graph.isPost($0) && !graph.isMade($0) }
    guard !posts.isEmpty else { return .noData("the graph lists no posts") }
    return .findings(
      inspection.byID(posts).compactMap { post in
        let owner = graph.owner(of: post)
        if let owner {
          guard !inspection.isOpen[owner.position] else { return nil }
        } else {
          guard graph.relationships(from: post, at: inspection.moment).isEmpty,
            graph.relationships(to: post, at: inspection.moment).isEmpty
          else { return nil }
        }
        return inspection.finding(
          about,
          Draft(
            key: [inspection.id(post)], severity: .low, score: 1,
            subjects: [post] + (owner.map { [$0] } ?? []),
            message: "\(inspection.name(post)) is open, and "
              + (owner.map { "\(inspection.name($0)), to which it belongs, is not." }
                ?? "belongs to nobody."),
            explanation: "A post without a body has nobody to act for. The dates of one of the two "
              + "may be wrong.",
            witness: Witness(), clearedBy: "an owner, or the day on which the post ended"))
      })
  }
}
