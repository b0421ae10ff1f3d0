import GovernanceModel

/// Reads the rows of zones of one part of a file.
///
/// It is a value, since every look at a property of an object that changes is checked for another
/// under way: for a row that took several times as long as reading it.
struct ZoneScan {
  private let bytes: ByteText
  private let layout: ZoneLayout
  /// Room for the columns of a ``ZoneBlock``, which takes them over; only ``count`` rows are written.
  let population: UnsafeMutablePointer<UInt32>
  let numbers: UnsafeMutablePointer<UInt32>
  /// How many rows a column has room for.
  let room: Int
  let labels: [LabelTable]
  private(set) var ids: [String] = []
  private(set) var count = 0
  private(set) var faulty: [Int] = []
  private(set) var order: ZoneOrder
  let start: Int
  private(set) var end: Int

  init(_ bytes: ByteText, _ layout: ZoneLayout, from start: Int, to border: Int) {
    self.bytes = bytes
    self.layout = layout
    self.start = start
    end = start
    order = ZoneOrder(bytes)
    labels = layout.geographies.map { _ in LabelTable() }
    // A row has a byte at least for each cell and its end, but for the last one of the file.
    room = max(0, border - start) / layout.width + 2
    population = .allocate(capacity: layout.population < 0 ? 1 : room)
    numbers = .allocate(capacity: room * layout.geographies.count)
  }

  /// How many rows are taken together at most.
  private static let batch = 256

