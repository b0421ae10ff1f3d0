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
///
/// Safe to share: a block is written by one thread and then only read; the bytes stay until every
/// thread is done.
final class ZoneBlock: @unchecked Sendable {
  /// Room for the people of each zone, and for the label of each zone and geography, row by row, or
  /// ``ZoneTable/none``. Only the first ``count`` rows are written.
  let population: UnsafeMutablePointer<UInt32>
  let numbers: UnsafeMutablePointer<UInt32>
  let labels: [LabelTable]
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
  private let columns: Int

  private init(_ bytes: ByteText, _ layout: ZoneLayout, from start: Int, to border: Int) {
    self.bytes = bytes
    self.layout = layout
    columns = layout.geographies.count
    end = start
    labels = layout.geographies.map { _ in LabelTable() }
    // A row has a byte at least for each cell and its end, but for the last one of the file.
    let rows = max(0, border - start) / layout.width + 2
    population = .allocate(capacity: layout.population < 0 ? 1 : rows)
    numbers = .allocate(capacity: rows * columns)
  }

  deinit {
    population.deallocate()
    numbers.deallocate()
  }

  /// Reads every row that begins before a border.
  ///
  /// - Complexity: O(bytes).
  static func read(
    _ bytes: ByteText, layout: ZoneLayout, from start: Int, to border: Int
  ) -> ZoneBlock {
    let block = ZoneBlock(bytes, layout, from: start, to: border)
    block.read(to: border)
    let text = ByteText(rebasing: bytes[start..<block.end])
    guard !textFaults(in: text, limit: 1).isEmpty else { return block }
    // Row by row where the text is not sound, so that a broken byte costs no more than its row.
    let checked = ZoneBlock(bytes, layout, from: start, to: border)
    while checked.end < border { checked.readUnusualRow() }
    return checked
  }

  private func read(to border: Int) {
    let plain = PlainRowScanner(bytes, width: layout.width)
    let geographies = layout.geographies.map(\.cell)
    // Safe: there is room for the cells of one row, and only those are read.
    withUnsafeTemporaryAllocation(of: ByteText.self, capacity: layout.width) { cells in
      geographies.withUnsafeBufferPointer { geographies in
        labels.withUnsafeBufferPointer { labels in
          while end < border {
            if let next = plain.row(at: end, into: cells.baseAddress!) {
              if take(cells[layout.zone], layout.population < 0 ? nil : cells[layout.population]) {
                let row = numbers + count &* columns
                for column in 0..<columns {
                  let label = cells[geographies[column]]
                  // Safe: the scanner reads eight bytes from where any cell of a plain row begins.
                  row[column] =
                    label.isEmpty
                    ? ZoneTable.none : labels[column].number(ofReadable: label)
                }
                count &+= 1
              } else {
                faulty.append(end)
              }
              end = next
            } else if bytes[end] == UInt8(ascii: "\n") {
              end += 1  // A blank line.
            } else {
              readUnusualRow()
            }
          }
        }
      }
    }
  }

  /// Reads a row that holds quotes or faults, or is the last.
  private func readUnusualRow() {
    var scanner = CSVScanner(bytes, from: end)
    guard scanner.nextRow() else {
      end = bytes.count
      return
    }
    end = scanner.offset
    let cells = scanner.cells
    guard scanner.faults.isEmpty, cells.count == layout.width, scanner.textFault == nil,
      take(cells[layout.zone], layout.population < 0 ? nil : cells[layout.population])
    else {
      faulty.append(scanner.rowStart)
      return
    }
    for column in 0..<columns {
      let label = cells[layout.geographies[column].cell]
      numbers[count * columns + column] =
        label.isEmpty ? ZoneTable.none : labels[column].number(of: label)
    }
    count += 1
  }

  /// Takes the code and the people of the next row; false where they are none.
  @inline(__always)
  private func take(_ id: ByteText, _ people: ByteText?) -> Bool {
    guard !id.isEmpty else { return false }
    if let people {
      guard let number = Self.people(people) else { return false }
      population[count] = number
    }
    noteOrder(of: id)
    if layout.keepsIDs { ids.append(id.string) }
    return true
  }

  @inline(__always)
  private func noteOrder(of id: ByteText) {
    // A copy without doubled quotes lies elsewhere than in the file's bytes.
    let start = UInt(bitPattern: id.baseAddress) &- UInt(bitPattern: bytes.baseAddress)
    guard start < UInt(bytes.count) else {
      isAscending = false
      return
    }
    let range = Int(start)..<Int(start) &+ id.count
    if count == 0 {
      firstID = range
    } else if isAscending, !Self.precedes(ByteText(rebasing: bytes[lastID]), id) {
      isAscending = false
    }
    lastID = range
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
