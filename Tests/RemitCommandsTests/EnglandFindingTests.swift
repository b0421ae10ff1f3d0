import RemitCommands
import Testing

/// What the rules find in England in October 2016, against what its sources say.
@Suite struct EnglandFindingTests {
  private static func check(_ arguments: String..., on date: String = "2016-10-01") throws
    -> [String: Any]
  {
    try json(arguments: ["check", "--as-of", date] + arguments, on: Graphs.england)
  }

  /// All 44 footprints: no lead with authority, nobody to answer to, no scrutiny, no money, and
  /// members to whom their own totals matter more.
  @Test func findsTheGapsOfEveryFootprint() throws {
    let counts = try Self.check().counts("summary")
    for rule in [
      "lead-without-authority", "unaccountable-body", "scrutiny-gap", "unfunded-mandate",
      "club-and-country",
    ] {
      #expect(counts[rule] == 44, "\(rule)")
    }
    // Of 28 leads it is recorded which member they came from, one of them from two.
    #expect(counts["lead-self-interest"] == 29)
    #expect(counts["no-common-principal"] == 1)
    #expect(counts["rivalrous-contract"] == 2)
    #expect(counts["accountability-cycle"] == nil)
    #expect(counts["unsourced-relationship"] == nil)
  }

  /// The pairs of classes that the sources set against each other, and those that they do not.
  @Test func findsThePairsThatSourcesSetAgainstEachOther() throws {
    let found = Set(try Self.check("--rule", "opposed-incentives").ids("findings"))
    for pair in [
      "acute-activity/acute-trust/ccg", "elective-volume/acute-trust/ccg",
      "emergency-admissions/acute-trust/ccg", "acute-activity/council-upper-tier/ccg",
      "delayed-transfers/council-upper-tier/acute-trust",
      "community-capacity/council-upper-tier/ccg",
      "community-capacity/council-upper-tier/mental-health-community-trust",
      "system-balance/stp-footprint/provider",
    ] {
      #expect(found.contains("opposed-incentives/\(pair)"), "\(pair)")
    }
    // The ring-fence of the Better Care Fund is a cap, and no wish against a trust's surplus.
    let text = remit(
      "check", "--rule", "opposed-incentives", "--rule", "rivalrous-contract", "--rule",
      "conflicting-principals", "--format", "json", on: Graphs.england
    ).output
    #expect(!text.contains("bcf-ring-fence"))
  }

