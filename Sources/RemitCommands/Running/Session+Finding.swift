import GovernanceAnalysis
import GovernanceModel
import Reports

extension Session {
  /// The body that an argument names; refuses what is ambiguous or unknown, with candidates.
  func body(_ text: String, kind: KindIndex? = nil) throws -> BodyIndex {
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw Refusal.misuse("the name of a body is empty; give an id, a code or a name")
    }
    switch OrganisationFinder(graph, at: moment).find(text, kind: kind) {
    case .found(let body):
      return body
    case .ambiguous(let bodies):
      throw Refusal.misuse(
        "'\(shortened(text))' may be any of these; name one by its id:",
        candidates: lines(of: bodies))
    case .notFound(let near):
      let sort = TerminalText.escaped(kind.map { graph.bodyKinds[$0].name } ?? "body")
      let what = "no \(sort) is called '\(shortened(text))'; "
      throw Refusal.misuse(
        what
          + (near.isEmpty
            ? "try an id, a code or other words of the name"
            : "did you mean one of these?"),
        candidates: lines(of: near))
    }
  }

  /// The kind that an argument names.
  func kind(_ text: String) throws -> KindIndex {
    if let kind = OrganisationFinder(graph, at: moment).kind(text) { return kind }
    let near = Suggestion.nearest(to: text, in: graph.bodyKinds.kinds.map(\.id))
    throw Refusal.misuse(
      "no kind is called '\(shortened(text))'; "
        + (near.map { "did you mean '\(TerminalText.escaped($0))'?" }
          ?? "remit info lists the kinds"))
  }

  /// What was asked for, as a message repeats it.
  private func shortened(_ text: String) -> String {
    TerminalText.escaped(text.count > 100 ? text.prefix(100) + "…" : text)
  }

  /// Candidates with their ids in a column, each once.
  private func lines(of bodies: [BodyIndex]) -> [String] {
    var seen: Set<BodyIndex> = []
    let bodies = bodies.filter { seen.insert($0).inserted }
    let shown = bodies.prefix(20).map { body in
      let note = graph.isOpen(body, at: moment) ? "" : ", not open on the date"
      return (
        id: TerminalText.escaped(graph.id(of: body)),
        name: TerminalText.escaped(graph.name(of: body, at: moment) + note)
      )
    }
    let width = min(48, shown.map(\.id.count).max() ?? 0)
    let lines = shown.map { candidate in
      let padding = String(repeating: " ", count: max(0, width - candidate.id.count))
      return candidate.id + padding + "  " + candidate.name
    }
    return bodies.count > 20 ? lines + ["and \(bodies.count - 20) more"] : lines
  }
}
