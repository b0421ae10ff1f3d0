/// Turns statements about kinds into relationships between bodies.
///
///     every ccg ── accountable-to ──▶ nhs-england        one row, 209 relationships in 2016
///     every local-electorate ◀── every council (own)     each council and its own electorate
struct StatementExpansion {
  /// A body while it is of a kind.
  struct Member {
    let body: UInt32
    /// When it is both open and of the kind.
    let period: Period
    /// When it is of the kind, whether open or not: unlimited unless its kind has a history.
    let ofKind: Period
  }

  /// Two bodies that a statement stands for.
  private struct Pair {
    let from: UInt32
    let to: UInt32
    let period: Period
    let ofKind: Period
  }

  private struct Edge: Hashable {
    let from: UInt32
    let to: UInt32
    let kind: UInt16
  }

  let kinds: KindHierarchy
  let history: [HistoryEntry]
  let historyOfBody: [UInt32: Range<Int>]
  private var membersOfKind: [KindIndex: [Member]] = [:]
  private var bodiesOfOwner: [UInt32: [UInt32]] = [:]
  private var stated: [Edge: [Period]] = [:]

  init(kinds: KindHierarchy, history: [HistoryEntry], historyOfBody: [UInt32: Range<Int>]) {
    self.kinds = kinds
    self.history = history
    self.historyOfBody = historyOfBody
  }

  mutating func expand(into assembler: inout GraphAssembler) {
    guard !assembler.statements.isEmpty else { return }
    noteStated(assembler)
    noteOwners(assembler)
    makeCounterparts(&assembler)
    membersOfKind = [:]
    for position in assembler.statements.indices {
      let statement = assembler.statements[position]
      // Another figure for a flow is not another flow.
      guard statement.statesPairs, statement.alternativeOf == nil else { continue }
      let before = assembler.rows.count
      switch (statement.from, statement.to, statement.pairing) {
      case (_, _, .listed):
        for pair in assembler.listedPairs where pair.statement == statement.id {
          add(pair, of: statement, position, &assembler)
        }
      case (.every(let from), .every(let to), _):
        guard let pairs = ownPairs(from, to, assembler) else {
          reportUnowned(from, to, assembler.statementPlaces[position], &assembler)
          continue
        }
        for pair in pairs {
          add(pair, of: statement, position, &assembler)
        }
      case (.every(let kind), .body(let body), _):
        for member in members(of: kind, assembler) {
          let pair = Pair(
            from: member.body, to: body.raw, period: member.period, ofKind: member.ofKind)
          add(pair, of: statement, position, &assembler)
        }
      case (.body(let body), .every(let kind), _):
        for member in members(of: kind, assembler) {
          let pair = Pair(
            from: body.raw, to: member.body, period: member.period, ofKind: member.ofKind)
          add(pair, of: statement, position, &assembler)
        }
      case (.body, .body, _):
        preconditionFailure("a row that names two bodies is a relationship, not a statement")
      }
      assembler.statements[position].expandedCount = assembler.rows.count - before
    }
  }

  // MARK: Members

  /// The bodies of a kind or a narrower one, each for as long as it is open and of that kind.
  private mutating func members(of kind: KindIndex, _ assembler: GraphAssembler) -> [Member] {
    if let known = membersOfKind[kind] { return known }
    var members: [Member] = []
    for row in 0..<assembler.bodies.count {
      let life = Period(
        start: PartialDate(stored: assembler.bodies.opened[row]),
        end: PartialDate(stored: assembler.bodies.closed[row]))
      for ofKind in periods(of: row, being: kind, assembler) {
        guard let period = life.intersection(ofKind) else { continue }
        members.append(
          Member(body: UInt32(truncatingIfNeeded: row), period: period, ofKind: ofKind))
      }
    }
    membersOfKind[kind] = members
    return members
  }

