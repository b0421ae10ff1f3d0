/// Collects what is wrong with a graph's files, all of it, but not without bound: a file of a
/// million broken rows gets its first hundred thousand described and the rest counted.
package struct DiagnosticList: Sendable {
  package private(set) var diagnostics: [Diagnostic] = []
  package private(set) var omitted = 0
  private static let limit = 100_000

  package init() {}

  /// How many there are, those that are only counted too.
  package var count: Int { diagnostics.count + omitted }

  package mutating func append(_ diagnostic: Diagnostic) {
    if diagnostics.count < Self.limit { diagnostics.append(diagnostic) } else { omitted += 1 }
  }

  package mutating func append(contentsOf others: some Sequence<Diagnostic>) {
    for diagnostic in others { append(diagnostic) }
  }

  /// Everything in order, with a last entry for what was only counted.
  package func sorted() -> [Diagnostic] {
    var all = diagnostics.sorted()
    if omitted > 0, let last = all.last {
      all.append(
        Diagnostic(
          id: "more-problems", position: last.position,
          summary: "\(omitted) more problems are not listed",
          cure: "mend the ones above first: most will share their cause"))
    }
    return all
  }
}
