import GovernanceModel
import GraphFiles
import Testing

@testable import Diagrams

/// What stands behind lines and groups, row by row.
@Suite struct DiagramDetailsTests {
  @Test(arguments: DiagramTests.views)
  func givesEveryRelationshipOfEveryLine(view: String) throws {
    let diagram = try DiagramTests.diagram(view, of: MadeGraph.tables(MadeGraph.health))
    let details = diagram.details
    #expect(!diagram.contents.lines.isEmpty)
    for line in diagram.contents.lines {
      let records = try #require(details.records[line.element])
      #expect(records.reduce(0) { $0 + $1.count } == line.relationships, "\(line.element)")
      // What one record says of several pairs, none of them says otherwise.
      #expect(Set(records.flatMap(\.pairs)).count == line.relationships)
      #expect(Set(line.sources).isSubset(of: records.flatMap(\.sources)))
      #expect(Set(line.basis) == Set(records.flatMap(\.basis)))
    }
    let known = Set(details.sources.map(\.id))
    #expect(known.isSuperset(of: details.records.values.joined().flatMap(\.sources)))
    #expect(known.isSuperset(of: details.members.values.joined().flatMap(\.sources)))
  }

  @Test(arguments: DiagramTests.views)
  func givesTheBodiesOfEveryGroup(view: String) throws {
    let diagram = try DiagramTests.diagram(view, of: MadeGraph.tables(MadeGraph.health))
    for box in diagram.contents.boxes where box.form == .group {
      let members = diagram.details.members[box.element] ?? []
      #expect(members.count == box.count ?? 0, "\(box.name)")
      #expect(members.map(\.id) == Set(members.map(\.id)).sorted())
    }
  }