  /// The periods in which a body is of a kind, by its history, whether it is open or not.
  private func periods(of row: Int, being kind: KindIndex, _ assembler: GraphAssembler) -> [Period]
  {
    let base = KindIndex(raw: assembler.bodies.kind[row])
    let entries = historyOfBody[UInt32(truncatingIfNeeded: row)].map { history[$0] } ?? []
    let changes = entries.filter { $0.field == "kind" }
    guard !changes.isEmpty else { return kinds.kind(base, isA: kind) ? [.unlimited] : [] }
    var periods: [Period] = []
    if kinds.kind(base, isA: kind) {
      periods = changes.reduce([.unlimited]) { left, change in
        left.flatMap { $0.subtracting(change.period) }
      }
    }
    for change in changes {
      guard let held = kinds.index(of: change.value), kinds.kind(held, isA: kind) else { continue }
      periods.append(change.period)
    }
    return periods
  }

  // MARK: Owned kinds

  private mutating func noteOwners(_ assembler: GraphAssembler) {
    for row in 0..<assembler.bodies.count {
      let owner = assembler.bodies.owner[row]
      if owner != .max { bodiesOfOwner[owner, default: []].append(UInt32(truncatingIfNeeded: row)) }
    }
  }

  /// The kind of which each member has one of a kind as its own, declared for it or a broader one.
  private func ownerKind(of kind: KindIndex) -> KindIndex? {
    kinds[kind].ownedBy
      ?? kinds.selfAndBroader(kind).lazy.compactMap { kinds[$0].ownedBy }.first
  }

  /// Makes a counterpart for each owner that has none, of every owned kind that a statement names.
  private mutating func makeCounterparts(_ assembler: inout GraphAssembler) {
    var done: Set<KindIndex> = []
    for statement in assembler.statements where statement.statesPairs {
      for case .every(let kind) in [statement.from, statement.to] {
        guard let ownerKind = ownerKind(of: kind), done.insert(kind).inserted else { continue }
        for owner in lives(of: members(of: ownerKind, assembler))
        where counterparts(of: owner.body, kind: kind, assembler).isEmpty {
          make(kind, for: owner, &assembler)
        }
      }
    }
  }

  /// Each member once, from the first day on which it is one to the last.
  private func lives(of members: [Member]) -> [Member] {
    var lives: [Member] = []
    for member in members {
      guard let life = lives.last, life.body == member.body else {
        lives.append(member)
        continue
      }
      let first = member.period.firstDay < life.period.firstDay ? member : life
      let last = member.period.endDay > life.period.endDay ? member : life
      lives[lives.count - 1] = Member(
        body: life.body, period: Period(start: first.period.start, end: last.period.end),
        ofKind: Period(start: first.ofKind.start, end: last.ofKind.end))
    }
    return lives
  }

  private func counterparts(of owner: UInt32, kind: KindIndex, _ assembler: GraphAssembler)
    -> [UInt32]
  {
    (bodiesOfOwner[owner] ?? []).filter {
      kinds.kind(KindIndex(raw: assembler.bodies.kind[Int($0)]), isA: kind)
    }
  }

  private mutating func make(
    _ kind: KindIndex, for owner: Member, _ assembler: inout GraphAssembler
  ) {
    let ownerRow = Int(owner.body)
    let id = assembler.text[assembler.bodies.id[ownerRow]] + "." + kinds[kind].id
    let fullName = GovernanceGraph.nameOfOwn(
      kinds[kind], assembler.text[assembler.bodies.name[ownerRow]])
    let row = assembler.bodies.count
    let isTaken = id.withBytes { bytes in
      assembler.identifiers.find(bytes, in: assembler.text, texts: assembler.bodies.id) != nil
    }
    guard !isTaken else { return }
    id.withBytes { bytes in
      assembler.identifiers.insert(bytes, as: UInt32(truncatingIfNeeded: row))
      assembler.bodies.id.append(assembler.text.append(bytes))
    }
    assembler.bodies.name.append(fullName.withBytes { assembler.text.append($0) })
    assembler.bodies.kind.append(kind.raw)
    assembler.bodies.opened.set(owner.period.start?.packed ?? 0, at: row)
    assembler.bodies.closed.set(owner.period.end?.packed ?? 0, at: row)
    assembler.bodies.owner.set(owner.body, at: row)
    assembler.bodies.grade.set(EvidenceGrade.inferred.rawValue, at: row)
    assembler.bodies.origin.set(.made, at: row)
    bodiesOfOwner[owner.body, default: []].append(UInt32(truncatingIfNeeded: row))
  }

