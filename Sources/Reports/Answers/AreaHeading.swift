import GovernanceAnalysis
import GovernanceModel

extension OverlapsAnswer.Heading {
  /// What an answer from the small areas of a graph says besides the overlap.
  public init(_ book: AreaBook, from: String, to: String) {
    let context = AnswerContext(book.graph, book.moment)
    func names(_ id: String) -> (one: String, several: String) {
      book.tables.geography(id).map { ($0.name, $0.plural) } ?? (id, id)
    }
    let joins = [from, to].compactMap { book.joinedZones($0) }
    self.init(
      fromNames: names(from), toNames: names(to), asOf: context.asOf,
      preface: [
        context.asOfLine + " Borders of \(book.vintage.title)"
          + (book.vintage.zoneKind.map { ", by small areas (\($0))" } ?? ", by small areas") + "."
      ],
      coverage: (book.vintage.evidence.note.map { [$0] } ?? [])
        + Self.unjoined(joins.flatMap(\.unjoined), book),
      citations: context.citations([book.vintage.evidence] + joins.flatMap(\.evidence)))
  }

  /// Units that could not be joined to a geography, by name.
  private static func unjoined(_ unjoined: [JoinedZones.Unjoined], _ book: AreaBook) -> [String] {
    var seen: Set<JoinedZones.Unjoined> = []
    return unjoined.filter { seen.insert($0).inserted }.map { gap in
      let shown = gap.units.prefix(5).map { "\(book.name(of: $0, in: gap.geography)) (\($0))" }
      let more = gap.units.count > 5 ? " and \(gap.units.count - 5) more" : ""
      return "\(gap.units.count) of \(gap.geography) are in no \(gap.to): "
        + shown.joined(separator: "; ") + more
    }
  }
}
