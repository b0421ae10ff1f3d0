import Foundation
import RemitCommands
import Testing

/// Borders that are brought into a graph from published files.
@Suite struct ImportTests {
  private static let lookup = """
    LSOA11CD,LSOA11NM,CCG18CD,CCG18CDH,CCG18NM,LAD18CD,LAD18NM,FID
    E01000003,Z3,E38000002,00B,B Group,E07000001,North District,3
    E01000001,Z1,E38000001,00A,A Group,E07000001,North District,1
    E01000002,Z2,E38000001,00A,A Group,E07000002,"South, District",2
    E01000004,Z4,E38000009,00Z,Unknown Group,E07000002,"South, District",4
    """
  /// Zone 4 has no population; a later zone is not in the lookup.
  private static let population = """
    LSOA11CD,population
    E01000001,100
    E01000002,"1,200"
    E01000003,30
    E01000099,7
    """

  private static func withGraph(_ body: (String) throws -> Void) throws {
    try Graphs.withFolder([
      "organisations.csv": """
      id,name,kind,opened,code_ods,code_ons
      00A,A Group,ccg,2013-04-01,00A,E38000001
      00B,B Group,ccg,2013-04-01,00B,E38000002
      """, "relationships.csv": "from,to,kind\n",
      "kinds.csv": "id,of,name\nccg,organisation,group\n",
      "geographies.csv": "id,name,plural,kind\nccg,group,groups,ccg\nltla,district,districts,\n",
      "lookup.in": lookup, "people.in": population,
    ]) { folder in try body(folder) }
  }

  @Test func joinWhatTheyCanAndSayWhatTheyCannot() throws {
    try Self.withGraph { folder in
      let outcome = remit(
        "import", "ons", folder + "/lookup.in", "--population", folder + "/people.in", "--from",
        "2018-04-01", "--title", "April 2018", "--counting", "residents", "--population-year",
        "mid-2018", "--into", folder)
      #expect(outcome.code == 0, "\(outcome.errors)")
      // However the lines are broken.
      let said = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(said.contains("4 zones (LSOA11)"))
      #expect(said.contains("1330 people joined"))
      #expect(said.contains("7 people of 1 zones are lost"))
      #expect(said.contains("1 zones have no population and count as 0"))
      #expect(said.contains("1 of ccg are no bodies of the graph on that day: E38000009"))

      let answer = try json("overlaps", "ccg", "ltla", "--as-of", "2018-06-01", on: folder)
      #expect(answer["vintage"] as? String == "April 2018")
      #expect(answer.object("population")["total"] as? Int == 1330)
      let pairs = answer.objects("pairs").map { pair in
        "\(pair["from"]!) \(pair["to"]!) \(pair["population"]!) \(pair["toName"]!)"
      }
      #expect(
        pairs == [
          "00A E07000001 100 North District", "00A E07000002 1200 South, District",
          "00B E07000001 30 North District", "E38000009 E07000002 0 South, District",
        ])
      // A second time is refused, and nothing is written over.
      let again = remit(
        "import", "ons", folder + "/lookup.in", "--from", "2018-04-01", "--into", folder)
      #expect(again.code == 64)
      #expect(again.errors.contains("2018-04-01 already"))
    }
  }

  @Test func refuseWhatIsNoLookup() throws {
    try Self.withGraph { folder in
      for (file, words) in [
        ("organisations.csv", "no header names the codes"), ("missing.csv", "cannot use the file"),
      ] {
        let outcome = remit(
          "import", "ons", folder + "/" + file, "--from", "2018-04-01", "--into", folder)
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
      }
      let people = remit(
        "import", "ons", folder + "/lookup.in", "--population", folder + "/organisations.csv",
        "--from", "2018-04-01", "--into", folder)
      #expect(people.code == 2)
      let date = remit("import", "ons", folder + "/lookup.in", "--from", "2018", "--into", folder)
      #expect(date.code == 64)
      #expect(!FileManager.default.fileExists(atPath: folder + "/vintages-2018-04-01.csv"))
    }
  }

  /// The layouts in which estimates are published: other names, larger areas first, thousands apart.
  @Test(arguments: [
    "LSOA Code,LSOA Name,All Ages\nE01000001,Z1,100\nE01000002,Z2,\"1,200\"\nE01000003,Z3,30\n",
    "LAD18CD,LSOA11CD,Total\nE07000001,E01000001,100\nE07000002,E01000002,1200\n"
      + "E07000001,E01000003,30\n",
    "\u{FEFF}lsoa11cd,population\r\nE01000001,100\r\nE01000002,1200\r\nE01000003,30\r\n",
    "LAD 2018 Code,LSOA 2011 Code,Total\nE07000001,E01000001,100\nE07000002,E01000002,1200\n"
      + "E07000001,E01000003,30\n",
  ])
  func readPopulationsAsTheyArePublished(people: String) throws {
    try Self.withGraph { folder in
      try people.write(toFile: folder + "/people.in", atomically: true, encoding: .utf8)
      let outcome = remit(
        "import", "ons", folder + "/lookup.in", "--population", folder + "/people.in", "--from",
        "2018-04-01", "--into", folder)
      #expect(outcome.code == 0, "\(outcome.errors)")
      let said = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(said.contains("1330 people joined; 1 zones have no population"))
    }
  }

  /// Two areas whose codes lead to one body, the one by its own code, the other by the health
  /// service's, stay two.
  @Test func takeABodyForOneAreaOnly() throws {
    try Self.withGraph { folder in
      let lookup = """
        LSOA11CD,CCG18CD,CCG18CDH,CCG18NM
        E01000001,E38000001,00B,A Group
        E01000002,E38000007,00A,Odd Group
        E01000003,E38000002,00A,B Group
        """
      try lookup.write(toFile: folder + "/lookup.in", atomically: true, encoding: .utf8)
      let outcome = remit(
        "import", "ons", folder + "/lookup.in", "--from", "2018-04-01", "--into", folder)
      let said = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(said.contains("1 of ccg are no bodies of the graph on that day: E38000007"))
      let groups = try json("overlaps", "ccg", "ccg", "--as-of", "2018-06-01", on: folder)
      #expect(
        groups.objects("pairs").compactMap { $0["from"] as? String }.sorted() == [
          "00A", "00B", "E38000007",
        ])
    }
  }

  /// A lookup that has the districts of two years, and the small areas of two censuses of which one
  /// was divided.
  @Test func takeTheLaterOfTwoYears() throws {
    try Self.withGraph { folder in
      let lookup = """
        LSOA11CD,LSOA21CD,LAD22CD,LAD23CD,LAD23NM,ObjectId
        E01000001,E01000001,E07000001,E07000009,New District,1
        E01000002,E01000005,E07000001,E07000009,New District,2
        E01000002,E01000006,E07000002,E07000009,New District,3
        """
      try lookup.write(toFile: folder + "/lookup.in", atomically: true, encoding: .utf8)
      let outcome = remit(
        "import", "ons", folder + "/lookup.in", "--population", folder + "/people.in", "--from",
        "2023-04-01", "--into", folder)
      let said = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(said.contains("3 zones (LSOA21)"))
      #expect(said.contains("later year: LAD22"))
      #expect(said.contains("100 people joined; 1237 people of 3 zones are lost"))
      #expect(said.contains("2 zones have no population and count as 0"))
      let zones = try String(contentsOfFile: folder + "/zones-2023-04-01.csv", encoding: .utf8)
      #expect(zones.contains("E01000006,0,") && zones.contains("E07000009"))
      #expect(!zones.contains("E07000002"))
    }
  }
}
