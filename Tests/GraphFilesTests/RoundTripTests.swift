import Foundation
import GovernanceModel
import GraphFiles
import Testing

/// What is written is read as the same graph, and the same graph is written as the same bytes.
struct RoundTripTests {
  private func read(_ path: String) throws -> GovernanceGraph {
    let reading = try GraphReader.read(path: path)
    let errors = reading.diagnostics.filter { $0.severity == .error }
    #expect(errors == [])
    return reading.graph
  }

  private func sound(_ tables: GraphTables) throws -> GovernanceGraph {
    let (graph, diagnostics) = GovernanceGraph.reading(tables)
    try #require(!diagnostics.contains { $0.severity == .error }, "\(diagnostics)")
    return graph
  }

  @Test(arguments: 0..<60)
  func keepsEveryTableInAFolder(seed: Int) throws {
    let graph = try sound(RandomTables(seed: seed).tables)
    let folder = try TemporaryFolder()
    try GraphWriter.write(graph.tables, toFolder: folder.path + "/graph")
    let again = try read(folder.path + "/graph")
    #expect(difference(again.tables, graph.tables) == nil)
    #expect(again.relationshipCount == graph.relationshipCount)
    #expect(again.bodyCount == graph.bodyCount)

    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/graph").sorted()
    let written = try names.map { try folder.bytes(of: "graph/" + $0) }
    try GraphWriter.write(again.tables, toFolder: folder.path + "/graph")
    #expect(try names.map { try folder.bytes(of: "graph/" + $0) } == written)
  }

  /// Nothing is lost on the way into the graph: each cell of a row with an id is in its tables.
  @Test(arguments: 0..<60)
  func keepsEveryCellOfEveryRow(seed: Int) throws {
    let written = RandomTables(seed: seed).tables
    let kept = try sound(written).tables
    for name in TableName.allCases {
      guard let idColumn = written[name].columns.firstIndex(of: "id") else { continue }
      let keptID = try #require(kept[name].columns.firstIndex(of: "id"))
      for row in written[name].rows {
        let match = try #require(kept[name].rows.first { $0[keptID] == row[idColumn] })
        for (column, cell) in zip(written[name].columns, row) where !cell.isEmpty {
          let position = kept[name].columns.firstIndex(of: column)
          #expect(position.map { match[$0] } == cell, "\(name).\(column)")
        }
      }
    }
  }

  @Test(arguments: 0..<60)
  func keepsEveryTableInAYAMLFile(seed: Int) throws {
    let graph = try sound(RandomTables(seed: seed).tables)
    let folder = try TemporaryFolder()
    let text = GraphWriter.yaml(graph.tables)
    try folder.write(text, to: "graph.yaml")
    let again = try read(folder.path + "/graph.yaml")
    #expect(difference(again.tables, graph.tables) == nil)
    #expect(again.relationshipCount == graph.relationshipCount)
    #expect(GraphWriter.yaml(again.tables) == text, "the bytes differ")
  }

  /// The graphs of this package, by name.
  static let graphs: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: graphsFolder)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }()
  private static let graphsFolder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/Graphs"

  @Test(.enabled(if: !graphs.isEmpty, "the package holds no graphs yet"), arguments: graphs)
  func keepsTheGraphsOfThePackage(name: String) throws {
    let path = Self.graphsFolder + "/" + name
    let isWhole =
      name.hasSuffix(".yaml")
      || FileManager.default.fileExists(atPath: path + "/datapackage.json")
    if !isWhole { try Test.cancel("\(name) has no datapackage.json yet: it is still being made") }
    let graph = try read(path)
    let folder = try TemporaryFolder()
    try GraphWriter.write(graph.tables, toFolder: folder.path + "/graph")
    let tables = graph.tables
    #expect(difference(try read(folder.path + "/graph").tables, tables) == nil)
    try folder.write(GraphWriter.yaml(tables), to: "graph.yaml")
    #expect(difference(try read(folder.path + "/graph.yaml").tables, tables) == nil)
  }

  // MARK: Order

  private struct Answers: Equatable {
    var names: Set<String> = []
    var relationships: Set<String> = []

    init(_ graph: GovernanceGraph) {
      for body in graph.allBodies {
        for moment in [Moment.anyTime, .date(PartialDate("1992-06")!), .date(PartialDate("2016")!)]
        {
          let kind = graph.bodyKinds[graph.kind(of: body, at: moment)].id
          let codes = graph.codes(of: body, at: moment).map { "\($0.scheme)=\($0.code)" }
          names.insert(
            "\(moment) \(graph.id(of: body)) \(graph.name(of: body, at: moment)) \(kind) \(codes) "
              + "\(graph.owner(of: body).map { graph.id(of: $0) } ?? "")")
        }
      }
      for index in graph.allRelationships {
        let row = graph[index]
        relationships.insert(
          [
            row.id ?? "", graph.id(of: row.from), graph.id(of: row.to),
            graph.relationshipKinds[row.kind].id, "\(row.period) \(row.basis.words)",
            "\(row.amount?.description ?? "") \(row.evidence)",
            row.statement.flatMap { graph.statements[$0].id } ?? "stated",
          ].joined(separator: "|"))
      }
    }
  }

  @Test(arguments: 0..<100)
  func givesTheSameAnswersInAnyOrderOfRows(seed: Int) throws {
    let tables = RandomTables(seed: seed).tables
    var generator = SeededGenerator(seed: seed)
    var shuffled = tables
    for name in TableName.allCases where !tables[name].rows.isEmpty {
      shuffled[name].rows.shuffle(using: &generator)
      let order = tables[name].columns.indices.shuffled(using: &generator)
      shuffled[name] = GraphTables.Table(
        columns: order.map { shuffled[name].columns[$0] },
        rows: shuffled[name].rows.map { row in order.map { row[$0] } })
    }
    #expect(Answers(try sound(shuffled)) == Answers(try sound(tables)))
  }
}
