import GovernanceModel
import Testing

@testable import Diagrams

/// What the words tell beyond the picture: who is in a group, what is recorded of each body, whom each
/// row is about.
@Suite struct OutlineTests {
  /// The statements below a heading, each with those that are set in below it.
  private static func blocks(_ heading: String, in text: String) -> [[String]] {
    var blocks: [[String]] = []
    var isInside = false
    for line in text.split(separator: "\n").map(String.init) {
      if !line.hasPrefix(" ") {
        isInside = line.hasPrefix(heading)
      } else if isInside {
        if line.hasPrefix("  - ") { blocks.append([]) }
        blocks[blocks.count - 1].append(line.drop { $0 == " " }.dropFirst(2).description)
      }
    }
    return blocks
  }

  private static let groups = "The bodies that groups stand for"
  private static let bodies = "What is recorded of each body"
  private static let lines = "What each line rests on"

  @Test(arguments: DiagramTests.views)
  func namesEveryBodyOfEveryGroup(view: String) throws {
    let diagram = try DiagramTests.diagram(view, of: MadeGraph.tables(MadeGraph.health))
    let text = OutlineFormat().text(of: diagram)
    let groups = diagram.contents.boxes.filter { $0.form == .group && $0.count != nil }
    let blocks = Self.blocks(Self.groups, in: text)
    #expect(blocks.count == groups.count)
    let all = groups.reduce(0) { $0 + ($1.count ?? 0) }
    #expect(groups.isEmpty || text.contains("\n\(Self.groups) (\(all))\n"))
    for (group, block) in zip(groups, blocks) {
      let members = try #require(diagram.details.members[group.element])
      #expect(block[0].hasPrefix(group.name))
      #expect(members.count == group.count && block.count == members.count + 1)
      #expect(
        block.dropFirst().map { $0.split(separator: ")")[0] + ")" }
          == members.map { "\($0.name) (\($0.id))" }.sorted())
    }
  }

  /// Each fact stands with its body, or before all bodies of its box; what most of them have is
  /// told of no other.
  @Test(arguments: DiagramTests.views + ["chart"])
  func tellsWhatIsRecordedOfEachBody(view: String) throws {
    var tables = MadeGraph.health
    tables["sources"] = [
      "id,title", "reg,A Register", "Act,An Act", "Accounts,The Accounts", "Report,A Report",
    ]
    tables["organisations"] =
      ["id,name,kind,legal_form,opened,closed,grade,source,note,code_ods"]
      + tables["organisations"]!.dropFirst().enumerated().map { number, row in
        let source = number % 5 == 0 ? "Act" : number % 7 == 0 ? "" : "reg"
        return "\(row),\(source),\(number % 4 == 0 ? "Note \(number)." : ""),X\(number)"
      }
    let graph = try MadeGraph.tables(tables)
    let date = try #require(PartialDate("2016-10-01"))
    let diagram =
      view == "chart"
      ? Diagram(
        try MadeViews.view("draw: chart\ngroup: partnership", of: graph), of: graph, at: .date(date)
      )
      : try DiagramTests.diagram(view, of: graph)
    let details = diagram.details
    let titles = Dictionary(uniqueKeysWithValues: details.sources.map { ($0.id, $0.title ?? "") })
    let text = OutlineFormat().text(of: diagram)
    let blocks = Self.blocks(Self.groups, in: text) + Self.blocks(Self.bodies, in: text)
    let all =
      diagram.contents.boxes.flatMap { $0.bodies + ($0.owner.map { [$0] } ?? []) }
      + details.members.values.joined()
    #expect(!all.isEmpty)
    for body in all {
      let name = "\(body.name) (\(body.id))"
      let block = try #require(
        blocks.first { $0.contains { $0.hasPrefix(name) } }, "\(name) is not told of")
      let own = try #require(block.first { $0.hasPrefix(name) })
      let shared = own == block[0] ? "" : block[0]
      func tells(_ words: String) -> Bool { own.contains(words) || shared.contains(words) }
      for code in body.codes { #expect(own.contains(code)) }
      #expect(tells(body.grade?.word ?? "no grade"), "\(own)")
      #expect(tells(body.life == "not recorded" ? "dates not recorded" : "open \(body.life)"))
      if let form = body.legalForm { #expect(tells("\(form) in law")) }
      if let note = body.note { #expect(tells(note.dropLast().description)) }
      #expect(tells(body.sources.first.flatMap { titles[$0] } ?? "no source"))
      // What holds for others only is not told as if it held for it.
      let (each, most) = (shared.components(separatedBy: "unless another is given: ") + [""])
        .withFirstTwo
      #expect(body.note != nil || !each.contains("Note "))
      for (id, title) in titles where !body.sources.contains(id) {
        #expect(!each.contains(title) && !own.contains(title))
        #expect(!most.contains(title) || own.contains("source"))
      }
    }
  }

  @Test func tellsOnceWhatMostOfAGroupHave() throws {
    let graph = try MadeGraph.tables([
      "sources": ["id,title", "reg,A Register"],
      "kinds": ["id,name,plural", "top,top,tops", "plain,plain body,plain bodies"],
      "organisations": [
        "id,name,kind,opened,grade,source,note,code_ods", "top,Top,top,,verified,reg,,",
      ]
        + (10..<30).map {
          "b\($0),Body \($0),plain,\($0 == 17 ? "2014" : "2013"),verified,reg,"
            + ($0 == 19 ? "Renamed." : "") + ",C\($0)"
        },
      "relationships": ["from,to,kind"] + (10..<30).map { "b\($0),top,accountable-to" },
    ])
    let text = OutlineFormat().text(of: Diagram(.national, of: graph, at: .anyTime))
    let block = try #require(Self.blocks(Self.groups, in: text).first)
    #expect(
      block[0]
        == "20 plain bodies: each verified; source: A Register; unless another is given: open from 2013"
    )
    #expect(block[1] == "Body 10 (b10): ODS C10")
    #expect(block[8] == "Body 17 (b17): ODS C17; open from 2014")
    #expect(block[10] == "Body 19 (b19): ODS C19; Renamed")
    #expect(block.count == 21)
  }

  /// Of twenty bodies: whom rows are about is told by name, by who is left out, or one by one.
  @Test(arguments: [20, 17, 12, 5])
  func tellsWhomEachRowIsAbout(count: Int) throws {
    // The first so many rows have a date of their own.
    let graph = try MadeGraph.tables([
      "kinds": ["id,name,plural", "top,top,tops", "plain,plain body,plain bodies"],
      "organisations": ["id,name,kind", "top,Top,top"]
        + (10..<30).map { "b\($0),Body \($0),plain" },
      "relationships": ["from,to,kind,basis,start"]
        + (10..<30).map {
          "b\($0),top,accountable-to,statutory,\($0 < 10 + count ? "2013" : "")"
        },
    ])
    let text = OutlineFormat().text(of: Diagram(.national, of: graph, at: .anyTime))
    let block = try #require(Self.blocks(Self.lines, in: text).first)
    let sentence =
      "20 plain bodies are accountable to Top (statutory; 20 relationships; without a grade)"
    func names(_ range: Range<Int>) -> String {
      range.map { "Body \($0)" }.joined(separator: ", ")
    }
    let shared = "statutory; no grade; no source"
    let all = "one for each of the 20 plain bodies"
    switch count {
    case 20:
      #expect(
        block == [
          sentence, "statutory; from 2013; no grade; no source; 20 relationships: \(all)",
        ])
    case 17:
      #expect(
        block == [
          "\(sentence); in every row: \(shared)",
          "from 2013; 17 relationships: \(all) but \(names(27..<30))",
          "dates not recorded; 3 relationships: \(names(27..<30))",
        ])
    case 12:
      #expect(
        block == [
          "\(sentence); in every row: \(shared)", "from 2013; 12 relationships: \(names(10..<22))",
          "dates not recorded; 8 relationships: \(names(22..<30))",
        ])
    default:
      #expect(block[1] == "from 2013; 5 relationships: \(names(10..<15))")
      #expect(block[2] == "dates not recorded; 15 relationships: \(all) but \(names(10..<15))")
    }
  }

  /// Where both ends are many, each pair has a line, however many there are.
  @Test func tellsEveryPairOfTwoGroups() throws {
    let graph = try MadeGraph.tables([
      "kinds": ["id,name,plural", "one,one,ones", "other,other,others"],
      "organisations": ["id,name,kind"]
        + (10..<30).flatMap { ["a\($0),A \($0),one", "b\($0),B \($0),other"] },
      "relationships": ["from,to,kind"] + (10..<30).map { "a\($0),b\($0),oversees" },
    ])
    let text = OutlineFormat().text(of: Diagram(.national, of: graph, at: .anyTime))
    let block = try #require(Self.blocks(Self.lines, in: text).first)
    #expect(block.dropFirst(2) == (10..<30).map { "A \($0) to B \($0)" }[...])
  }

  /// Of what is too much to be told one by one, the number is.
  @Test func saysWhatIsNotToldOneByOne() throws {
    let count = DiagramDetails.most + 7
    let graph = try MadeGraph.tables([
      "kinds": ["id,name,plural", "top,top,tops", "plain,plain body,plain bodies"],
      "organisations": ["id,name,kind", "top,Top,top"]
        + (0..<count).map { "b\($0),Body \($0),plain" },
      "relationships": ["from,to,kind"] + (0..<count).map { "b\($0),top,accountable-to" },
    ])
    let text = OutlineFormat().text(of: Diagram(.national, of: graph, at: .anyTime))
    #expect(text.contains("- 5,007 plain bodies: more than 5,000, who are not told one by one\n"))
    #expect(text.contains("; 5,007 relationships:\n"))
    #expect(text.contains("\n          - and 7 more, which are not told one by one\n"))
  }
}

extension [String] {
  fileprivate var withFirstTwo: (String, String) { (self[0], self[1]) }
}
