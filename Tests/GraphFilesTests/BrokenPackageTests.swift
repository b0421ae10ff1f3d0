import Foundation
import GraphFiles
import Testing

/// Folders whose files or `datapackage.json` are not what they should be.
struct BrokenPackageTests {
  private static func package(_ json: String) -> [String: String] { ["datapackage.json": json] }
  private static func resources(_ entries: String...) -> [String: String] {
    let sound = BrokenGraph.soundFiles.keys.sorted().map { #"{"path": "\#($0)"}"# }
    return package(
      #"⟦1⟧{"resources": [\#((sound + entries).joined(separator: ", "))]}"#)
  }

  @Test(arguments: [
    BrokenGraph(
      "no organisations",
      [
        "organisations.csv": BrokenGraph.unwritten, "": "⟦1⟧",
        "relationships.csv": "from,to,kind\n",
      ], "missing-table", cure: "id,name,kind"),
    BrokenGraph(
      "no relationships", ["relationships.csv": BrokenGraph.unwritten, "": "⟦1⟧"], "missing-table",
      cure: "from,to,kind", summary: "no relationships.csv"),
    BrokenGraph("a package that is not JSON", package("⟦1⟧{\"resources\": ["), "bad-datapackage"),
    BrokenGraph("an empty package", package("⟦1⟧"), "bad-datapackage", summary: "not JSON"),
    BrokenGraph(
      "a package without resources", package("⟦1⟧{\"name\": \"a\"}"), "bad-datapackage",
      summary: "'resources' is missing"),
    BrokenGraph(
      "resources that are no list", package("⟦1⟧{\"resources\": \"all\"}"), "bad-datapackage",
      summary: "'resources' is not of the right type"),
    BrokenGraph(
      "a resource without a path", resources(#"{"name": "posts"}"#), "bad-datapackage",
      summary: "'path' is missing"),
    BrokenGraph(
      "a resource of several files", resources(#"{"name": "posts", "path": ["a.csv", "b.csv"]}"#),
      "bad-datapackage", summary: "'resources.2.path' is not of the right type"),
    BrokenGraph(
      "JSON nested deep", package("⟦1⟧" + String(repeating: "[", count: 100_000)),
      "bad-datapackage"),
    BrokenGraph(
      "an impossible as_of",
      package(
        #"""
        ⟦1⟧{"remit": {"as_of": "2016-13-01"},
        "resources": [{"path": "organisations.csv"}, {"path": "relationships.csv"}]}
        """#), "impossible-date"),
    BrokenGraph(
      "a path to the folder above", resources(#"{"name": "posts", "path": "../posts.csv"}"#),
      "path-leaves-folder", cure: "without '..'"),
    BrokenGraph(
      "a path through the folder above", resources(#"{"path": "a/../../posts.csv"}"#),
      "path-leaves-folder"),
    BrokenGraph(
      "an absolute path", resources(#"{"name": "posts", "path": "/etc/passwd"}"#),
      "path-leaves-folder"),
    BrokenGraph(
      "an address", resources(#"{"name": "posts", "path": "https://example.org/posts.csv"}"#),
      "path-leaves-folder"),
    BrokenGraph("no path", resources(#"{"name": "posts", "path": ""}"#), "path-leaves-folder"),
    BrokenGraph(
      "a resource that is no table", resources(#"{"path": "organisation.csv"}"#), "unknown-table",
      cure: "did you mean 'organisations'?"),
    BrokenGraph(
      "a resource for other readers", resources(#"{"path": "readme.pdf"}"#), "unknown-table",
      cure: "other readers"),
    BrokenGraph(
      "a resource that is not there",
      resources(#"{"path": "posts.csv"}"#).merging(
        [
          "datapackage.json": #"""
          {"resources": [{"path": "organisations.csv"}, {"path": "relationships.csv"},
          {"path": "posts.csv"}]}
          """#, "posts.csv": BrokenGraph.absent,
        ]) { $1 }, "unreadable-file"),
  ])
  func areReported(graph: BrokenGraph) throws { try graph.check() }

  @Test(arguments: [
    // What the standard allows and a graph has no need of.
    BrokenGraph(
      "keys as text",
      package(
        #"""
        {"resources": [
          {"path": "organisations.csv", "schema": {"fields": [], "primaryKey": "id"}},
          {"path": "relationships.csv", "schema": "schema.json"}]}
        """#)),
    BrokenGraph(
      "bounds of any type",
      package(
        #"""
        {"resources": [{"path": "relationships.csv"}, {"path": "organisations.csv", "schema":
          {"fields": [{"name": "id", "constraints": {"minimum": "a", "maximum": 1.5}}]}}]}
        """#)),
    BrokenGraph(
      "sources without a title",
      package(
        #"""
        {"sources": [{"path": "a"}], "licenses": [{"type": "x"}], "contributors": [1, null],
        "resources": [{"path": "organisations.csv"}, {"path": "relationships.csv", "bytes": 12}]}
        """#)),
  ])
  func areReadWhereTheStandardAllowsThem(graph: BrokenGraph) throws { try graph.check() }

  @Test func areReportedWhereALinkLeavesTheFolder() throws {
    let outside = try TemporaryFolder()
    try outside.write("id,name\nsecret,Secret\n", to: "posts.csv")
    let folder = try TemporaryFolder()
    for (name, text) in BrokenGraph.soundFiles { try folder.write(text, to: name) }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/linked", withDestinationPath: outside.path)
    let list = ["organisations.csv", "relationships.csv", "linked/posts.csv"]
      .map { "{\"path\": \"\($0)\"}" }.joined(separator: ",")
    try folder.write("{\"resources\": [\(list)]}", to: "datapackage.json")
    let reading = try GraphReader.read(path: folder.path)
    #expect(reading.diagnostics.map(\.id) == ["path-leaves-folder"])
    #expect(reading.graph.body(id: "secret") == nil)
  }

  @Test func areReadWhereALinkStaysInTheFolder() throws {
    let folder = try TemporaryFolder()
    for (name, text) in BrokenGraph.soundFiles { try folder.write(text, to: name) }
    try folder.write("id,name\nchair,Chair\n", to: "parts/chairs.csv")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/posts.csv", withDestinationPath: "parts/chairs.csv")
    let list = ["organisations.csv", "relationships.csv", "posts.csv"]
      .map { "{\"path\": \"\($0)\"}" }.joined(separator: ",")
    try folder.write("{\"resources\": [\(list)]}", to: "datapackage.json")
    let reading = try GraphReader.read(path: folder.path)
    #expect(reading.diagnostics == [])
    #expect(reading.graph.body(id: "chair") != nil)
  }

  @Test(arguments: ["", "/nowhere/at/all", "organisations.csv", "pipe.yaml", "folder.yaml"])
  func areReportedWhereThePathHoldsNoGraph(name: String) throws {
    let folder = try TemporaryFolder()
    for (name, text) in BrokenGraph.soundFiles { try folder.write(text, to: name) }
    #expect(mkfifo(folder.path + "/pipe.yaml", 0o600) == 0)
    try TextFile.makeFolder(folder.path + "/folder.yaml")
    let path = name.isEmpty || name.hasPrefix("/") ? name : folder.path + "/" + name
    let expected = name == "folder.yaml" ? "missing-table" : "unreadable-file"
    let diagnostics = BrokenGraph.diagnostics(of: path)
    #expect(Set(diagnostics.map(\.id)) == [expected])
    #expect(diagnostics.allSatisfy { $0.position.path == path && !$0.cure.isEmpty })
  }
}
