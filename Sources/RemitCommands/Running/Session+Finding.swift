import GovernanceAnalysis
import GovernanceModel
import Reports

extension Session {
  /// The body that an argument names; refuses what is ambiguous or unknown, with candidates.
  func body(_ text: String, kind: KindIndex? = nil) throws -> BodyIndex {
    switch OrganisationFinder(graph, at: moment).find(text, kind: kind) {
    case .found(let body):
      return body
    case .ambiguous(let bodies):
      throw Refusal.misuse(
        ["'\(TerminalText.escaped(text))' may be any of these; name one by its id:"]
          + lines(of: bodies))
    case .notFound(let near):
      let name = TerminalText.escaped(text)
      throw Refusal.misuse(
        near.isEmpty
          ? ["no \(kind.map { graph.bodyKinds[$0].name } ?? "body") is called '\(name)'"]
          : ["no body is called '\(name)'; did you mean one of these?"] + lines(of: near))
    }
  }

  /// The kind that an argument names.
  func kind(_ text: String) throws -> KindIndex {
    if let kind = OrganisationFinder(graph, at: moment).kind(text) { return kind }
    let near = Suggestion.nearest(to: text, in: graph.bodyKinds.kinds.map(\.id))
    throw Refusal.misuse([
      "no kind is called '\(TerminalText.escaped(text))'; "
        + (near.map { "did you mean '\($0)'?" } ?? "remit info lists the kinds")
    ])
  }

  private func lines(of bodies: [BodyIndex]) -> [String] {
    let shown = bodies.prefix(20).map { body in
      let note = graph.isOpen(body, at: moment) ? "" : ", not open on the date"
      return "  "
        + TerminalText.escaped(
          "\(graph.id(of: body))  \(graph.name(of: body, at: moment))\(note)")
    }
    return bodies.count > 20 ? shown + ["  and \(bodies.count - 20) more"] : Array(shown)
  }
}
