import GovernanceAnalysis
import GovernanceModel

/// A number with the word for what is counted: `1 body has`, `3 bodies have`.
func counted(_ count: Int, _ one: String, _ many: String) -> String {
  "\(count) \(count == 1 ? one : many)"
}

extension String {
  /// The text with its first letter as a capital, the rest as it is.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension AnswerContext {
  var asOf: String? { moment.date?.description }

  /// The first line of every answer.
  var asOfLine: String {
    if let asOf { return "As of \(asOf)\(readAs)." }
    return graph.asOf == nil
      ? "Regardless of dates: the graph has none of its own; --as-of DATE asks for one."
      : "Regardless of dates, as was asked."
  }

  /// The day that a date known only to the month or year stands for.
  private var readAs: String {
    guard let date = moment.date, date.description.count < 10 else { return "" }
    let day = date.firstDay
    func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
    return ", read as its first day, \(day / 10_000)-\(two(day / 100 % 100))-\(two(day % 100))"
  }

  /// What an answer about one body says first: its kind, the date, and whether it is open then.
  func opening(_ body: BodyIndex) -> [String] {
    [kindName(body).capitalisedFirst + ". " + asOfLine] + (closedLine(body).map { [$0] } ?? [])
  }

  /// That a body is not open on the date, with the day that matters; nil when it is open.
  func closedLine(_ body: BodyIndex) -> String? {
    guard let date = moment.date, !graph.isOpen(body, at: moment) else { return nil }
    let life = graph.life(of: body)
    if let start = life.start, start.firstDay > date.firstDay {
      return "\(name(body)) is not open on that date: it opened \(day(start))."
    }
    let heirs = graph.relationships(to: body, kind: .succeeds, at: .anyTime).map(\.from)
    let names = Array(Set(heirs.map(title))).sorted()
    let shown = names.prefix(3).joined(separator: "; ") + (names.count > 3 ? " and others" : "")
    return "\(name(body)) is not open on that date: it closed \(life.end.map(day) ?? "before")"
      + (names.isEmpty ? "." : ", and was succeeded by \(shown).")
  }

  private func day(_ date: PartialDate) -> String {
    (date.description.count < 10 ? "in " : "on ") + date.description
  }
}
