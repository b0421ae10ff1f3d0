import GovernanceModel

/// Which cell of a row of zones holds what.
struct ZoneLayout: Sendable {
  let width: Int
  let zone: Int
  /// -1 where the table has no such column.
  let population: Int
  let geographies: [(name: String, cell: Int)]
  let keepsIDs: Bool
}

/// The zones of one part of a file, their units numbered as they come.
struct ZoneBlock {
  private(set) var population: [UInt32] = []
  /// For each geography and zone the number of its label, or ``ZoneTable/none``.
  private(set) var units: [[UInt32]]
  private(set) var labels: [LabelTable]
  private(set) var ids: [String] = []
  /// How many rows were taken.
  private(set) var count = 0
  /// Where rows begin that cannot be used.
  private(set) var faulty: [Int] = []
  /// Whether each zone's code is above the one before: then none stands twice.
  private(set) var isAscending = true
  /// The first and the last code, as they stand in the file.
  private(set) var firstID = 0..<0
  private(set) var lastID = 0..<0
  /// Where the next block begins.
  private(set) var end: Int

  private let bytes: ByteText
  private let layout: ZoneLayout

  private init(_ bytes: ByteText, _ layout: ZoneLayout, from start: Int) {
    self.bytes = bytes
    self.layout = layout
    end = start
    units = layout.geographies.map { _ in [] }
    labels = layout.geographies.map { _ in LabelTable() }
  }

  /// Reads every row that begins before a border.
  ///
  /// - Complexity: O(bytes).
  static func read(
    _ bytes: ByteText, layout: ZoneLayout, from start: Int, to border: Int
  ) -> ZoneBlock {
    var block = ZoneBlock(bytes, layout, from: start)
    block.reserve((border - start) / 20)
    block.read(to: border)
    let text = ByteText(rebasing: bytes[start..<block.end])
    guard !textFaults(in: text, limit: 1).isEmpty else { return block }
    // Row by row where the text is not sound, so that a broken byte costs no more than its row.
    block = ZoneBlock(bytes, layout, from: start)
    while block.end < border { block.readUnusualRow() }
    return block
  }

  private mutating func reserve(_ rows: Int) {
    if layout.population >= 0 { population.reserveCapacity(rows) }
    for column in units.indices { units[column].reserveCapacity(rows) }
  }

  private mutating func read(to border: Int) {
    let plain = PlainRowScanner(bytes, width: layout.width)
    // Safe: there is room for the cells of one row, and only those are read.
    withUnsafeTemporaryAllocation(of: ByteText.self, capacity: layout.width) { cells in
      while end < border {
        if let next = plain.row(at: end, into: cells.baseAddress!) {
          take(RowCells(cells), at: end, isInFile: true)
          end = next
        } else if bytes[end] == UInt8(ascii: "\n") {
          end += 1  // A blank line.
        } else {
          readUnusualRow()
        }
      }
    }
  }

  /// Reads a row that holds quotes or faults, or is the last.
  private mutating func readUnusualRow() {
    var scanner = CSVScanner(bytes, from: end)
    guard scanner.nextRow() else {
      end = bytes.count
      return
    }
    if scanner.faults.isEmpty, scanner.cells.count == layout.width, scanner.textFault == nil {
      scanner.cells.withUnsafeBufferPointer {
        take($0, at: scanner.rowStart, isInFile: false)
      }
    } else {
      faulty.append(scanner.rowStart)
    }
    end = scanner.offset
  }

  @inline(__always)
  private mutating func take(_ cells: RowCells, at offset: Int, isInFile: Bool) {
    let id = cells[layout.zone]
    var people: UInt32 = 0
    if layout.population >= 0 {
      guard let read = Self.people(cells[layout.population]) else {
        faulty.append(offset)
        return
      }
      people = read
    }
    guard !id.isEmpty else {
      faulty.append(offset)
      return
    }
    noteOrder(of: id, isInFile: isInFile)
    if layout.population >= 0 { population.append(people) }
    for column in 0..<layout.geographies.count {
      let label = cells[layout.geographies[column].cell]
      units[column].append(label.isEmpty ? ZoneTable.none : labels[column].number(of: label))
    }
    if layout.keepsIDs { ids.append(id.string) }
    count += 1
  }

  @inline(__always)
  private mutating func noteOrder(of id: ByteText, isInFile: Bool) {
    guard isInFile || isPlain(id) else {
      isAscending = false
      return
    }
    // Safe: the code lies in the file's bytes.
    let start = id.baseAddress! - bytes.baseAddress!
    let range = start..<start + id.count
    if count == 0 {
      firstID = range
    } else if isAscending, !(Self.precedes(ByteText(rebasing: bytes[lastID]), id)) {
      isAscending = false
    }
    lastID = range
  }

  /// Whether a cell is a run of the file's bytes, not a copy without doubled quotes.
  private func isPlain(_ cell: ByteText) -> Bool {
    guard let base = bytes.baseAddress, let start = cell.baseAddress else { return false }
    return start >= base && start < base + bytes.count
  }

  /// Whether a code comes before another, byte by byte.
  @inline(__always)
  static func precedes(_ left: ByteText, _ right: ByteText) -> Bool {
    let common = min(left.count, right.count)
    let (first, second) = (UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
    var offset = 0
    while offset + 8 <= common {
      let words = (
        UInt64(bigEndian: first.loadUnaligned(fromByteOffset: offset, as: UInt64.self)),
        UInt64(bigEndian: second.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      )
      if words.0 != words.1 { return words.0 < words.1 }
      offset += 8
    }
    while offset < common {
      if first[offset] != second[offset] { return first[offset] < second[offset] }
      offset += 1
    }
    return left.count < right.count
  }

  /// A whole number of people; nil for anything else and for more than four thousand million.
  @inline(__always)
  static func people(_ cell: ByteText) -> UInt32? {
    guard !cell.isEmpty, cell.count <= 10 else { return nil }
    var value: UInt64 = 0
    for byte in cell {
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value &* 10 &+ UInt64(digit)
    }
    return UInt32(exactly: value)
  }
}

// Safe to share: the bytes are only read, and stay until every thread is done.
extension ZoneBlock: @unchecked Sendable {}
