import GovernanceAnalysis
import GovernanceModel
import GraphFiles
import Reports

/// The polygons that a graph's folder has of some geographies, and what is to be said of their time.
///
/// Borders are drawn for few days. Of several files those that were drawn last before the day asked
/// for are taken, else the first drawn after it; an answer says which, and that they are of another
/// day where they are.
struct OwnBoundaries {
  /// One for each geography that was asked for.
  let files: [BoundaryFolder.File]
  private let session: Session
  private let tables: AreaTables

  /// - Throws: `Refusal` for a geography that the graph has no polygons of, with those that it has.
  init(_ geographies: [String], of session: Session, _ tables: AreaTables) throws {
    self.session = session
    self.tables = tables
    let all = BoundaryFolder.files(ofGraph: session.path)
    files = try geographies.map { name in
      let drawn = all.filter { $0.geography == name.lowercased() }
      if let file = drawn.last(where: { Self.isDrawn($0, by: session.moment) }) ?? drawn.first {
        return file
      }
      throw Self.refusal(of: name, among: all)
    }
  }

  private static func refusal(of name: String, among all: [BoundaryFolder.File]) -> Refusal {
    var known: [String] = []
    for file in all where !known.contains(file.geography) { known.append(file.geography) }
    let shown = TerminalText.escaped(String(name.prefix(100)))
    if let near = Suggestion.nearest(to: name, in: known) {
      return Refusal.misuse("the graph has no boundaries of '\(shown)'; did you mean '\(near)'?")
    }
    return Refusal.misuse(
      "the graph has no boundaries of '\(shown)'"
        + (known.isEmpty ? "" : ", but of \(known.joined(separator: ", "))")
        + "; name files of polygons instead, or count people or zones")
  }

  private static func isDrawn(_ file: BoundaryFolder.File, by moment: Moment) -> Bool {
    guard let day = moment.date, let drawn = PartialDate(file.vintage) else { return true }
    return drawn.firstDay <= day.firstDay
  }

  var paths: [String] { files.map(\.path) }

  /// What layers are called in answers: by their geography.
  var names: [String] { files.map(\.geography) }

  /// The words for one area of each geography and for several.
  var words: [(one: String, several: String)] {
    files.map { file in
      tables.geography(file.geography).map { ($0.name, $0.plural) }
        ?? (file.geography, file.geography)
    }
  }

  /// `STP footprints of April 2017, upper-tier authority areas of April 2018`
  var times: String {
    zip(words, files).map { words, file in "\(words.several) of \(title(of: file))" }
      .joined(separator: ", ")
  }

  /// That borders are of another day than the one asked for; nil where none is.
  var remark: String? {
    guard let day = session.moment.date else { return nil }
    let others = zip(words, files).filter { !holds($0.1, on: day) }
    guard !others.isEmpty else { return nil }
    let times = others.map { "\($0.0.several) of \(title(of: $0.1))" }
    return "the borders are not of \(day): those drawn are of "
      + times.joined(separator: " and of ")
  }

  /// The first day of the earlier of the borders: the one that people are to be counted for beside
  /// them; nil where no file says its time.
  var day: Moment? {
    files.compactMap { PartialDate($0.vintage) }.min { $0.firstDay < $1.firstDay }
      .map(Moment.date)
  }

  /// The id of the unit that a code in a file stands for: the body's, where it is a body's code.
  func ids() -> [[String: String]] {
    files.map { file in
      guard let kind = tables.geography(file.geography)?.kind,
        let index = session.graph.bodyKinds.index(of: kind)
      else { return [:] }
      let graph = session.graph
      let moment = PartialDate(file.vintage).map(Moment.date) ?? session.moment
      var ids: [String: String] = [:]
      for body in graph.allBodies
      where graph.isOpen(body, at: moment)
        && graph.bodyKinds.kind(graph.kind(of: body, at: moment), isA: index)
      {
        for (_, code) in graph.codes(of: body, at: moment) { ids[code] = graph.id(of: body) }
      }
      return ids
    }
  }

  // MARK: Time

  private func vintage(of file: BoundaryFolder.File) -> AreaTables.Vintage? {
    tables.vintages.first { $0.id == file.vintage }
  }

  private func holds(_ file: BoundaryFolder.File, on day: PartialDate) -> Bool {
    if let period = vintage(of: file)?.period { return period.holds(at: .date(day)) }
    guard let drawn = PartialDate(file.vintage) else { return true }
    return (drawn.firstDay..<drawn.endDay).contains(day.firstDay)
  }

  private func title(of file: BoundaryFolder.File) -> String {
    if let title = vintage(of: file)?.title { return title }
    guard let drawn = PartialDate(file.vintage), let month = drawn.month, !drawn.isWhole else {
      return file.vintage.isEmpty ? "an unknown time" : file.vintage
    }
    return "\(Self.months[month - 1]) \(drawn.year)"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
