import Foundation
import GovernanceModel
import Testing

@testable import GraphFiles

/// The `datapackage.json` that stands beside a graph's tables.
struct DataPackageTests {
  private func package(in folder: TemporaryFolder) throws -> DataPackage {
    try DataPackage.read(of: FileBytes(path: folder.path + "/datapackage.json"))
  }

  @Test func listsTheTablesThatWereWritten() throws {
    var tables = GraphTables()
    tables.title = "A Small Graph, 2016/17"
    tables.asOf = PartialDate("2016-10")
    tables.append(["id": "a", "name": "A", "kind": "ccg", "code_ods": "06H"], to: .organisations)
    tables.append(["id": "act"], to: .sources)
    let folder = try TemporaryFolder()
    try GraphWriter.write(tables, toFolder: folder.path)
    let package = try package(in: folder)
    #expect(package.name == "a-small-graph-2016-17")
    #expect(package.title == "A Small Graph, 2016/17")
    #expect(package.remit?.asOf == "2016-10" && package.remit?.currency == nil)
    #expect(
      package.resources.map(\.path) == ["sources.csv", "organisations.csv", "relationships.csv"])
    let fields = package.resources.map { $0.schema?.fields.map(\.name) ?? [] }
    #expect(fields == [["id"], ["id", "name", "kind", "code_ods"], ["from", "to", "kind"]])
    #expect(package.resources.map { $0.schema?.primaryKey } == [["id"], ["id"], nil])
    #expect(try folder.bytes(of: "relationships.csv") == Array("from,to,kind\n".utf8))
  }

  @Test(arguments: [
    ("Greater Manchester, 2018", "greater-manchester-2018"), ("É", nil), ("", nil),
    ("  --x--y__z.csv ", "x-y-z-csv"), ("日本 2", "2"),
  ])
  func makesANameOfATitle(title: String, name: String?) {
    #expect(DataPackage.slug(title) == name)
  }

  @Test func describesEveryFileOfATable() throws {
    let folder = try TemporaryFolder()
    try folder.write("id,name,kind,colour\nb,B,board,red\n", to: "organisations.csv")
    try folder.write("name,id,kind,opened\nG,g,ccg,2013\n", to: "organisations-North West.csv")
    try folder.write("id,kind,name\nh,ccg,H\n", to: "organisations-north-west.csv")
    try folder.write("from,to,kind,basis,amount\ng,b,funds,,\n", to: "relationships-money.csv")
    try folder.write("a,b\n", to: "working.csv")
    let heading = DataPackage(
      name: "regions", title: "Regions",
      licenses: [.init(name: "OGL-UK-3.0", path: nil, title: nil)],
      asOf: PartialDate("2016-10-01"))
    try GraphWriter.describe(folder: folder.path, package: heading)
    let package = try package(in: folder)
    #expect(
      package.resources.map { "\($0.name ?? "") \($0.path)" } == [
        "organisations organisations.csv", "organisations-north-west organisations-North West.csv",
        "organisations-north-west-2 organisations-north-west.csv",
        "relationships-money relationships-money.csv",
      ])
    #expect(package.licenses?.map(\.name) == ["OGL-UK-3.0"])
    #expect(package.resources[1].schema?.fields.map(\.name) == ["name", "id", "kind", "opened"])
    let amount = package.resources[3].schema?.fields.last
    #expect(amount?.type == "number" && amount?.description?.isEmpty == false)

    let reading = try GraphReader.read(path: folder.path)
    #expect(reading.diagnostics == [])
    #expect(reading.graph.bodyCount == 3 && reading.graph.relationshipCount == 1)
    #expect(reading.graph.asOf == PartialDate("2016-10-01"))

    // Describing it again changes nothing.
    let written = try folder.bytes(of: "datapackage.json")
    try GraphWriter.describe(folder: folder.path, package: package)
    #expect(try folder.bytes(of: "datapackage.json") == written)
  }

  @Test func reportsEveryFileWithoutASoundHeader() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "organisations.csv")
    try folder.write("from,to,\"kind\n", to: "relationships.csv")
    try folder.write([0x69, 0x64, 0xFF, 0x0A], to: "sources.csv")
    let heading = DataPackage(name: "x", title: nil)
    let error = try #require(throws: FileError.self) {
      try GraphWriter.describe(folder: folder.path, package: heading)
    }
    #expect(error.diagnostics.map(\.id) == ["broken-utf8", "empty-file", "unterminated-quote"])
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/datapackage.json"))
  }

  @Test func reportsAFolderThatCannotBeWritten() throws {
    let folder = try TemporaryFolder()
    try folder.write("a file", to: "graph")
    let error = try #require(throws: FileError.self) {
      try GraphWriter.write(GraphTables(), toFolder: folder.path + "/graph")
    }
    #expect(error.diagnostics.map(\.id) == ["unreadable-file"])
  }

  @Test func keepsTheOldFileWhereANewOneCannotBeWritten() throws {
    let folder = try TemporaryFolder()
    try TextFile.makeFolder(folder.path + "/taken")
    #expect(throws: FileError.self) { try TextFile.write("x", to: folder.path + "/taken") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["taken"])
  }
}
