import GovernanceModel
import GraphFiles
import Testing

/// The small tables about areas, sound and broken.
@Suite struct AreaTablesTests {
  private static let sound = [
    "geographies.csv": """
    id,name,plural,kind,through,relation
    ccg,group,groups,ccg,,
    stp,footprint,footprints,stp,ccg,member-of
    ltla,district,,,,
    """,
    "areas.csv": "geography,id,name\nltla,E1,First\n",
    "vintages.csv": """
    id,title,start,end,population_kind,population_year
    old,2016,2016-04-01,2017-04-01,residents,mid-2016
    new,2017,2017-04-01,,residents,mid-2017
    """,
    "zones-old.csv": "zone,population,ccg\nZ1,5,A\n",
    "zones-new.csv": "zone,population,ccg\nZ1,6,A\nZ2,7,B\n",
  ]

  private static func read(_ files: [String: String]) throws -> (AreaReader.Reading, [String]) {
    let folder = try TemporaryFolder()
    for (name, text) in sound.merging(files, uniquingKeysWith: { $1 }) where !text.isEmpty {
      try folder.write(MarkedText(text).bytes, to: name)
    }
    let reading = try AreaReader.read(path: folder.path)
    let found = reading.diagnostics.map { diagnostic in
      let file = diagnostic.position.path.dropFirst(folder.path.count + 1)
      let position = diagnostic.position
      return "\(file):\(position.line):\(position.column) \(diagnostic.id)"
    }
    return (reading, found)
  }

  @Test func sayWhatHoldsWhen() throws {
    let (reading, problems) = try Self.read([:])
    #expect(problems.isEmpty)
    let tables = reading.tables
    func vintage(_ date: String) throws -> String? {
      tables.vintage(at: .date(try #require(PartialDate(date))))?.id
    }
    #expect(try vintage("2016-03-31") == nil)
    #expect(try vintage("2016-04-01") == "old")
    #expect(try vintage("2017-03-31") == "old")
    #expect(try vintage("2017-04-01") == "new")
    #expect(try vintage("2030") == "new")
    #expect(tables.geography("stp")?.relation == .memberOf)
    #expect(tables.geography("ltla")?.plural == "districts")
  }

  @Test(arguments: [
    ("areas.csv", "geography,id,name\n⟦1⟧ltlaa,E1,First\n", "unknown-geography"),
    ("areas.csv", "geography,id,name\nltla,E1,First\nltla,⟦1⟧E1,Again\n", "duplicate-id"),
    ("areas.csv", "geography,id,name\nltla,E1,⟦1⟧\n", "missing-value"),
    ("areas.csv", "geography,id,name,grade\nltla,E1,First,⟦1⟧sure\n", "unknown-grade"),
    ("areas.csv", "⟦1⟧geography,name\n", "missing-column"),
    ("areas.csv", "geography,id,name\n⟦1⟧ltla,E1\n", "ragged-row"),
    ("areas.csv", "geography,id,name\nltla,E1,⟦1⟧⟨FF⟩\n", "broken-utf8"),
    (
      "nestings.csv",
      "part_geography,part,whole_geography,whole,start\nltla,E1,stp,S1,⟦1⟧2016-13\n",
      "impossible-date"
    ),
    (
      "nestings.csv",
      "part_geography,part,whole_geography,whole,start,end\nltla,E1,stp,S,2017,⟦1⟧2016\n",
      "end-before-start"
    ),
    (
      "nestings.csv", "part_geography,part,whole_geography,whole\nltla,E1,⟦1⟧s,S\n",
      "unknown-geography"
    ),
    (
      "geographies.csv",
      "id,name,through,relation,kind\nccg,g,,,\nltla,d,,,\nstp,s,ccg,⟦1⟧funds,stp\n",
      "unknown-relation"
    ),
    ("geographies.csv", "id,name,through\nccg,g,\nltla,d,\n⟦1⟧stp,s,ccg\n", "half-a-join"),
    ("geographies.csv", "id,name\nccg,g\nltla,d\n⟦1⟧ccg,g\n", "duplicate-id"),
    ("vintages.csv", "id,title\nold,2016\nnew,2017\n⟦1⟧more,2018\n", "missing-zones"),
    ("vintages.csv", "id,title\nold,2016\nnew,2017\n⟦1⟧new,2018\n", "duplicate-id"),
    ("zones-more.csv", "⟦1⟧zone,ccg\n", "unknown-vintage"),
    ("catchments.csv", "organisation,geography,area,share\nT,ltla,E1,⟦1⟧1.5\n", "impossible-share"),
    ("catchments.csv", "organisation,geography,area,share\nT,ltla,E1,⟦1⟧nan\n", "impossible-share"),
    (
      "catchments.csv",
      "organisation,geography,area,share\nT,ltla,E1,0.5\nT,ltla,⟦1⟧E1,0.2\n", "duplicate-id"
    ),
  ])
  func areReportedWhereTheyAreBroken(file: String, text: String, problem: String) throws {
    let place = try #require(MarkedText(text).marks[1])
    let (_, found) = try Self.read([file: text])
    #expect(found == ["\(file):\(place.line):\(place.column) \(problem)"])
  }

  /// Nothing of it is looked at when a graph is read, and nothing of it is unknown.
  @Test func areNoPartOfTheGraph() throws {
    let folder = try TemporaryFolder()
    try folder.write("id,name,kind\na,A,b\n", to: "organisations.csv")
    try folder.write("from,to,kind\n", to: "relationships.csv")
    try folder.write("id,of\nb,organisation\n", to: "kinds.csv")
    try folder.write("broken \"", to: "zones-any.csv")
    try folder.write(
      #"{"resources": [{"name": "organisations", "path": "organisations.csv"}, "#
        + #"{"name": "relationships", "path": "relationships.csv"}, "#
        + #"{"name": "kinds", "path": "kinds.csv"}, {"name": "zones-any", "path": "zones-any.csv"}]}"#,
      to: "datapackage.json")
    #expect(try GraphReader.read(path: folder.path).diagnostics.isEmpty)
  }
}