  /// Reads every row that begins before a border, the plain ones fast: rows of one shape together.
  mutating func read(to border: Int) {
    // Safe: there is room for the cells of a row and for where the rows of a batch begin, of which
    // only those are read that were written.
    withUnsafeTemporaryAllocation(of: ByteText.self, capacity: layout.width) { cells in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.batch) { starts in
        var plain = PlainRowScanner(bytes, width: layout.width)
        while end < border {
          if let next = plain.row(at: end, into: cells.baseAddress!) {
            starts[0] = end
            let others = UnsafeMutableBufferPointer(rebasing: starts[1...])
            let alike = plain.rowsAlike(after: end, to: next, into: others, before: border)
            let last = starts[alike]
            takeRows(alike + 1, starts, cells)
            end = last &+ (next &- end)
          } else if bytes[end] == UInt8(ascii: "\n") {
            end += 1  // A blank line.
          } else {
            readUnusualRow()
          }
        }
      }
    }
  }

  /// Takes plain rows whose cells lie as those of the first, but for rows without a code or a number of
  /// people.
  ///
  /// - Parameters:
  ///   - starts: where the rows begin; written over.
  ///   - cells: those of the first row.
  private mutating func takeRows(
    _ rows: Int, _ starts: UnsafeMutableBufferPointer<Int>,
    _ cells: UnsafeMutableBufferPointer<ByteText>
  ) {
    guard !cells[layout.zone].isEmpty else {
      faulty += starts[..<rows]
      return
    }
    // Safe: every row has its cells as far from its start as the first has.
    let first = starts[0]
    var rows = AlikeRows(starts: starts, count: rows, first: first)
    if layout.population >= 0 { takePeople(cells[layout.population], of: &rows) }
    guard rows.count > 0 else { return }
    let codes = rows
    order.note(codes.count) { codes.cell(cells[layout.zone], $0) }
    if layout.keepsIDs {
      for row in 0..<rows.count { ids.append(rows.cell(cells[layout.zone], row).string) }
    }
    for (column, geography) in layout.geographies.enumerated() {
      takeLabels(cells[geography.cell], of: rows, column)
    }
    count &+= rows.count
  }

  /// Rows whose cells lie alike.
  private struct AlikeRows {
    let starts: UnsafeMutableBufferPointer<Int>
    var count: Int
    /// Where the first of them began, the cells of which are known.
    let first: Int

    /// The cell of a row, by that of the first.
    @inline(__always)
    func cell(_ cell: ByteText, _ row: Int) -> ByteText {
      ByteText(start: cell.baseAddress! + (starts[row] &- first), count: cell.count)
    }
  }

  /// Takes the people of some rows; those without a number of them are left out of the rows.
  private mutating func takePeople(_ cell: ByteText, of rows: inout AlikeRows) {
    let target = population + count
    // Safe: the scanner lets eight bytes be read from where any cell of a plain row begins.
    if 1...7 ~= cell.count {
      var faults: UInt64 = 0
      for row in 0..<rows.count {
        let digits = Self.digits(readable: rows.cell(cell, row))
        faults |= Self.faults(in: digits)
        target[row] = Self.number(digits)
      }
      if faults == 0 { return }
    }
    var taken = 0
    for row in 0..<rows.count {
      guard let people = Self.people(rows.cell(cell, row)) else {
        faulty.append(rows.starts[row])
        continue
      }
      target[taken] = people
      rows.starts[taken] = rows.starts[row]
      taken &+= 1
    }
    rows.count = taken
  }

  /// Takes the labels of a column of some rows.
  private func takeLabels(_ cell: ByteText, of rows: AlikeRows, _ column: Int) {
    let target = numbers + (column &* room &+ count)
    if cell.isEmpty {
      target.update(repeating: ZoneTable.none, count: rows.count)
      return
    }
    switch cell.count {
    case ...8: take(cell, of: rows, column, to: target) { LabelKey(short: $0) }
    case ...LabelKey.longest: take(cell, of: rows, column, to: target) { LabelKey(middle: $0) }
    default:
      for row in 0..<rows.count { target[row] = labels[column].number(of: rows.cell(cell, row)) }
    }
  }

  /// Takes labels of up to sixteen bytes: with one loop for each sort of key, none asks for each row
  /// which it is.
  @inline(__always)
  private func take(
    _ cell: ByteText, of rows: AlikeRows, _ column: Int, to target: UnsafeMutablePointer<UInt32>,
    key: (ByteText) -> LabelKey
  ) {
    var slots = labels[column].slots
    for row in 0..<rows.count {
      let label = rows.cell(cell, row)
      if let number = slots.number(of: key(label)) {
        target[row] = number
      } else {
        target[row] = labels[column].number(of: label)
        slots = labels[column].slots
      }
    }
  }

  /// The same, trusting no row to be plain.
  mutating func readRowByRow(to border: Int) {
    while end < border { readUnusualRow() }
  }

  /// Reads a row that holds quotes or faults, or is the last.
  private mutating func readUnusualRow() {
    var scanner = CSVScanner(bytes, from: end)
    guard scanner.nextRow() else {
      end = bytes.count
      return
    }
    end = scanner.offset
    let cells = scanner.cells
    guard scanner.faults.isEmpty, cells.count == layout.width, scanner.textFault == nil,
      !cells[layout.zone].isEmpty,
      let people = layout.population < 0 ? 0 : Self.people(cells[layout.population])
    else {
      faulty.append(scanner.rowStart)
      return
    }
    if layout.population >= 0 { population[count] = people }
    order.note(cells[layout.zone])
    if layout.keepsIDs { ids.append(cells[layout.zone].string) }
    for (column, geography) in layout.geographies.enumerated() {
      let label = cells[geography.cell]
      numbers[column * room + count] =
        label.isEmpty ? ZoneTable.none : labels[column].number(of: label)
    }
    count += 1
  }

  /// A whole number of people; nil for anything else and for more than four thousand million.
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

  /// The digits of a cell of one to seven bytes, from whose first byte on eight can be read: eight
  /// digits, zeros before those of the cell, the first of them lowest.
  @inline(__always)
  private static func digits(readable cell: ByteText) -> UInt64 {
    let bits = UInt64(truncatingIfNeeded: cell.count &* 8)
    let word = UInt64(
      littleEndian: UnsafeRawPointer(cell.baseAddress!).loadUnaligned(as: UInt64.self))
    let zeros: UInt64 = 0x3030_3030_3030_3030
    return (word &<< (64 &- bits) | zeros &>> bits) ^ zeros
  }

  /// Not 0 where any is none.
  @inline(__always)
  private static func faults(in digits: UInt64) -> UInt64 {
    (digits | (digits &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0
  }

  @inline(__always)
  private static func number(_ digits: UInt64) -> UInt32 {
    // Numbers of two digits in every other byte, then of four, then all.
    let pairs = digits &* 10 &+ digits &>> 8
    let even = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let odd = (pairs &>> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return UInt32(truncatingIfNeeded: (even &+ odd) &>> 32)
  }
}
