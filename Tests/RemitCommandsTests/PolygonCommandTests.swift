import Foundation
import RemitCommands
import Testing

/// `overlaps` of files of polygons, and the figures of areas.
@Suite struct PolygonCommandTests {
  private static func feature(_ code: String, _ ring: String) -> String {
    #"{"type":"Feature","properties":{"STP17CD":"\#(code)","STP17NM":"Area \#(code)"},"#
      + #""geometry":{"type":"Polygon","coordinates":[\#(ring)]}}"#
  }

  private static func collection(_ features: [String]) -> String {
    #"{"type":"FeatureCollection","attribution":"Data: a test.","features":["#
      + features.joined(separator: ",\n") + "]}"
  }

  /// Two squares in Cambridgeshire; their halves from south to north; and a bow tie.
  private static let west = "[[0,52],[0.1,52],[0.1,52.1],[0,52.1],[0,52]]"
  private static let east = "[[0.1,52],[0.2,52],[0.2,52.1],[0.1,52.1],[0.1,52]]"
  private static let both = "[[0,52],[0.1,52],[0.2,52],[0.2,52.05],[0.1,52.05],[0,52.05],[0,52]]"
  private static let bowTie = "[[0,53],[0.1,53.1],[0.1,53],[0,53.1],[0,53]]"

  private func inFolder<Result>(
    _ files: [String: String], _ body: (URL) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    return try body(folder)
  }

  private func run(_ arguments: String...) -> Outcome { Remit.run(arguments, in: Surroundings()) }

  private static let files = [
    "a.geojson": collection([feature("E2", east), feature("E1", west)]),
    "b.geojson": collection([feature("S1", both)]),
    "broken.geojson": collection([feature("B1", bowTie), feature("S1", both)]),
  ]

  @Test func `overlays two files without a graph`() throws {
    try inFolder(Self.files) { folder in
      let (a, b) = (folder.path + "/a.geojson", folder.path + "/b.geojson")
      let outcome = run("overlaps", a, b, "--format", "csv", "--graph", "no such graph")
      #expect(outcome.errors == "")
      let rows = outcome.output.split(separator: "\n").map { $0.split(separator: ",") }
      #expect(rows.map(\.first) == ["from", "E1", "E2"])
      #expect(rows[1].suffix(2) == ["overlaps", "212111212"])
      let text = run("overlaps", a, b).output
      #expect(text.contains("British National Grid (EPSG:27700)"))
      let borders = run("overlaps", a, b, "--borders", "--format", "json").output
      #expect(borders.contains(#""metres" : 11"#))
      #expect(borders.contains("+proj=helmert"))
    }
  }

  @Test func `lists what is broken by feature and place, and mends it when asked`() throws {
    try inFolder(Self.files) { folder in
      let (a, broken) = (folder.path + "/a.geojson", folder.path + "/broken.geojson")
      let refused = run("overlaps", a, broken)
      #expect(refused.code == 2)
      #expect(refused.errors.contains("broken.geojson:1:"))
      let words = #"feature 1 ("B1") is not valid near here: self-intersection"#
      #expect(refused.errors.contains(words))
      #expect(refused.errors.contains("--mend"))
      let mended = run("overlaps", a, broken, "--mend")
      #expect(mended.code == 0)
      #expect(mended.errors.contains("warning"))
      let lenient = run("overlaps", a, broken, "--lenient", "--format", "csv")
      #expect(lenient.code == 0)
      #expect(!lenient.output.contains("B1"))
    }
  }

  @Test func `says what is wrong with what it is asked`() throws {
    try inFolder(Self.files) { folder in
      let (a, b) = (folder.path + "/a.geojson", folder.path + "/b.geojson")
      #expect(run("overlaps", a, folder.path + "/none.geojson").errors.contains("none.geojson"))
      #expect(run("overlaps", a, b, "--key", "STP16CD").errors.contains("STP17CD"))
      #expect(run("overlaps", a, b, "--of", "Area E3").errors.contains("did you mean 'Area E"))
      #expect(run("overlaps", a, b, "--of", "Area E1").output.contains("Area S1"))
      #expect(run("figure", "map", "E9", b, "--layer", a).errors.contains("no area of a is called"))
      #expect(run("figure", "matrix", a).code == 64)
      #expect(run("figure", "matrix", a, b, "-o", "x.gif").errors.contains(".svg"))
    }
  }

