/// Why a text names nobody in a graph.
package struct HolderFault: Error, Hashable {
  package let id: String
  package let summary: String
  package let cure: String
}

extension GovernanceGraph {
  /// Whom a text means: the id of a body, `every` with an expression over kinds, or `class` with a
  /// class. Complexity: O(words), O(V) where nobody has the id.
  package func holder(_ text: String) throws(HolderFault) -> IncentiveHolder {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    if words.count == 2, words[0] == "every" { return .every(try expression(words[1])) }
    if words.count == 2, words[0] == "class" {
      if let position = holderClasses.firstIndex(where: { $0.id == words[1] }) {
        return .members(of: position)
      }
      throw HolderFault(
        id: "unknown-reference", summary: "no class has the id '\(words[1])'",
        cure: Suggestion.nearest(to: words[1], in: holderClasses.map(\.id))
          .map { "did you mean '\($0)'?" } ?? "name a class of the table of classes")
    }
    if let body = body(id: text) { return .body(body) }
    let isKind = bodyKinds.index(of: text) != nil
    let ids = bodyCount > 100_000 ? [] : allBodies.map { id(of: $0) }
    throw HolderFault(
      id: "unknown-reference", summary: "no organisation or post has the id '\(text)'",
      cure: isKind
        ? "for all bodies of the kind write 'every \(text)'"
        : Suggestion.nearest(to: text, in: ids).map { "did you mean '\($0)'?" }
          ?? "write the id of a body, or 'every' and a kind")
  }

  private func expression(_ text: String) throws(HolderFault) -> KindExpression {
    do throws(KindExpression.Fault) {
      return try KindExpression(text) { bodyKinds.index(of: $0) }
    } catch {
      if case .unknownKind(let id) = error {
        throw HolderFault(
          id: "unknown-kind", summary: "no kind has the id '\(id)'",
          cure: Suggestion.nearest(to: id, in: bodyKinds.kinds.map(\.id))
            .map { "did you mean '\($0)'?" } ?? "remit info lists the kinds")
      }
      let wording = error.wording
      throw HolderFault(id: "bad-expression", summary: wording.summary, cure: wording.cure)
    }
  }

  /// The kind of relationship with an id.
  package func relationshipKind(_ id: String) throws(HolderFault) -> KindIndex {
    if let kind = relationshipKinds.index(of: id) { return kind }
    throw HolderFault(
      id: "unknown-kind", summary: "no kind of relationship has the id '\(id)'",
      cure: Suggestion.nearest(to: id, in: relationshipKinds.kinds.map(\.id))
        .map { "did you mean '\($0)'?" }
        ?? "use one of the standard kinds, such as accountable-to, or declare it")
  }
}
