import Foundation
import GraphFiles
import RemitCommands
import Testing

/// Who stands across which borders, against counts of England's tables row by row.
@Suite struct EnglandBoundaryTests {
  private static let day = "2017-04-01"

  private static func rows(_ name: String) throws -> [[String: String]] {
    let table = try CSVTable.read(path: Graphs.england + "/\(name).csv")
    return table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.columns, $0)) }
  }

  /// Which footprints each body is a member of on the day.
  private static func memberships() throws -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    for file in ["ccgs", "councils", "partners", "trusts"] {
      for row in try rows("relationships-footprint-\(file)") where row["kind"] == "member-of" {
        let (start, end) = (row["start"] ?? "", row["end"] ?? "")
        if start <= day, end.isEmpty || end > day {
          found[row["from"]!, default: []].insert(row["to"]!)
        }
      }
    }
    return found
  }

  /// The people of each footprint within each district of the catchments, and all of the district's.
  private static func districts(
    _ memberships: [String: Set<String>]
  ) throws -> (people: [String: [String: Int]], all: [String: Int]) {
    let catchmentAreas = Set(try rows("catchments").map { $0["area"]! })
    let vintages = try ["2016-04", "2017-04", "2022-07"].map { try rows("zones-\($0)") }
    // The vintage that has most of the districts.
    let known = vintages.map { Set($0.map { $0["ltla"]! }).intersection(catchmentAreas).count }
    let districtOf = Dictionary(
      uniqueKeysWithValues: vintages[known.firstIndex(of: known.max()!)!].map {
        ($0["zone"]!, $0["ltla"]!)
      })
    var people: [String: [String: Int]] = [:]
    var all: [String: Int] = [:]
    for zone in vintages[1] {
      let footprints = memberships[zone["ccg"]!] ?? []
      #expect(footprints.count == 1)
      let (district, count) = (districtOf[zone["zone"]!]!, Int(zone["population"]!)!)
      people[district, default: [:]][footprints.first!, default: 0] += count
      all[district, default: 0] += count
    }
    return (people, all)
  }

  @Test func rankTrustsByWhereTheirPatientsLive() throws {
    let answer = try json("mismatches", "--as-of", Self.day, on: Graphs.england)
    let memberships = try Self.memberships()
    let (people, all) = try Self.districts(memberships)
    var expected: [String: Double] = [:]
    for row in try Self.rows("catchments") {
      guard let own = memberships[row["organisation"]!], let total = all[row["area"]!] else {
        continue
      }
      let outside = people[row["area"]!]!.filter { !own.contains($0.key) }.values.reduce(0, +)
      expected[row["organisation"]!, default: 0] +=
        Double(row["share"]!)! * Double(outside) / Double(total)
    }
    let found = answer.objects("bodies").filter { $0["people"] as? String == "patients" }
    #expect(found.count > 120)
    for body in found {
      let id = try #require(body["id"] as? String)
      let share = try #require(body["shareElsewhere"] as? Double)
      #expect(abs(share - (expected[id] ?? -1)) < 1e-9, "\(id)")
      let parts = body.objects("livesElsewhere").reduce(0) { $0 + ($1["share"] as? Double ?? 0) }
      #expect(abs(parts - share) < 1e-9)
    }
    // Nobody is missing whose patients live elsewhere, but those who are not open.
    let ids = Set(found.compactMap { $0["id"] as? String })
    let missing = expected.filter { $0.value > 1e-9 && !ids.contains($0.key) }.keys
    for id in missing {
      #expect(
        answer.strings("notRecorded").contains { $0.contains("not open on the date") }, "\(id)")
    }
    #expect(missing.count <= 3)
    let shares = answer.objects("bodies").compactMap { $0["shareElsewhere"] as? Double }
    #expect(shares == shares.sorted(by: >))
    #expect(found.first?["id"] as? String == "RP6")
  }

  @Test func rankCouncilsByWhereTheirResidentsLive() throws {
    let answer = try json("mismatches", "--as-of", Self.day, on: Graphs.england)
    let memberships = try Self.memberships()
    var people: [String: [String: Int]] = [:]
    for zone in try Self.rows("zones-2017-04") {
      let footprint = memberships[zone["ccg"]!]!.first!
      people[zone["ltla"]!, default: [:]][footprint, default: 0] += Int(zone["population"]!)!
    }
    let found = Dictionary(
      uniqueKeysWithValues: try answer.objects("bodies").map {
        (try #require($0["id"] as? String), $0)
      })
    for (district, parts) in people {
      // County councils have areas of their own; a district has one council.
      guard district.hasPrefix("E07"), let own = memberships[district] else { continue }
      let outside = parts.filter { !own.contains($0.key) }.values.reduce(0, +)
      #expect((found[district]?["peopleElsewhere"] as? Int ?? 0) == outside, "\(district)")
    }
    let guildford = try #require(found["E07000209"])
    #expect(guildford["people"] as? String == "residents")
    #expect(guildford["grade"] as? String == "computed")
  }

  @Test func countTheFootprintsOfEveryBody() throws {
    let answer = try json("across", "--as-of", Self.day, on: Graphs.england)
    let several = try Self.memberships().filter { $0.value.count > 1 }
    let found = Dictionary(
      uniqueKeysWithValues: try answer.objects("bodies").map {
        (try #require($0["id"] as? String), Set($0.ids("areas")))
      })
    #expect(found == several)
    let most = try #require(answer.objects("bodies").first)
    #expect((most["kind"] as? String)?.hasPrefix("ambulance") == true)
    #expect(most.objects("areas").count == 6)
  }

  @Test func crossTheBordersOfOtherGeographies() throws {
    let answer = try json("across", "stp", "--as-of", Self.day, on: Graphs.england)
    let crossings = Dictionary(
      uniqueKeysWithValues: try answer.objects("crossings").map {
        (try #require($0["geography"] as? String), $0)
      })
    let councils = try #require(crossings["utla"])
    #expect(councils.objects("otherCut").count == 14)
    #expect(councils["otherUnits"] as? Int == 152)
    #expect(crossings["region"]?.objects("cut").isEmpty == true)
    #expect(crossings["ccg"]?.objects("otherCut").isEmpty == true)
    #expect(crossings["ccg"]?.objects("cut").isEmpty == true)
    // A border of regions that crosses a footprint splits it: there is nothing between them.
    let regions = try json("overlaps", "stp", "rgn", "--as-of", Self.day, on: Graphs.england)
    let split = regions.objects("split").filter { $0["geography"] as? String == "stp" }
    #expect(crossings["rgn"]?.ids("cut") == split.compactMap { $0["id"] as? String })
    #expect(split.count > 4)
    #expect(crossings["ltla"]?.objects("otherCut").count == 17)
    let groups = answer.objects("groups").filter { $0["kind"] as? String == "combined-authority" }
    #expect(groups.count >= 6)
    // Nothing is made up of who belongs to a vanguard.
    #expect(answer.objects("withoutMembers").contains { $0["kind"] as? String == "vanguard-mcp" })
  }

  @Test func tellTheAreasThatProgrammesAreNamedAfter() throws {
    let answer = try json(
      "overlaps", "stp", "devolution", "--as-of", "2017-07-01", on: Graphs.england)
    let pairs = answer.objects("pairs").map { "\($0["fromName"]!): \($0["relation"]!)" }
    #expect(pairs.count >= 3)
    // Glossop is in the footprint of Greater Manchester and in none of its boroughs.
    let manchester = try #require(
      answer.objects("pairs").first { $0["to"] as? String == "devolution-greater-manchester" })
    #expect(manchester["relation"] as? String == "contains")
    #expect(manchester["shareOfTo"] as? Double == 1)
    let sites = try json("overlaps", "vanguard", "utla", "--as-of", Self.day, on: Graphs.england)
    #expect(sites.strings("notRecorded").contains { $0.contains("inferred") })
  }

  /// In July 2022 no board has a member on record, but borders and parts are there: what follows from
  /// these is told, and what is missing said.
  @Test func answerForADayWithoutMembersWhatBordersTell() throws {
    let answer = try json("mismatches", "--as-of", "2022-08-01", on: Graphs.england)
    #expect(answer["geography"] as? String == "icb")
    #expect(
      answer.strings("notRecorded").contains {
        $0.hasPrefix("on the date no area has members on record but those that it is made of")
      })
    var people: [String: [String: Int]] = [:]
    for zone in try Self.rows("zones-2022-07") {
      let board = String(zone["sub-icb"]!.prefix(3))
      people[zone["ltla"]!, default: [:]][board, default: 0] += Int(zone["population"]!)!
    }
    let without = Dictionary(
      uniqueKeysWithValues: try answer.objects("withoutArea").map {
        (try #require($0["id"] as? String), $0)
      })
    let districts = people.keys.filter { $0.hasPrefix("E07") && without[$0] != nil }
    #expect(districts.count > 150)
    for district in districts {
      let (parts, body) = (people[district]!, without[district]!)
      let (all, most) = (parts.values.reduce(0, +), parts.values.max()!)
      #expect(body["people"] as? String == "residents")
      #expect(
        abs(
          try #require(body["leastShareElsewhere"] as? Double)
            - Double(all - most) / Double(all)) < 1e-12)
      let mostIn = try #require(body["mostIn"] as? [String: Any])
      let mostID = try #require(mostIn["id"] as? String)
      #expect(mostIn["people"] as? Int == most && parts[mostID] == most)
    }
    // A trust, by its patients.
    let trust = try #require(without["RGT"])
    #expect(trust["people"] as? String == "patients" && trust["grade"] as? String == "estimated")
    let least = try #require(trust["leastShareElsewhere"] as? Double)
    #expect(least > 0.1 && least < 0.9)
    let told = remit("mismatches", "--as-of", "2022-08-01", on: Graphs.england).output
    #expect(told.contains("Bodies on record in no integrated care board ("))
    let across = try json("across", "--as-of", "2022-08-01", on: Graphs.england)
    #expect(across["geography"] as? String == "icb" && across.objects("bodies").isEmpty)
    let regions = try #require(
      across.objects("crossings").first { $0["geography"] as? String == "rgn" })
    #expect(regions.objects("cut").count == 4)
  }

  @Test func sayWhenNoBordersHold() throws {
    for command in [["mismatches"], ["across"], ["overlaps", "stp", "utla"], ["coterminous"]] {
      let outcome = Question.ask(command, "--as-of", "2019-01-01", on: Graphs.england)
      #expect(outcome.code == 64)
      #expect(outcome.errors.contains("the nearest are those of April 2017 (--as-of 2017-04-01)"))
    }
    let answer = try json("footprints", "RYC", "--as-of", "2019-01-01", on: Graphs.england)
    #expect(answer.objects("memberships").count >= 5)
    #expect(answer["vintage"] == nil)
    #expect(
      answer.strings("notRecorded").contains {
        $0.contains("the nearest are those of April 2017 (--as-of 2017-04-01)")
      })
  }
}
