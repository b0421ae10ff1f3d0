import GovernanceModel

/// How far the people of a body live elsewhere than in the areas in which it is accountable.
public struct Mismatch: Hashable, Sendable {
  /// Who a body's people are.
  public enum People: Hashable, Sendable {
    /// Those whom it treats, by its catchment: an estimate.
    case patients
    /// Those who live in its own area, a unit of a geography: counted.
    case residents(geography: String)
  }

  /// One of the areas that are asked about.
  public struct Part: Hashable, Sendable {
    /// The id of the unit.
    public let unit: String
    /// The share of the body's people who live there.
    public let share: Double
    /// How many they are; nil where only shares are known.
    public let people: Double?
  }

  public let body: BodyIndex
  public let people: People
  /// The areas in which it is accountable, by id; the share is 0 where none of its people live there.
  /// None where that is not recorded.
  public let own: [Part]
  /// The other areas in which its people live, the largest share first.
  public let elsewhere: [Part]
  /// The share of its people who live in none of the areas, or nobody knows where.
  public let nowhere: Double
  /// The share of those who live in one of several areas, nobody says in which.
  public let undetermined: Double
  /// What ties it to its own areas.
  public let rows: [Relationship]
  /// What its people are known by, beside the zones.
  public let evidence: [Evidence]

  /// The share of its people who live elsewhere: what is undetermined is not among them.
  public var share: Double { elsewhere.reduce(0) { $0 + $1.share } }
  /// The share that lives elsewhere in any case, in whichever one of the areas it is accountable.
  public var leastShare: Double {
    let all = own + elsewhere
    return all.reduce(0) { $0 + $1.share } - (all.map(\.share).max() ?? 0)
  }
  /// The share of those who live where it is accountable.
  public var ownShare: Double { own.reduce(0) { $0 + $1.share } }
  /// How many live elsewhere; nil where only shares are known.
  public var peopleElsewhere: Double? {
    if case .patients = people { return nil }
    return elsewhere.reduce(0) { $0 + ($1.people ?? 0) }
  }
}

/// The bodies whose people live elsewhere than where they are accountable.
public struct Mismatches: Sendable {
  public let geography: String
  /// Every open body with people and a tie to an area, the largest share elsewhere first, then by id.
  public let all: [Mismatch]
  /// Open bodies with people of whom no area is recorded in which they are accountable, by id.
  public let untied: [Mismatch]
  /// Bodies with a catchment that are not open on the day, by id.
  public let notOpen: [BodyIndex]
}

extension AreaBook {
  /// How far the people of every body live elsewhere than in the areas of a geography in which it is
  /// accountable.
  ///
  ///     own(b)      the units whose bodies b is a member or part of, answers to or is overseen by
  ///     share(b, u) the share of b's people who live in u
  ///     mismatch(b) = sum of share(b, u) over the units u outside own(b)
  ///
  /// The people of a body with a catchment are its patients, spread over a district as its inhabitants
  /// are; those of a body with an area are who live there. A body is looked at in the first geography
  /// that has its area.
  ///
  /// - Complexity: O(zones · geographies + catchments · units of an area).
  public func mismatches(in geography: String) -> Mismatches {
    let ties = ties(to: geography)
    let catchments = catchments(by: geography)
    var found: [Mismatch] = []
    var untied: [Mismatch] = []
    var notOpen: [BodyIndex] = []
    var looked: Set<BodyIndex> = []
    func look(_ body: BodyIndex, _ make: ([AreaTie]) -> Mismatch?) {
      guard looked.insert(body).inserted else { return }
      guard graph.isOpen(body, at: moment) else { return notOpen.append(body) }
      let ties = ties(body)
      guard let mismatch = make(ties) else { return }
      if ties.isEmpty { untied.append(mismatch) } else { found.append(mismatch) }
    }
    for (id, shares) in catchments.sorted(by: { $0.key < $1.key }) {
      guard let body = graph.body(id: id) else { continue }
      look(body) { Self.mismatch(of: body, $0, shares) }
    }
    for own in geographies where own != geography {
      // An area that is joined to by those ties cannot differ from them.
      guard tables.geography(geography)?.through != own,
        let table = try? overlap(from: own, to: geography)
      else { continue }
      for (unit, parts) in table.parts(of: .from).enumerated() {
        guard table.size(table.from.units[unit].total) > 0,
          let body = body(of: table.from.units[unit].id, in: own),
          graph.isOpen(body, at: moment)
        else { continue }
        look(body) { Self.mismatch(of: body, $0, table, unit, parts) }
      }
    }
    return Mismatches(
      geography: geography,
      all: found.map { ($0, $0.share, graph.id(of: $0.body)) }
        .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.2 < $1.2 }.map(\.0),
      untied: untied.map { ($0, graph.id(of: $0.body)) }.sorted { $0.1 < $1.1 }.map(\.0),
      notOpen: notOpen.sorted { graph.id(of: $0) < graph.id(of: $1) })
  }

  private static func mismatch(
    of body: BodyIndex, _ ties: [AreaTie], _ shares: CatchmentShares
  ) -> Mismatch {
    let parts = shares.parts.map {
      Mismatch.Part(unit: $0.unit, share: $0.share, people: nil)
    }
    let placed = shares.parts.reduce(0) { $0 + $1.share } + shares.undetermined
    return mismatch(
      body, .patients, ties, parts, nowhere: max(0, 1 - placed),
      undetermined: shares.undetermined, shares.evidence)
  }

  private static func mismatch(
    of body: BodyIndex, _ ties: [AreaTie], _ table: OverlapTable, _ unit: Int,
    _ pairs: [OverlapTable.Pair]
  ) -> Mismatch {
    let all = table.from.units[unit]
    let total = table.size(all.total)
    let parts = pairs.map { pair in
      Mismatch.Part(
        unit: table.to.units[pair.to].id, share: table.share(pair, of: .from),
        people: table.size(pair.common))
    }
    return mismatch(
      body, .residents(geography: table.from.name), ties, parts,
      nowhere: table.size(all.outside) / total, undetermined: table.size(all.undetermined) / total,
      [])
  }

  private static func mismatch(
    _ body: BodyIndex, _ people: Mismatch.People, _ ties: [AreaTie], _ parts: [Mismatch.Part],
    nowhere: Double, undetermined: Double, _ evidence: [Evidence]
  ) -> Mismatch {
    let own = Set(ties.map(\.unit))
    return Mismatch(
      body: body, people: people,
      own: ties.map { tie in
        parts.first { $0.unit == tie.unit }
          ?? Mismatch.Part(unit: tie.unit, share: 0, people: people == .patients ? nil : 0)
      }, elsewhere: parts.filter { !own.contains($0.unit) && $0.share > 0 }, nowhere: nowhere,
      undetermined: undetermined, rows: ties.flatMap(\.rows), evidence: evidence)
  }
}
