import GovernanceModel
import Testing

@testable import GraphFiles

/// Large tables are read in blocks on several threads; what comes out, down to the order and the
/// place of every diagnostic, is what reading row by row gives.
struct BlockReadingTests {
  @Test(arguments: 0..<12)
  func readsTheSameAsRowByRow(seed: Int) throws {
    var register = UnevenRegister(
      seed: seed, bodies: 600, oddity: [8, 60, 1000][seed % 3])
    let folder = try TemporaryFolder()
    for (name, bytes) in register.files() { try folder.write(bytes, to: name) }
    let plain = try GraphReader.read(path: folder.path, settings: .rowByRow)
    #expect(plain.graph.bodyCount > 100)
    #expect(plain.graph.relationshipCount > 100)
    for size in [1, 40, 333, 5_000, 1 << 18] {
      for workers in [1, 2, 5] {
        let reading = try GraphReader.read(
          path: folder.path, settings: .blocks(of: size, workers: workers))
        #expect(difference(reading, plain) == nil, "blocks of \(size), \(workers) threads")
      }
    }
  }

  @Test("a cell of many lines may cover several blocks")
  func longQuotedCells() throws {
    let folder = try TemporaryFolder()
    let lines = String(repeating: "x,y,z,2013,,\n", count: 200)
    let rows = (0..<50).map { "B\($0),\"\(lines)\",site,,\n" }.joined()
    try folder.write("id,name,kind,opened,closed\n" + rows, to: "organisations.csv")
    try folder.write("from,to,kind\nB1,B2,funds\n", to: "relationships.csv")
    let plain = try GraphReader.read(path: folder.path, settings: .rowByRow)
    #expect(plain.graph.bodyCount == 50)
    #expect(plain.diagnostics == [])
    for size in [64, 700, 4_000] {
      let reading = try GraphReader.read(path: folder.path, settings: .blocks(of: size))
      #expect(difference(reading, plain) == nil, "blocks of \(size)")
    }
  }

  @Test("more kinds than can be numbered are told row by row")
  func tooManyKinds() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<66_000).map { "B\($0),A body,kind-\($0)\n" }.joined()
    try folder.write("id,name,kind\n" + rows, to: "organisations.csv")
    try folder.write("from,to,kind\nB1,B2,funds\n", to: "relationships.csv")
    let plain = try GraphReader.read(path: folder.path, settings: .rowByRow)
    #expect(plain.diagnostics.count { $0.id == "too-many-kinds" } > 400)
    let reading = try GraphReader.read(path: folder.path, settings: .blocks(of: 100_000))
    #expect(difference(reading, plain) == nil)
  }
}
