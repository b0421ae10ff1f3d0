import Foundation
import GovernanceAnalysis
import GovernanceModel
import GraphFiles
import Testing

/// The same questions asked of NetworkX, on files that both read.
struct PeerAnswers {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Oracles/networkx_answers.py")

  /// What Python prints; nil when it fails or is not there.
  private static func python(_ arguments: [String]) -> String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }

  private static let isInstalled = python(["-c", "import networkx"]) != nil

  /// A register of tiers, most bodies with one or two principals, with loops and with rows that
  /// name bodies which are not there; as two CSV files.
  private static func write(seed: UInt64, bodies count: Int, to folder: URL) throws -> [String] {
    var random = SplitMix64(seed: seed)
    let ids = random.shuffled(Array(0..<count)).map { "Q\($0)" }
    let tops = 1 + random.below(3)
    var rows: [String] = []
    func add(_ from: String, _ to: String, _ kind: String = "accountable-to") {
      rows.append("\(from),\(to),\(kind)")
    }
    for body in tops..<count {
      let principals = random.below(10) == 0 ? 0 : 1 + random.below(3) / 2
      for _ in 0..<principals { add(ids[body], ids[random.below(body)]) }
      if random.chance(percent: 20) { add(ids[random.below(count)], ids[body], "funds") }
    }
    for _ in 0..<random.below(8) { add(ids[random.below(count)], ids[random.below(count)]) }
    // A circle of its own, which no top reaches.
    let ring = (0..<(2 + random.below(3))).map { "ring\($0)" }
    for (place, id) in ring.enumerated() { add(id, ring[(place + 1) % ring.count]) }
    for row in 0..<10 { add(ids[random.below(count)], "missing\(row)") }
    let organisations = (ids + ring).map { "\($0),Body \($0),body" }
    try ("id,name,kind\n" + organisations.joined(separator: "\n") + "\n")
      .write(to: folder.appending(path: "organisations.csv"), atomically: true, encoding: .utf8)
    try ("from,to,kind\n" + random.shuffled(rows).joined(separator: "\n") + "\n")
      .write(to: folder.appending(path: "relationships.csv"), atomically: true, encoding: .utf8)
    let asked = (0..<20).map { _ in random.pick(ids + ring) }
    try asked.joined(separator: "\n")
      .write(to: folder.appending(path: "asked.txt"), atomically: true, encoding: .utf8)
    return asked
  }

  @Test(
    .enabled(if: isInstalled, "python3 with networkx is not installed"),
    arguments: [(1, 30), (2, 100), (3, 300), (4, 1000), (5, 3000)] as [(UInt64, Int)])
  func givesTheAnswersOfNetworkX(seed: UInt64, bodies: Int) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "register-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let asked = try Self.write(seed: seed, bodies: bodies, to: folder)

    let reading = try GraphReader.read(path: folder.path(percentEncoded: false))
    #expect(reading.diagnostics.count { $0.id == "unknown-reference" } == 10)
    let ours = try canonicalAnswers(
      AccountabilityNetwork(reading.graph, at: .anyTime), superiorsOf: asked)
    let answer = try #require(
      Self.python([
        Self.script.path(percentEncoded: false), folder.path(percentEncoded: false),
        folder.appending(path: "asked.txt").path(percentEncoded: false),
      ]))
    let theirs = answer.split(separator: "\n").map(String.init).sorted()
    #expect(ours.count == theirs.count)
    let difference = zip(ours, theirs).first { $0 != $1 }
    #expect(difference == nil)
  }
}