  /// The pairs of two kinds of which one owns the other, or both belong to the same body; nil when
  /// neither is declared so.
  private mutating func ownPairs(
    _ from: KindIndex, _ to: KindIndex, _ assembler: GraphAssembler
  ) -> [Pair]? {
    func areRelated(_ one: KindIndex, _ other: KindIndex) -> Bool {
      kinds.kind(one, isA: other) || kinds.kind(other, isA: one)
    }
    func life(_ row: UInt32) -> Period {
      Period(
        start: PartialDate(stored: assembler.bodies.opened[Int(row)]),
        end: PartialDate(stored: assembler.bodies.closed[Int(row)]))
    }
    let fromOwner = ownerKind(of: from)
    let toOwner = ownerKind(of: to)
    var pairs: [Pair] = []
    func add(_ from: UInt32, _ to: UInt32, _ period: Period, _ owner: Member) {
      pairs.append(Pair(from: from, to: to, period: period, ofKind: owner.ofKind))
    }
    if let fromOwner, areRelated(fromOwner, to) {
      for owner in members(of: to, assembler) {
        for own in counterparts(of: owner.body, kind: from, assembler) {
          guard let period = owner.period.intersection(life(own)) else { continue }
          add(own, owner.body, period, owner)
        }
      }
    } else if let toOwner, areRelated(toOwner, from) {
      for owner in members(of: from, assembler) {
        for own in counterparts(of: owner.body, kind: to, assembler) {
          guard let period = owner.period.intersection(life(own)) else { continue }
          add(owner.body, own, period, owner)
        }
      }
    } else if let fromOwner, let toOwner, areRelated(fromOwner, toOwner) {
      let narrower = kinds.kind(fromOwner, isA: toOwner) ? fromOwner : toOwner
      for owner in members(of: narrower, assembler) {
        for left in counterparts(of: owner.body, kind: from, assembler) {
          for right in counterparts(of: owner.body, kind: to, assembler) {
            guard let both = life(left).intersection(life(right)),
              let period = owner.period.intersection(both)
            else { continue }
            add(left, right, period, owner)
          }
        }
      }
    } else {
      return nil
    }
    return pairs
  }

  private func reportUnowned(
    _ from: KindIndex, _ to: KindIndex, _ place: SourcePosition, _ assembler: inout GraphAssembler
  ) {
    assembler.report(
      "unowned-kinds", place,
      "neither '\(kinds[from].id)' nor '\(kinds[to].id)' is declared to be the other's own",
      cure: "fill owned_by in the table of kinds, or choose another pairing")
  }

  // MARK: Adding

  /// Notes the rows that name both bodies, which replace expanded ones in their own dates.
  private mutating func noteStated(_ assembler: GraphAssembler) {
    let wanted = Set(assembler.statements.map(\.kind.raw))
    for row in 0..<assembler.rows.count where wanted.contains(assembler.rows.kind[row]) {
      let edge = Edge(
        from: assembler.rows.from[row], to: assembler.rows.to[row], kind: assembler.rows.kind[row])
      stated[edge, default: []].append(
        Period(
          start: PartialDate(stored: assembler.rows.start[row]),
          end: PartialDate(stored: assembler.rows.end[row])))
    }
  }

