import GovernanceModel

/// Finds the body that a person means: by id, by any code, or by name.
///
/// Bodies that are open on the date come before those that are not; an exact full name beats one
/// that only sounds like it.
public struct OrganisationFinder: Sendable {
  /// What a text amounts to.
  public enum Finding: Hashable, Sendable {
    case found(BodyIndex)
    /// Several bodies fit equally well; by name.
    case ambiguous([BodyIndex])
    /// None fits; the nearest ones, if any are near.
    case notFound([BodyIndex])
  }

  private let graph: GovernanceGraph
  private let moment: Moment

  /// Makes a finder for the names and codes of a moment.
  public init(_ graph: GovernanceGraph, at moment: Moment) {
    self.graph = graph
    self.moment = moment
  }

  /// The body that a text names.
  ///
  /// An open body goes by its name of the day; its other names only bring it among the suggestions.
  ///
  /// - Parameter kind: only bodies of this kind or a narrower one are meant, when given.
  /// - Complexity: O(1) for an id; O(V) for codes and names.
  public func find(_ text: String, kind: KindIndex? = nil) -> Finding {
    // An id may be another body's code: QUE is a board of 2022 and was a footprint's code before.
    if let body = graph.body(id: text), isWanted(body, kind), graph.isOpen(body, at: moment) {
      return .found(body)
    }
    let candidates = graph.allBodies.filter { isWanted($0, kind) }

    let byCode = candidates.filter { body in
      graph.codes(of: body, at: moment).contains { sameCode($0.code, text) }
        || sameCode(graph.id(of: body), text)
    }
    if let finding = settled(byCode) { return finding }

    if let finding = settled(candidates.filter { names(of: $0).contains(text) }) { return finding }
    let wanted = NameForm(text)
    guard !wanted.words.isEmpty else { return .notFound([]) }
    let forms = candidates.map { body in (body, names(of: body).map(NameForm.init)) }
    let tests: [(NameForm) -> Bool] = [{ $0 == wanted }, { $0.begins(with: wanted) }]
    for test in tests {
      let fitting = forms.filter { $0.1.contains(where: test) }.map(\.0)
      if let finding = settled(fitting) { return finding }
    }
    let everyForm =
      graph.history.isEmpty
      ? forms : candidates.map { body in (body, everyName(of: body).map(NameForm.init)) }
    let holding = everyForm.filter { $0.1.contains { $0.holds(wanted) } }.map(\.0)
    if !holding.isEmpty { return .notFound(openFirst(holding)) }
    let initials = everyForm.filter { $0.1.contains { $0.hasInitials(text) } }.map(\.0)
    return .notFound(initials.isEmpty ? near(wanted, everyForm) : openFirst(initials))
  }

  /// The kind that a text names by its id, its name or its plural; else nil.
  public func kind(_ text: String) -> KindIndex? {
    if let kind = graph.bodyKinds.index(of: text) { return kind }
    let lowercased = text.lowercased()
    let wanted = NameForm(text)
    let tests: [(String) -> Bool] = [
      { $0.lowercased() == lowercased }, { NameForm($0) == wanted },
    ]
    for test in tests {
      let fitting = graph.bodyKinds.kinds.filter {
        [$0.id, $0.name, $0.plural].contains(where: test)
      }
      if fitting.count == 1 { return graph.bodyKinds.index(of: fitting[0].id) }
    }
    return nil
  }

  private func isWanted(_ body: BodyIndex, _ kind: KindIndex?) -> Bool {
    kind.map { graph.bodyKinds.kind(graph.kind(of: body, at: moment), isA: $0) } ?? true
  }

  private func sameCode(_ code: String, _ text: String) -> Bool {
    code.utf8.count == text.utf8.count && code.lowercased() == text.lowercased()
  }

  /// The name of the day, and where the body is not open then, those it ever had.
  private func names(of body: BodyIndex) -> [String] {
    let isOpenThen = moment.date != nil && graph.isOpen(body, at: moment)
    return isOpenThen ? [graph.name(of: body, at: moment)] : everyName(of: body)
  }

  private func everyName(of body: BodyIndex) -> [String] {
    [graph.name(of: body, at: .anyTime)]
      + graph.history(of: body).filter { $0.field == "name" }.map(\.value)
  }

  /// What fitting bodies amount to; nil for none.
  private func settled(_ bodies: [BodyIndex]) -> Finding? {
    let open = bodies.filter { graph.isOpen($0, at: moment) }
    let best = open.isEmpty ? bodies : open
    if best.isEmpty { return nil }
    if best.count == 1 { return .found(best[0]) }
    return .ambiguous(byName(best))
  }

  private func openFirst(_ bodies: [BodyIndex]) -> [BodyIndex] {
    let sorted = byName(bodies)
    return sorted.filter { graph.isOpen($0, at: moment) }
      + sorted.filter { !graph.isOpen($0, at: moment) }
  }

  private func byName(_ bodies: [BodyIndex]) -> [BodyIndex] {
    bodies.map { (graph.name(of: $0, at: moment), graph.id(of: $0), $0) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  /// Bodies whose name is a slip of the pen away.
  private func near(_ wanted: NameForm, _ forms: [(BodyIndex, [NameForm])]) -> [BodyIndex] {
    guard forms.count <= 50_000 else { return [] }
    let text = wanted.words.joined(separator: " ")
    var bodiesOfName: [String: [BodyIndex]] = [:]
    for (body, names) in forms {
      for name in names {
        bodiesOfName[name.words.joined(separator: " "), default: []].append(body)
      }
      bodiesOfName[graph.id(of: body), default: []].append(body)
    }
    guard let name = Suggestion.nearest(to: text, in: bodiesOfName.keys.sorted()) else { return [] }
    return openFirst(bodiesOfName[name] ?? [])
  }
}