  /// Rules of 2017/18 never stand against rules of 2016/17.
  @Test func mixesNoYears() throws {
    for finding in try Self.check().objects("findings") {
      for incentive in finding.object("witness").objects("incentives") {
        #expect((incentive["start"] as? String ?? "") <= "2016-10-01")
        #expect((incentive["end"] as? String ?? "9999") > "2016-10-01")
      }
    }
    let later = try Self.check("--rule", "sum-of-totals", on: "2017-05-01")
    #expect(
      later.ids("findings") == ["sum-of-totals/system-control-total-footprints-system-balance"])
  }

  @Test func findsCouncilsAndTrustsInSeveralFootprints() throws {
    func loads(_ rule: String) throws -> [String: Double] {
      let findings = try Self.check("--rule", rule).objects("findings")
      return Dictionary(
        uniqueKeysWithValues: findings.map {
          ($0.strings("subjects")[0], $0["score"] as? Double ?? 0)
        })
    }
    // North Yorkshire, Essex and Surrey in three each; an ambulance trust in six.
    let split = try loads("split-by-boundary")
    for council in ["E10000023", "E10000012", "E10000030"] { #expect(split[council] == 3) }
    #expect(split["01H"] == 2)
    let several = try loads("in-many-footprints")
    #expect(several.values.max() == 6)
    #expect(Set(split.keys).isDisjoint(with: several.keys))
  }

  /// Who lives where is said with the year and the borders.
  @Test func countsThePeopleBehindABorder() throws {
    let findings = try Self.check("--rule", "split-by-boundary").objects("findings")
    let essex = try #require(findings.first { $0.strings("subjects") == ["E10000012"] })
    let message = essex["message"] as? String ?? ""
    #expect(message.contains("639,254 people live outside its largest part"))
    let explanation = essex["explanation"] as? String ?? ""
    #expect(explanation.contains("828,923 in Mid and South Essex"))
    #expect(explanation.contains("(residents of mid-2017, borders of April 2016)"))
  }

  @Test func findsFootprintsUnderSeveralOffices() throws {
    let findings = try Self.check("--rule", "crosses-region", on: "2017-04-01").objects("findings")
    #expect(
      findings.compactMap { $0["id"] as? String }.sorted() == [
        "crosses-region/E54000003", "crosses-region/E54000025", "crosses-region/E54000034",
      ])
    // No footprint lies in two regions.
    #expect(findings.allSatisfy { $0["severity"] as? String == "medium" })
    let frimley = try #require(
      findings.first { $0["id"] as? String == "crosses-region/E54000034" })
    let message = try #require(frimley["message"] as? String)
    #expect(message.contains("431,405 under"))
  }

  /// An estimate never passes for a fact.
  @Test func saysThatCatchmentsAreModelled() throws {
    let findings = try Self.check("--rule", "catchment-elsewhere").objects("findings")
    // A specialist hospital near a border; not Cumbria's, whose patients' footprint is in doubt.
    let subjects = findings.flatMap { $0.strings("subjects") }
    #expect(subjects.contains("RPC") && !subjects.contains("RNN"))
    for finding in findings {
      #expect(finding.strings("provisional").contains { $0.hasPrefix("estimated: ") })
      #expect((finding["score"] as? Double ?? 0) > 0)
    }
  }

  /// A footprint has no statutory line to NHS England: looked for, and not found.
  @Test func saysWhatWasLookedForAndNotFound() throws {
    let answer = try json(
      "explain", "unaccountable-body/E54000021", "--as-of", "2016-10-01", on: Graphs.england)
    let absent = answer.object("finding").object("witness").objects("absent")
    #expect(absent.contains { $0["to"] as? String == "nhs-england" })
    #expect(
      Set(absent.compactMap { $0["from"] as? String }) == ["E54000021", "E54000021.stp-board"])
    // Its board answers to nobody either, and no power of its own is recorded.
    let finding = answer.object("finding")
    #expect(finding.strings("subjects").contains("E54000021.stp-board"))
    #expect((finding["explanation"] as? String ?? "").contains("No power is recorded"))
  }

  /// A devolution area and a footprint at once; offices of NHS England that share a footprint; boards
  /// that have only the four hours to look after.
  @Test func findsOverlapsAndDividedOffices() throws {
    let programmes = try Self.check("--rule", "overlapping-programmes").ids("findings")
    #expect(programmes.contains("overlapping-programmes/E54000007/E47000001"))
    let offices = try Self.check("--rule", "divided-oversight").objects("findings")
    #expect(
      Set(offices.compactMap { $0["footprint"] as? String }) == [
        "E54000003", "E54000004", "E54000025", "E54000034",
      ])
    let crowded = try Self.check("--rule", "crowded-out").ids("findings")
    let ofBoards = "access-time-community-capacity-ae-delivery-board/ae-delivery-board"
    #expect(crowded.contains("crowded-out/" + ofBoards))
  }

  /// The rules that stand beside the tables hold on the days for which they are made.
  @Test(arguments: ["2014-04-01", "2016-10-01", "2017-05-01", "2019-04-01"])
  func holdsTheRulesOfItsOwn(date: String) throws {
    for rule in [
      "groups-belong-to-a-footprint", "groups-answer-to-nhs-england",
      "foundation-trusts-take-no-direction",
    ] {
      #expect(try Self.check("--rule", rule, on: date).ids("findings").isEmpty, "\(rule)")
    }
  }

  /// A lead who is only recalled to have been one makes a finding that says so.
  @Test func saysWhichLeadsAreRecalled() throws {
    let findings = try Self.check("--rule", "lead-self-interest").objects("findings")
    let recalled = findings.filter { finding in
      finding.strings("provisional").contains { $0.hasPrefix("recalled: 1 of 3 relationships") }
    }
    #expect(recalled.count == 12)
    #expect(Set(findings.compactMap { $0["footprint"] as? String }).count == 28)
  }

  @Test func narrowsToAFootprintAndASeverity() throws {
    let one = try Self.check("--in", "E54000021")
    #expect(one.objects("findings").count > 10)
    #expect(
      one.objects("findings").allSatisfy { finding in
        finding["footprint"] as? String == "E54000021"
          || finding.strings("subjects").contains("E54000021")
          || finding.objects("places").contains { $0["footprint"] as? String == "E54000021" }
      })
    let grave = try Self.check("--severity", "critical")
    #expect(grave.objects("findings").allSatisfy { $0["severity"] as? String == "critical" })
    let failing = remit("check", "--fail-on", "critical", on: Graphs.england)
    #expect(failing.code == ExitCodes.findings)
    let unknown = remit("explain", "unaccountable-body/E5400002", on: Graphs.england)
    #expect(unknown.code == ExitCodes.misuse)
  }

  /// Sentences for people: a full stop, no ids, nothing left open.
  @Test func writesSentences() throws {
    for finding in try Self.check().objects("findings") {
      for key in ["message", "explanation"] {
        let text = finding[key] as? String ?? ""
        #expect(text.hasSuffix("."), "\(text)")
        #expect(!text.contains("  ") && !text.contains("..") && !text.contains("E54"), "\(text)")
      }
      #expect((finding["message"] as? String ?? "").count < 320)
    }
  }
}