  @Test func saysWhatEachRowSays() throws {
    let graph = try MadeGraph.tables([
      "organisations": [
        "id,name,kind,opened,code_ods,legal_form,note", "a,New Name,plain,2013-04-01,A1,,",
        "b,B,plain,,,statutory-body,Kept apart.",
      ],
      "history": [
        "organisation,field,value,start,end", "a,name,Old Name,,2015-01-01",
        "a,code_ods,A0,,2015-01-01",
      ],
      "sources": ["id,title", "act,An Act", "book,A Book"],
      "relationships": [
        "from,to,kind,basis,legal_basis,amount,year,start,end,source,grade,note",
        "a,b,funds,statutory,An Act s.1,1234567.5,2016/17,2013-04-01,,act book,verified,First.",
        "a,b,funds,,,2000,2015/16,,2018,book,inferred,",
      ],
    ])
    let body = try #require(graph.body(id: "a"))
    let diagram = Diagram(.around(body, depth: 1), of: graph, at: .anyTime)
    let line = try #require(diagram.contents.lines.first)
    let records = try #require(diagram.details.records[line.element])
    #expect(records.map(\.basis) == [["statutory"], []])
    #expect(records.map(\.legalBasis) == ["An Act s.1", nil])
    #expect(records.map(\.amount) == ["£1,234,567.50", "£2,000"])
    #expect(records.map(\.year) == ["2016/17", "2015/16"])
    #expect(records.map(\.dates) == ["from 2013-04-01", "to 2018"])
    #expect(records.map(\.grade) == [.verified, .inferred])
    #expect(records.map(\.sources) == [["act", "book"], ["book"]])
    #expect(records.map(\.note) == ["First.", nil])
    #expect(records.map(\.pairs) == Array(repeating: [.init(from: "a", to: "b")], count: 2))
    #expect(diagram.details.sources.map(\.title) == ["An Act", "A Book"])

    let bodies = diagram.contents.boxes.flatMap(\.bodies)
    let told = try #require(bodies.first { $0.id == "a" })
    #expect(told.name == "New Name" && told.otherNames == ["Old Name"])
    let at2014 = Diagram(
      .around(body, depth: 1), of: graph, at: .date(try #require(PartialDate("2014-01-01"))))
    let then = try #require(at2014.contents.boxes.flatMap(\.bodies).first { $0.id == "a" })
    #expect(then.name == "Old Name" && then.otherNames == ["New Name"])
    #expect(then.codes == ["ODS A0"] && then.otherCodes == ["ODS A1"])
    let other = try #require(bodies.first { $0.id == "b" })
    #expect(other.legalForm == "statutory body" && other.note == "Kept apart.")
  }

  /// However many bodies and rows a group has, a page of it stays a page.
  @Test func givesAFewThousandOfAMillionRows() throws {
    let count = DiagramDetails.most + 7
    let graph = try MadeGraph.tables([
      "organisations": ["id,name,kind", "top,Top,authority"]
        + (0..<count).map { "b\($0),Body \($0),plain" },
      "relationships": ["from,to,kind,amount,year"]
        + (0..<count).flatMap {
          ["b\($0),top,accountable-to,,", "top,b\($0),funds,\($0 + 1),2016/17"]
        },
    ])
    let diagram = Diagram(.national, of: graph, at: .anyTime)
    let details = diagram.details
    #expect(details.members.isEmpty)
    let lines = diagram.contents.lines
    #expect(lines.map(\.relationships) == [count, count])
    for line in lines {
      let records = try #require(details.records[line.element])
      #expect(records.reduce(0) { $0 + $1.count } == count)
      if line.kind == "funds" {
        #expect(records.count == DiagramDetails.most + 1)
        #expect(records.last?.form == .rest && records.last?.count == 7)
      } else {
        #expect(records.count == 1 && records[0].pairs.count == DiagramDetails.most)
      }
    }
  }

  @Test func namesTheKindsOfAMergedLine() throws {
    let graph = try MadeGraph.tables([
      "organisations": ["id,name,kind", "a,A,plain", "b,B,plain"],
      "relationships": [
        "from,to,kind,basis", "a,b,advises,voluntary", "a,b,accountable-to,statutory",
        "a,b,cooperates-with,voluntary",
      ],
    ])
    let diagram = Diagram(
      try MadeViews.view("draw: bodies\nparallel: merged", of: graph), of: graph, at: .anyTime)
    let line = try #require(diagram.contents.lines.first)
    #expect(diagram.contents.lines.count == 1)
    #expect(line.kind == "accountable-to")
    #expect(Set(line.alsoKinds) == ["advises", "cooperates-with"])
    #expect(
      Set(try #require(diagram.details.records[line.element]).map(\.kind))
        == ["accountable-to", "advises", "cooperates-with"])
    #expect(OutlineFormat().text(of: diagram).contains("also "))
    let svg = String(decoding: try diagram.written(as: .svg), as: UTF8.self)
    #expect(svg.contains("kind-advises") && svg.contains("kind-accountable-to"))
  }

  @Test func makesEveryBodyOfAChartAnElement() throws {
    var tables = MadeGraph.health
    tables["organisations"]!.append("south,South Partnership,partnership,partnership,,,verified")
    tables["relationships"]!.append(",t1,south,member-of,voluntary,,,,,Act,inferred,,")
    let graph = try MadeGraph.tables(tables)
    let diagram = Diagram(
      try MadeViews.view("draw: chart\ngroup: partnership", of: graph), of: graph,
      at: PartialDate("2016-10-01").map(Moment.date)!)
    let bodies = diagram.contents.boxes.flatMap(\.bodies)
    #expect(bodies.filter { $0.id == "t1" }.map(\.element).sorted().count == 2)
    let svg = try #require(SVGContents(try diagram.written(as: .svg)))
    let ids = svg.attributes["id"] ?? []
    #expect(Set(ids).count == ids.count, "an id stands twice")
    #expect(Set(ids).isSuperset(of: bodies.map(\.element)))
    #expect(svg.attributes["class"]?.contains { $0.hasPrefix("entry kind-") } == true)
    // With addresses, the table's body and each in it leads to its own.
    let linked = try #require(
      SVGContents(
        try diagram.written(as: .svg(links: LinkPattern("https://example.org/{id}")))))
    let links = Set(linked.attributes["xlink:href"] ?? [])
    let named = bodies.map(\.id) + diagram.contents.boxes.compactMap(\.owner?.id)
    #expect(links == Set(named.map { "https://example.org/\($0)" }))
    for box in diagram.contents.boxes {
      #expect(box.owner?.name == box.name)
      let said = try #require(diagram.details.records[box.element]).flatMap(\.pairs)
      // Boards and posts stand beside their owners without a row that says so.
      let own = box.bodies.filter { body in
        !box.bodies.contains { body.id.hasPrefix($0.id + ".") } && body.kind.id != "lead"
      }
      #expect(Set(own.map(\.id)).isSubset(of: Set(said.map(\.from))))
      #expect(Set(said.map(\.from)).isSubset(of: Set(box.bodies.map(\.id))))
    }
  }
}