  @Test func `says how far areas and people differ`() throws {
    // The parts that the border of Cumbria cuts, by land and by people.
    let answer = try json(
      "overlaps", "stp", "utla", "--by", "area", "--as-of", "2017-04-01", on: Graphs.england)
    #expect(answer["from"] as? String == "stp")
    #expect(answer["measure"] as? String == "area")
    let difference = answer.object("difference")
    #expect(difference.object("population")["counted"] as? String == "residents")
    #expect(difference["vintage"] as? String == "April 2017")
    #expect(difference.objects("unmatched").isEmpty)
    #expect(difference["bothWays"] as? Int == 170)
    #expect(difference["byAreaOnly"] as? Int == 0)
    let people = try json("overlaps", "stp", "utla", "--as-of", "2017-04-01", on: Graphs.england)
    func share(_ answer: [String: Any], _ from: String, _ to: String) -> Double {
      answer.objects("pairs").first {
        $0["from"] as? String == from && $0["to"] as? String == to
      }?["shareOfFrom"] as? Double ?? 0
    }
    var last = 2.0
    for pair in difference.objects("pairs") {
      let from = try #require(pair["from"] as? String)
      let to = try #require(pair["to"] as? String)
      #expect(pair.object("byArea")["shareOfFrom"] as? Double == share(answer, from, to))
      #expect(pair.object("byPopulation")["shareOfFrom"] as? Double == share(people, from, to))
      let gap = try #require(pair["gap"] as? Double)
      #expect(gap <= last && gap > 0)
      last = gap
    }
    // Councils are cut alike by either.
    func split(_ answer: [String: Any]) -> [String] {
      answer.objects("split").filter { $0["geography"] as? String == "utla" }.compactMap {
        $0["id"] as? String
      }
    }
    #expect(split(answer) == split(people))
    let only = try json(
      "overlaps", "stp", "utla", "--by", "area", "--split-only", "--of", "Cumbria County Council",
      on: Graphs.england)
    #expect(Set(only.objects("pairs").compactMap { $0["to"] as? String }) == ["E10000006"])
    let named = Set(only.object("difference").objects("pairs").compactMap { $0["to"] as? String })
    #expect(named == ["E10000006"])
    let rows = try csv("overlaps", "stp", "utla", "--by", "area", on: Graphs.england)
    #expect(
      rows[0].hasSuffix(
        "de_9im,share_of_from_by_population,share_of_to_by_population,"
          + "relation_by_population"))
  }

  @Test func `says that borders are of another day`() throws {
    let later = remit(
      "overlaps", "stp", "utla", "--by", "area", "--as-of", "2019-01-01", on: Graphs.england)
    let said = later.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(later.code == 0)
    #expect(said.contains("As of 2019-01-01. Borders of STP footprints of April 2017"))
    #expect(said.contains("not of 2019-01-01: those drawn are of STP footprints of April 2017"))
    #expect(said.contains("Contains OS data © Crown copyright and database right"))
    let then = remit(
      "overlaps", "ccg", "stp", "--by", "area", "--as-of", "2017-06-01", on: Graphs.england)
    #expect(then.code == 0 && !then.output.contains("those drawn are of"))
    try inFolder([:]) { folder in
      for ending in ["svg", "txt"] {
        let path = folder.path + "/map." + ending
        let outcome = run(
          "figure", "map", "Cambridgeshire and Peterborough", "--as-of", "2019-01-01", "-o", path,
          "--graph", Graphs.england)
        #expect(outcome.code == 0, "\(outcome.errors)")
        let picture = try String(contentsOfFile: path, encoding: .utf8)
        #expect(picture.contains("not of 2019-01-01"))
      }
    }
  }

  @Test func `gives neighbours as rows`() throws {
    let rows = try csv("overlaps", "stp", "utla", "--by", "area", "--borders", on: Graphs.england)
    #expect(rows[0] == "geography,one,one_name,other,other_name,metres")
    #expect(rows.contains { $0.hasPrefix("stp,E54000001,") && $0.contains(",E54000002,") })
    #expect(rows.contains { $0.hasPrefix("utla,") })
    let refused = remit("overlaps", "stp", "utla", "--borders", on: Graphs.england)
    #expect(refused.code == 64 && refused.errors.contains("--by area"))
  }

  @Test(arguments: ["matrix", "map", "pairing"], ["svg", "png", "pdf", "dot", "txt"])
  func `draws figures in every format`(kind: String, format: String) throws {
    let magic = ["svg": "<?xml", "png": "\u{89}PNG", "pdf": "%PDF", "dot": "", "txt": ""]
    try inFolder(Self.files) { folder in
      let (a, b) = (folder.path + "/a.geojson", folder.path + "/b.geojson")
      let path = folder.path + "/figure." + format
      let outcome =
        kind == "map"
        ? run("figure", kind, "E1", b, "--layer", a, "-o", path)
        : run("figure", kind, b, a, "-o", path)
      #expect(outcome.errors == "")
      #expect(outcome.code == 0)
      let bytes = try Data(contentsOf: URL(filePath: path))
      let begin = magic[format]!.unicodeScalars.map { UInt8($0.value) }
      #expect(Array(bytes.prefix(begin.count)) == begin)
      #expect(bytes.count > 40)
      #expect(outcome.output.contains("Area E1"))
      if format == "txt" {
        #expect(String(decoding: bytes, as: UTF8.self).contains("Area E1"))
      }
    }
  }

  @Test func `maps a footprint of England with the councils that it cuts`() throws {
    try inFolder([:]) { folder in
      let path = folder.path + "/map.svg"
      let outcome = run(
        "figure", "map", "Cambridgeshire and Peterborough", "-o", path, "--graph", Graphs.england)
      #expect(outcome.errors == "")
      #expect(outcome.output.contains("Cambridgeshire: "))
      #expect(outcome.output.contains("Contains OS data © Crown copyright and database right"))
      let svg = try String(contentsOfFile: path, encoding: .utf8)
      #expect(svg.contains("<title>Peterborough</title>"))
      // An area that is called so, though its council and its boards are called alike.
      let county = run("figure", "map", "essex", "-o", path, "--graph", Graphs.england)
      #expect(county.code == 0, "\(county.errors)")
      #expect(county.output.contains("Mid and South Essex"))
    }
  }
}
