import GovernanceModel

/// A made-up register: bodies with dates, and lines between them with dates and bases, some of
/// them in cycles, some twice, some of other kinds; several tops; a few bodies apart from all.
struct RandomRegister {
  struct Body: Hashable {
    let id: String
    var kind = "body"
    var opened = ""
    var closed = ""
  }
  struct Line: Hashable {
    let from: String
    let to: String
    var kind = "accountable-to"
    var basis = ""
    var start = ""
    var end = ""
  }

  var bodies: [Body]
  var lines: [Line]

  /// The same register for the same seed.
  init(seed: UInt64, sizes: ClosedRange<Int>) {
    var random = SplitMix64(seed: seed)
    let count = sizes.lowerBound + random.below(sizes.count)
    let isDated = random.chance(percent: 70)
    let tops = 1 + random.below(min(3, count))
    let cyclePercent = random.pick([0, 5, 15, 40])
    let linesPerBody = 1 + random.below(3)
    // Ids in another order than the rows.
    let names = random.shuffled(Array(1...count)).map { "b\($0)" }
    bodies = names.map { Body(id: $0) }
    lines = []
    for body in bodies.indices where isDated {
      (bodies[body].opened, bodies[body].closed) = Self.period(&random)
    }
    for body in tops..<max(tops, count) where !random.chance(percent: 8) {
      for _ in 0..<(1 + random.below(linesPerBody)) {
        // Mostly upwards, to an earlier body; a line downwards may close a cycle.
        let isUp = !random.chance(percent: cyclePercent)
        let other = isUp ? random.below(body) : random.below(count)
        guard other != body else { continue }
        lines.append(Self.line(names[body], names[other], isDated, &random))
      }
    }
    for _ in 0..<(count / 3) where count > 1 {
      let from = random.below(count)
      let to = random.below(count)
      guard from != to else { continue }
      var line = Self.line(names[from], names[to], isDated, &random)
      line.kind = random.pick(["funds", "oversees", "part-of"])
      if line.kind == "funds", random.chance(percent: 20) { line.kind = "subsidises" }
      lines.append(line)
    }
    // Drawn apart, so that what is drawn below does not depend on it.
    var kindRandom = SplitMix64(seed: seed &+ 1 << 32)
    for body in bodies.indices {
      bodies[body].kind = kindRandom.pick(["body", "body", "office", "trust"])
    }
    for _ in 0..<(lines.count / 5) { lines.append(random.pick(lines)) }
    lines = random.shuffled(lines)
  }

  private static func line(
    _ from: String, _ to: String, _ isDated: Bool, _ random: inout SplitMix64
  ) -> Line {
    var line = Line(from: from, to: to)
    line.kind = random.chance(percent: 15) ? "manages" : "accountable-to"
    line.basis = random.pick([
      "", "", "statutory", "managerial", "contractual", "financial", "contractual political",
      "voluntary financial",
    ])
    if isDated { (line.start, line.end) = period(&random) }
    return line
  }

  /// A start and an end, either of them empty at times, each known to the day, month or year.
  private static func period(_ random: inout SplitMix64) -> (String, String) {
    func date(_ year: Int) -> String {
      let day = "\(year)-" + random.pick(["01-01", "01-31", "06-15", "06-30", "12-31"])
      return String(day.prefix(random.pick([4, 7, 10])))
    }
    let first = 2010 + random.below(5)
    let last = first + 1 + random.below(6)
    return (
      random.chance(percent: 40) ? "" : date(first), random.chance(percent: 60) ? "" : date(last)
    )
  }

  /// The same rows in another order.
  func reordered(seed: UInt64) -> RandomRegister {
    var random = SplitMix64(seed: seed)
    var copy = self
    copy.bodies = random.shuffled(bodies)
    copy.lines = random.shuffled(lines)
    return copy
  }

  func graph() throws -> GovernanceGraph {
    try makeGraph { tables in
      tables[.kinds] = GraphTables.Table(
        columns: ["id", "of", "broader"],
        rows: [
          ["body", "organisation", ""], ["office", "organisation", "body"],
          ["trust", "organisation", ""], ["manages", "relationship", "accountable-to"],
          ["subsidises", "relationship", "funds"],
        ])
      tables[.organisations] = GraphTables.Table(
        columns: ["id", "name", "kind", "opened", "closed"],
        rows: bodies.map { [$0.id, "Body \($0.id)", $0.kind, $0.opened, $0.closed] })
      tables[.relationships] = GraphTables.Table(
        columns: ["from", "to", "kind", "basis", "start", "end"],
        rows: lines.map { [$0.from, $0.to, $0.kind, $0.basis, $0.start, $0.end] })
    }
  }
}
