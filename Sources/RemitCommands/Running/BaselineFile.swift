import GovernanceAnalysis
import GovernanceModel
import GraphFiles

/// A CSV file of accepted findings: the columns `id`, `reason`, `owner` and `expires`, of which others
/// are passed over, so that rows of `remit check --format csv` can be taken as they are.
///
///     id,reason,owner,expires
///     unfunded-mandate/E54000021,Members lend the staff,The board,2017-04-01
enum BaselineFile {
  private static let columns = ["id", "reason", "owner", "expires"]
  /// The word for an acceptance without an end.
  private static let never = "never"

  /// Reads a file, with what is wrong with it; a row with a fault is left out.
  ///
  /// - Throws: ``FileError`` when the file cannot be read or is no such table.
  static func read(_ path: String) throws(FileError) -> (Baseline, [Diagnostic]) {
    let table = try CSVTable.read(path: path, keepsPlaces: true)
    var cells: [String: Int] = [:]
    for (cell, name) in table.columns.enumerated() { cells[name] = cells[name] ?? cell }
    let missing = columns.filter { cells[$0] == nil }
    guard missing.isEmpty else {
      throw FileError(missing.map { missingColumn($0, of: table) })
    }
    var entries: [Baseline.Entry] = []
    var seen: [String: SourcePosition] = [:]
    var diagnostics: [Diagnostic] = []
    for (row, places) in zip(table.rows, table.places) {
      let found = entry(row, places, cells)
      guard let entry = found.entry else {
        diagnostics += found.faults
        continue
      }
      if let first = seen.updateValue(entry.position, forKey: entry.finding) {
        diagnostics.append(
          Diagnostic(
            id: "repeated-id", position: entry.position,
            summary: "'\(entry.finding)' is already accepted in line \(first.line)",
            cure: "keep one of the two"))
        continue
      }
      entries.append(entry)
    }
    return (Baseline(entries), diagnostics)
  }

  private static func entry(
    _ row: [String], _ places: [SourcePosition], _ cells: [String: Int]
  ) -> (entry: Baseline.Entry?, faults: [Diagnostic]) {
    func cell(_ column: String) -> (text: String, place: SourcePosition) {
      let text = row[cells[column]!]
      let isSpace = { (character: Character) in character.isWhitespace }
      let start = text.drop(while: isSpace)
      let end = start.reversed().drop(while: isSpace).count
      return (String(start.prefix(end)), places[cells[column]!])
    }
    let (id, reason, owner, expires) = (cell("id"), cell("reason"), cell("owner"), cell("expires"))
    var faults: [Diagnostic] = []
    for (text, place, cure) in [
      (id.text, id.place, "give the id of the finding, as remit check prints it"),
      (reason.text, reason.place, "say why the finding is accepted"),
      (owner.text, owner.place, "say who answers for it"),
    ] where text.isEmpty {
      faults.append(
        Diagnostic(
          id: "empty-cell", position: place, summary: "an accepted finding lacks something",
          cure: cure))
    }
    let end = expires.text == never ? nil : PartialDate(expires.text)
    if end == nil, expires.text != never {
      faults.append(
        Diagnostic(
          id: "impossible-date", position: expires.place,
          summary: expires.text.isEmpty
            ? "an accepted finding has no day on which that ends"
            : "'\(expires.text)' is not a date",
          cure: "write the first day on which it is no longer accepted, as 2017-04-01, or 'never'"
        ))
    }
    guard faults.isEmpty else { return (nil, faults) }
    return (
      Baseline.Entry(
        finding: id.text, reason: reason.text, owner: owner.text, expires: end, position: id.place),
      []
    )
  }

  private static func missingColumn(_ name: String, of table: CSVTable) -> Diagnostic {
    let unknown = table.columns.filter { !columns.contains($0) }
    let near = Suggestion.nearest(to: name, in: unknown)
    return Diagnostic(
      id: "missing-column", position: SourcePosition(path: table.path),
      summary: "the baseline has no column '\(name)'",
      cure: near.map { "did you mean it by '\($0)'?" }
        ?? "begin the file with id,reason,owner,expires")
  }
}