  /// Adds what a statement says of a pair, less the days for which a row names the pair itself.
  ///
  /// Only dates that are known are written: where neither the statement nor the body's kind has a
  /// start, the day on which the body opened is not when the relationship began. That both must be open is asked of every
  /// relationship anyway.
  private func add(
    _ pair: Pair, of statement: Statement, _ position: Int, _ assembler: inout GraphAssembler
  ) {
    guard pair.from != pair.to, let both = statement.period.intersection(pair.period) else {
      return
    }
    let isStartKnown = statement.period.start != nil || pair.ofKind.start != nil
    let isEndKnown = statement.period.end != nil || pair.ofKind.end != nil
    let held = Period(
      start: isStartKnown ? both.start : nil, end: isEndKnown ? both.end : nil)
    for part in rest(of: held, pair.from, pair.to, statement)
    where part.intersection(both) != nil {
      append(pair.from, pair.to, part, of: statement, position, &assembler)
    }
  }

  /// What rows that name both bodies leave of a period.
  private func rest(of period: Period, _ from: UInt32, _ to: UInt32, _ statement: Statement)
    -> [Period]
  {
    let explicit = stated[Edge(from: from, to: to, kind: statement.kind.raw)] ?? []
    return explicit.reduce([period]) { left, other in left.flatMap { $0.subtracting(other) } }
  }

  private func add(
    _ pair: ListedPair, of statement: Statement, _ position: Int,
    _ assembler: inout GraphAssembler
  ) {
    let period = Period(
      start: pair.period.start ?? statement.period.start,
      end: pair.period.end ?? statement.period.end)
    guard !period.isEmpty else { return }
    var amount = pair.amount
    for part in rest(of: period, pair.from.raw, pair.to.raw, statement) {
      append(pair.from.raw, pair.to.raw, part, of: statement, position, &assembler)
      setOwnCells(of: pair, amount: amount, &assembler)
      // The amount is for the whole pair: it is not repeated for each part that is left of it.
      amount = nil
    }
  }

  /// Gives the relationship added last what its pair says in place of the statement.
  private func setOwnCells(
    of pair: ListedPair, amount: Amount?, _ assembler: inout GraphAssembler
  ) {
    let row = assembler.rows.count - 1
    if let amount { assembler.rows.amount.set(amount.hundredths, at: row) }
    if let year = pair.year { assembler.rows.year.set(assembler.intern(year), at: row) }
    if !pair.evidence.sources.isEmpty {
      assembler.rows.source.set(
        assembler.intern(pair.evidence.sources.joined(separator: " ")), at: row)
    }
    if let grade = pair.evidence.grade { assembler.rows.grade.set(grade.rawValue, at: row) }
    if let note = pair.evidence.note { assembler.rows.note.set(assembler.intern(note), at: row) }
  }

  private func append(
    _ from: UInt32, _ to: UInt32, _ period: Period, of statement: Statement, _ position: Int,
    _ assembler: inout GraphAssembler
  ) {
    let row = assembler.rows.count
    assembler.rows.from.append(from)
    assembler.rows.to.append(to)
    assembler.rows.kind.append(statement.kind.raw)
    assembler.rows.basis.set(statement.basis.rawValue, at: row)
    assembler.rows.start.set(period.start?.packed ?? 0, at: row)
    assembler.rows.end.set(period.end?.packed ?? 0, at: row)
    assembler.rows.statement.set(UInt32(truncatingIfNeeded: position), at: row)
    assembler.rows.grade.set(statement.evidence.grade?.rawValue ?? 0, at: row)
    if !statement.evidence.sources.isEmpty {
      assembler.rows.source.set(
        assembler.intern(statement.evidence.sources.joined(separator: " ")), at: row)
    }
    if let note = statement.evidence.note {
      assembler.rows.note.set(assembler.intern(note), at: row)
    }
    if let law = statement.legalBasis {
      assembler.rows.legalBasis.set(assembler.intern(law), at: row)
    }
    if let year = statement.year { assembler.rows.year.set(assembler.intern(year), at: row) }
  }
}

extension GraphAssembler {
  mutating func intern(_ string: String) -> TextIndex {
    string.withBytes { interner.intern($0, in: &text) }
  }
}
