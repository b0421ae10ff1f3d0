import RemitCommands
import Testing

/// What the rules find in England in October 2016, against what its sources say.
@Suite struct EnglandFindingTests {
  /// All 44 footprints: no lead with authority, nobody to answer to, no scrutiny, no money, and
  /// members to whom their own totals matter more.
  @Test func findsTheGapsOfEveryFootprint() throws {
    let counts = try EnglandFindings.answer().counts("summary")
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
    let found = Set(try EnglandFindings.names("opposed-incentives"))
    for pair in [
      "acute-activity/acute-trust/ccg", "elective-volume/acute-trust/ccg",
      "emergency-admissions/acute-trust/ccg", "acute-activity/council-upper-tier/ccg",
      "delayed-transfers/council-upper-tier/acute-trust",
      "community-capacity/council-upper-tier/ccg",
      "community-capacity/council-upper-tier/mental-health-community-trust",
      "system-balance/stp-footprint/provider",
    ] {
      #expect(found.contains(pair), "\(pair)")
    }
    // The ring-fence of the Better Care Fund is a cap, and no wish against a trust's surplus.
    for rule in ["opposed-incentives", "rivalrous-contract", "conflicting-principals"] {
      for finding in try EnglandFindings.of(rule) {
        let incentives = finding.object("witness").ids("incentives")
        #expect(!incentives.contains { $0.hasPrefix("bcf-ring-fence") }, "\(incentives)")
      }
    }
  }

  /// Rules of 2017/18 never stand against rules of 2016/17.
  @Test func mixesNoYears() throws {
    for finding in try EnglandFindings.answer().objects("findings") {
      for incentive in finding.object("witness").objects("incentives") {
        #expect((incentive["start"] as? String ?? "") <= "2016-10-01")
        #expect((incentive["end"] as? String ?? "9999") > "2016-10-01")
      }
    }
    let later = try EnglandFindings.names("sum-of-totals", on: "2017-05-01")
    #expect(later == ["system-control-total-footprints-system-balance"])
  }

  @Test func findsCouncilsAndTrustsInSeveralFootprints() throws {
    func loads(_ rule: String) throws -> [String: Double] {
      let findings = try EnglandFindings.of(rule)
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
    let findings = try EnglandFindings.of("split-by-boundary")
    let essex = try #require(findings.first { $0.strings("subjects") == ["E10000012"] })
    let message = essex["message"] as? String ?? ""
    #expect(message.contains("639,254 people live outside its largest part"))
    let explanation = essex["explanation"] as? String ?? ""
    #expect(explanation.contains("828,923 in Mid and South Essex"))
    #expect(explanation.contains("(residents of mid-2017, borders of April 2016)"))
  }

  @Test func findsFootprintsUnderSeveralOffices() throws {
    let findings = try EnglandFindings.of("crosses-region", on: "2017-04-01")
    #expect(
      findings.compactMap { $0["id"] as? String }.sorted() == [
        "crosses-region/E54000003", "crosses-region/E54000025", "crosses-region/E54000034",
      ])
    // No footprint lies in two regions.
    #expect(findings.allSatisfy { $0["severity"] as? String == "medium" })
    let frimley = try #require(
      findings.first { $0["id"] as? String == "crosses-region/E54000034" })
    let message = try #require(frimley["message"] as? String)
    #expect(message.contains("431,405 of its people live under"))
  }

  /// An estimate never passes for a fact.
  @Test func saysThatCatchmentsAreModelled() throws {
    let findings = try EnglandFindings.of("catchment-elsewhere")
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
    let programmes = try EnglandFindings.names("overlapping-programmes")
    #expect(programmes.contains("E54000007/E47000001"))
    let offices = try EnglandFindings.of("divided-oversight")
    #expect(
      Set(offices.compactMap { $0["footprint"] as? String }) == [
        "E54000003", "E54000004", "E54000025", "E54000034",
      ])
    let crowded = try EnglandFindings.names("crowded-out")
    #expect(
      crowded.contains("access-time-community-capacity-ae-delivery-board/ae-delivery-board"))
  }

  /// The rules that stand beside the tables hold on the days for which they are made.
  @Test(arguments: ["2014-04-01", "2016-10-01", "2017-05-01", "2019-04-01"])
  func holdsTheRulesOfItsOwn(date: String) throws {
    let rules = [
      "groups-belong-to-a-footprint", "groups-answer-to-nhs-england",
      "foundation-trusts-take-no-direction",
    ]
    let answer = try json(
      arguments: ["check", "--as-of", date] + rules.flatMap { ["--rule", $0] },
      on: Graphs.england)
    #expect(answer.ids("findings").isEmpty)
  }

  /// A lead who is only recalled to have been one makes a finding that says so.
  @Test func saysWhichLeadsAreRecalled() throws {
    let findings = try EnglandFindings.of("lead-self-interest")
    let recalled = findings.filter { finding in
      finding.strings("provisional").contains { $0.hasPrefix("recalled: 1 of 3 relationships") }
    }
    #expect(recalled.count == 12)
    #expect(Set(findings.compactMap { $0["footprint"] as? String }).count == 28)
  }

  @Test func narrowsToAFootprintAndASeverity() throws {
    let all = try EnglandFindings.answer().objects("findings")
    func ids(_ arguments: String...) throws -> [String] {
      try json(arguments: ["check", "--as-of", "2016-10-01"] + arguments, on: Graphs.england)
        .ids("findings")
    }
    let inOne = all.filter { finding in
      finding["footprint"] as? String == "E54000021"
        || finding.strings("subjects").contains("E54000021")
        || finding.objects("places").contains { $0["footprint"] as? String == "E54000021" }
    }
    #expect(inOne.count > 10)
    #expect(try ids("--in", "E54000021") == inOne.compactMap { $0["id"] as? String })
    let grave = all.filter { $0["severity"] as? String == "critical" }
    #expect(!grave.isEmpty)
    #expect(try ids("--severity", "critical") == grave.compactMap { $0["id"] as? String })
    let cut = all.filter { $0["rule"] as? String == "split-by-boundary" }
    #expect(!cut.isEmpty)
    #expect(try ids("--rule", "split-by-boundary") == cut.compactMap { $0["id"] as? String })
    #expect(
      EnglandFindings.outcome("--format", "junit", "--fail-on", "critical").code
        == ExitCodes.findings)
    let pattern = all.filter {
      ["conflicting-principals", "contradictory-instruments"].contains($0["rule"] as? String)
    }
    #expect(try ids("--rule", "P06") == pattern.compactMap { $0["id"] as? String })
    // A body that is no footprint: what is about it, and what lists it.
    let ofGroup = try ids("--in", "06H")
    #expect(ofGroup.contains("club-and-country/organisational-surplus/E54000021"))
    #expect(ofGroup.contains("opposed-incentives/acute-activity/acute-trust/ccg"))
    #expect(!ofGroup.contains("club-and-country/organisational-surplus/E54000022"))
    let unknown = remit("explain", "unaccountable-body/E5400002", on: Graphs.england)
    #expect(unknown.code == ExitCodes.misuse)
  }

  /// Sentences for people: a full stop, no ids, nothing left open.
  @Test func writesSentences() throws {
    for finding in try EnglandFindings.answer().objects("findings") {
      for key in ["message", "explanation"] {
        let text = finding[key] as? String ?? ""
        #expect(text.hasSuffix("."), "\(text)")
        #expect(!text.contains("  ") && !text.contains("..") && !text.contains("E54"), "\(text)")
      }
      #expect((finding["message"] as? String ?? "").count < 320)
    }
  }
}
