import GovernanceModel

/// How findings name what they are about.
extension Inspection {
  /// `a, b and c`.
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The first few of a list, and how many more.
  static func list(_ words: [String], atMost limit: Int) -> String {
    words.count > limit + 1
      ? words.prefix(limit).joined(separator: ", ") + " and \(words.count - limit) others"
      : list(words)
  }

  static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  /// Some people: `1 person`, `180,084 people`.
  static func peopleCounted(_ number: Double) -> String {
    people(number) + (people(number) == "1" ? " person" : " people")
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// A date as a sentence gives it: `on 1 July 2016`, `in July 2016`, `in 2016`.
  static func day(_ date: PartialDate) -> String {
    let month = date.month.map { months[$0 - 1] + " " } ?? ""
    return (date.day.map { "on \($0) " } ?? "in ") + month + String(date.year)
  }

  /// A share as whole percent.
  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }

  /// Whom a row means, as a reader knows them: `acute trusts`.
  func name(_ holder: IncentiveHolder) -> String {
    switch holder {
    case .body(let body): return name(body)
    case .members(let position): return graph.holderClasses[position].name
    case .every(let expression):
      guard let kind = graph.bodyKinds.index(of: expression.text) else {
        return "every " + expression.text
      }
      return graph.bodyKinds[kind].plural
    }
  }

  /// Whether ``name(_:)`` gives several: a kind, a class, not a body.
  func isPlural(_ holder: IncentiveHolder) -> Bool {
    switch holder {
    case .body: false
    case .members: true
    case .every(let expression): graph.bodyKinds.index(of: expression.text) != nil
    }
  }

  func isPlural(_ party: Party) -> Bool {
    if case .every = party { true } else { false }
  }

  /// A verb as it agrees with ``names(_:)``.
  func verb(_ one: String, _ many: String, for holders: [IncentiveHolder]) -> String {
    Set(holders).count > 1 || holders.contains(where: isPlural) ? many : one
  }

  func names(_ holders: [IncentiveHolder]) -> String {
    holders.isEmpty ? "nobody on record" : Self.list(holders.map(name).sorted())
  }

  func name(_ party: Party) -> String {
    switch party {
    case .body(let body): name(body)
    case .every(let kind): graph.bodyKinds[kind].plural
    }
  }

  /// The footprint's name with its id, since names of footprints change.
  func title(_ footprint: Footprint) -> String { name(footprint.body) }

  /// A holder as a part of a finding's id: what its cell says, without spaces.
  func key(_ holder: IncentiveHolder) -> String {
    let text = graph.text(of: holder)
    if case .members = holder { return String(text.dropFirst("class ".count)) }
    return text.split(separator: " ").joined(separator: "+")
  }

  /// An instrument's name in quotation marks, since it may hold "and" itself.
  private func quoted(_ instrument: String) -> String { "“\(instrument)”" }

  /// Instruments with who set them: `“National tariff” (set by Monitor and NHS England)`.
  func instruments(_ incentives: [Int]) -> String {
    var seen: Set<String> = []
    let words = incentives.map { position -> String in
      let incentive = graph.incentives[position]
      return quoted(incentive.instrument)
        + (incentive.setBy.isEmpty ? " (set by nobody)" : " (set by \(names(incentive.setBy)))")
    }
    return Self.list(words.filter { seen.insert($0).inserted })
  }

  /// The bare names of instruments, each once.
  func instrumentNames(_ incentives: [Int]) -> String {
    var seen: Set<String> = []
    return Self.list(
      incentives.map { quoted(graph.incentives[$0].instrument) }
        .filter { seen.insert($0).inserted })
  }

  /// The reasons that the rows give for their strength, as sentences, those of one instrument
  /// together.
  func reasons(_ incentives: [Int]) -> String {
    var instruments: [String] = []
    var reasons: [String: [String]] = [:]
    for incentive in incentives.map({ graph.incentives[$0] }) {
      guard let reason = incentive.reason else { continue }
      if reasons[incentive.instrument] == nil { instruments.append(incentive.instrument) }
      if !reasons[incentive.instrument, default: []].contains(reason) {
        reasons[incentive.instrument, default: []].append(reason)
      }
    }
    return instruments.map { instrument in
      "\(quoted(instrument)): "
        + reasons[instrument]!.map(\.endingSentence).joined(separator: " ")
    }.joined(separator: " ")
  }

  /// An amount in words: `£1.8bn`, `£339m`, `£2,280`.
  func money(_ amount: Amount) -> String {
    let symbol = graph.currency == "GBP" ? "£" : graph.currency + " "
    let sign = amount.hundredths < 0 ? "-" : ""
    let units = amount.hundredths.magnitude / 100
    func scaled(_ unit: UInt64, _ word: String) -> String {
      let tenths = (units * 10 + unit / 2) / unit
      return sign + symbol + "\(tenths / 10)" + (tenths % 10 == 0 ? "" : ".\(tenths % 10)") + word
    }
    if units >= 1_000_000_000 { return scaled(1_000_000_000, "bn") }
    if units >= 1_000_000 { return scaled(1_000_000, "m") }
    return sign + symbol + "\(units)"
  }
}
