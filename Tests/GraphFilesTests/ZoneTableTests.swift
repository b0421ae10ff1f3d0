import GovernanceModel
import GraphFiles
import Testing

/// Tables of zones as they are read, sound and broken.
@Suite struct ZoneTableTests {
  private static func read(
    _ text: [UInt8], geographies: [String]? = nil, keepsIDs: Bool = true, workers: Int = 1,
    blockSize: Int = 1 << 18
  ) throws -> (zones: ZoneTable?, problems: [Diagnostic], path: String) {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "zones.csv")
    var reader = ZoneTableReader(
      path: folder.path + "/zones.csv", geographies: geographies, keepsIDs: keepsIDs)
    reader.workers = workers
    reader.blockSize = blockSize
    do throws(FileError) {
      let (zones, problems) = try reader.read()
      return (zones, problems, folder.path)
    } catch {
      return (nil, error.diagnostics, folder.path)
    }
  }

  @Test func areReadIntoColumns() throws {
    let text = "zone,population,stp,ccg\nE1,10,S2,C1\nE2,0,,C1\n\"E3\",7,S1,\"C \"\"2\"\"\"\n"
    let zones = try #require(try Self.read(Array(text.utf8)).zones)
    #expect(zones.count == 3)
    #expect(zones.ids == ["E1", "E2", "E3"])
    #expect(zones.population == [10, 0, 7])
    let stp = try #require(zones.column("stp"))
    #expect(stp.units == ["S1", "S2"])
    #expect(stp.unitOfZone == [1, ZoneTable.none, 0])
    #expect(zones.column("ccg")?.units == ["C \"2\"", "C1"])
    #expect(zones.column("ltla") == nil)
  }

  /// Labels of one to forty bytes that differ in one byte only, and more of them than a table of labels
  /// begins with room for; the columns in another order.
  @Test func tellLabelsOfEveryLengthApart() throws {
    var labels: [String] = []
    for length in 1...40 {
      let plain = Array(repeating: UInt8(ascii: "a"), count: length)
      for place in Set([0, length / 2, length - 1, min(7, length - 1), min(8, length - 1)]) {
        for letter in UInt8(ascii: "b")...UInt8(ascii: "e") {
          var bytes = plain
          bytes[place] = letter
          labels.append(String(decoding: bytes, as: UTF8.self))
        }
      }
    }
    labels += (0..<3000).map { "E0\(1_000_000 + $0)" }
    var text = "ccg,zone,stp,population\n"
    for round in 0..<2 {
      for (row, label) in labels.enumerated() {
        text += "\(label),Z\(round)\(10_000 + row),\(labels[labels.count - 1 - row]),\(row)\n"
      }
    }
    for size in [500, 1 << 18] {
      let zones = try #require(try Self.read(Array(text.utf8), blockSize: size).zones)
      let units = Set(labels).sorted()
      let (ccg, stp) = (try #require(zones.column("ccg")), try #require(zones.column("stp")))
      #expect(ccg.units == units && stp.units == units)
      #expect(ccg.unitOfZone.map { units[Int($0)] } == labels + labels)
      let backwards: [String] = labels.reversed()
      #expect(stp.unitOfZone.map { units[Int($0)] } == backwards + backwards)
      let people: [UInt32] = labels.indices.map { UInt32($0) }
      #expect(zones.population == people + people)
    }
  }

  /// Seven digits are read at once, more of them one by one.
  @Test func readNumbersOfPeopleOfEveryLength() throws {
    let written = [
      "0", "7", "42", "999", "1234", "65536", "100000", "9999999", "0000001", "10000000",
      "4294967295", "0000000012",
    ]
    let rows = written.enumerated().map { "E\(100 + $0),\($1),C\n" }.joined()
    let text = "zone,population,ccg\n" + rows + String(repeating: "\n", count: 100)
    let zones = try #require(try Self.read(Array(text.utf8)).zones)
    #expect(zones.population == written.map { UInt32($0)! })
    for broken in ["1 0", "12a", "1.5", "12345:7", "/234567", "00000000001", "4294967296"] {
      let text = "zone,population,ccg\nE1,\(broken),C\n" + String(repeating: "\n", count: 100)
      #expect(try Self.read(Array(text.utf8)).problems.map(\.id) == ["impossible-population"])
    }
  }

  /// Rows as long as those before them, with other cells, quotes, breaks or faults: read together they
  /// come to the same as each by itself.
  @Test(arguments: [0, 16, 40])
  func tellRowsOfOneLengthApart(padding: Int) throws {
    let rest = String(repeating: "x", count: padding)
    let last = [
      "123,C012,D345", "1234,C12,D345", "123,C01234,D3", "123,C 12,D345", "1x3,C012,D345",
      "123,\"01\",D345", "123,C012,\"D3\"", "12345,,D3456", "123,C0123D345", "123,C,12,D345",
      "123,C012,D34\r", ",C012,D345678", "123,C+12,D345", "123,C 12,D345", "123,C012,D345",
    ]
    var text = "zone,population,ccg,stp,name\n"
    var rows = 0
    for cells in last {
      for next in ["123,C012,D345", "123,C012,D345", cells, cells, "124,C013,D346"] {
        rows += 1
        let isEnd = next.hasSuffix("\r")
        text += "E\(1000 + rows),\(isEnd ? String(next.dropLast()) : next),\(rest)"
        text += isEnd ? "\r\n" : "\n"
      }
    }
    // The last bytes of a file are not read fast.
    text += "E9999,1,C,D,\(rest)\n" + String(repeating: "\n", count: 100)
    let together = try Self.read(Array(text.utf8))
    let apart = try Self.read(Array(text.utf8), blockSize: 1)
    let zones = try #require(together.zones)
    #expect(zones.count == rows + 1 - together.problems.count && together.problems.count == 8)
    #expect(zones.ids == apart.zones?.ids && zones.population == apart.zones?.population)
    for (left, right) in zip(zones.columns, apart.zones?.columns ?? []) {
      #expect(left.units == right.units && left.unitOfZone == right.unitOfZone)
    }
    #expect(together.problems.map(\.position.line) == apart.problems.map(\.position.line))
  }

  /// What is wrong, marked where it should be reported, and how many zones are left.
  @Test(
    arguments: [
      ("⟦1⟧", ["empty-file"], nil), ("⟦1⟧population,ccg\n1,C\n", ["missing-column"], nil),
      ("⟦1⟧zone,population\nE1,1\n", ["no-geography"], nil),
      ("zone,population,⟦1⟧zone,ccg\n", ["repeated-column"], nil),
      ("zone,population,ccg\nE1,⟦1⟧ten,C\nE2,1,C\n", ["impossible-population"], 1),
      ("zone,population,ccg\nE1,⟦1⟧-3,C\n", ["impossible-population"], 0),
      ("zone,population,ccg\nE1,⟦1⟧1.5,C\n", ["impossible-population"], 0),
      ("zone,population,ccg\nE1,⟦1⟧4294967296,C\n", ["impossible-population"], 0),
      ("zone,population,ccg\nE1,⟦1⟧,C\n", ["impossible-population"], 0),
      ("zone,population,ccg\n⟦1⟧,5,C\nE2,1,C\n", ["missing-value"], 1),
      ("zone,population,ccg\nE1,1,C\n⟦1⟧E2,1\nE3,1,C\n", ["ragged-row"], 2),
      ("zone,population,ccg\nE1,1,C\n⟦1⟧E1,2,D\nE2,1,C\n", ["duplicate-zone"], 2),
      ("zone,population,ccg\nE2,1,C\nE1,2,D\n⟦1⟧E2,1,C\n", ["duplicate-zone"], 2),
      ("zone,population,ccg\nE1,1,⟦1⟧⟨FF⟩\nE2,1,C\n", ["broken-utf8"], 1),
      ("zone,population,ccg\nE1,1,a⟦1⟧⟨00⟩\nE2,1,C\n", ["nul-byte"], 1),
      ("zone,population,ccg\nE1,1,⟦1⟧\"C\n", ["unterminated-quote"], 0),
      ("zone,population,ccg,⟦1⟧ccgg\nE1,1,C,D\n", ["unknown-geography"], 1),
    ] as [(String, [String], Int?)])
  func areReportedWhereTheyAreBroken(marked: String, problems: [String], left: Int?) throws {
    let text = MarkedText(marked)
    for blockSize in [4, 1 << 18] {
      let (zones, found, path) = try Self.read(
        text.bytes, geographies: problems == ["no-geography"] ? nil : ["ccg"],
        blockSize: blockSize)
      #expect(zones?.count == left)
      #expect(found.map(\.id) == problems)
      for (diagnostic, (number, place)) in zip(found, text.marks.sorted { $0.key < $1.key }) {
        #expect(number > 0)
        #expect(diagnostic.position.path == path + "/zones.csv")
        #expect(
          (diagnostic.position.line, diagnostic.position.column) == (place.line, place.column))
        #expect(!diagnostic.cure.isEmpty)
      }
    }
  }

  /// Whatever stands in a file, its size of blocks and threads change nothing, and nothing crashes.
  @Test(arguments: UInt64(0)..<80)
  func areReadTheSameHoweverTheyAreCut(seed: UInt64) throws {
    var generator = SeededBytes(seed: seed)
    let text = generator.zones()
    let whole = try Self.read(text)
    for (workers, size) in [(1, 7), (3, 40), (2, 200)] {
      let parts = try Self.read(text, workers: workers, blockSize: size)
      #expect(parts.zones?.ids == whole.zones?.ids)
      #expect(parts.zones?.population == whole.zones?.population)
      for (left, right) in zip(parts.zones?.columns ?? [], whole.zones?.columns ?? []) {
        #expect(left.units == right.units && left.unitOfZone == right.unitOfZone)
      }
      #expect(parts.problems.map(\.id) == whole.problems.map(\.id))
      #expect(
        parts.problems.map { [$0.position.line, $0.position.column] }
          == whole.problems.map { [$0.position.line, $0.position.column] })
    }
  }
}

/// Files of zones with the sort of damage that files have.
private struct SeededBytes {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 12_345 }

  mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  mutating func zones() -> [UInt8] {
    var text = "zone,population,ccg,stp\n"
    for row in 0..<next(60) {
      let zone = next(6) == 0 ? "E\(next(20))" : "E\(100 + row)"
      let cells = [zone, "\(next(500))", next(9) == 0 ? "" : "C\(next(5))", "S\(next(3))"]
      text += cells.map { next(12) == 0 ? "\"\($0)\"" : $0 }.joined(separator: ",") + "\n"
    }
    var bytes = Array(text.utf8)
    let odd = Array(
      "\",\n\r \u{0}x\u{FF}9".unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
    for _ in 0..<next(6) where bytes.count > 30 {
      let place = 24 + next(bytes.count - 24)
      switch next(3) {
      case 0: bytes[place] = odd[next(odd.count)]
      case 1: bytes.insert(odd[next(odd.count)], at: place)
      default: bytes.remove(at: place)
      }
    }
    return bytes
  }
}
