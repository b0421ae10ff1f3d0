import GovernanceModel

/// Puts the blocks of a table of zones together, each as it comes, so that few of them are in memory:
/// zones in the order of the file, units numbered by their codes.
struct ZoneAssembly {
  private let layout: ZoneLayout
  /// How many bytes the file has.
  private let size: Int
  private var population: [UInt32] = []
  private var columns: [Column]
  private var ids: [String] = []
  /// The order of all zones' codes.
  private(set) var order: ZoneOrder
  /// Where rows begin that cannot be used.
  private(set) var faulty: [Int] = []

  private struct Column {
    let labels = LabelTable()
    /// The label of each zone as its block numbers them, or ``ZoneTable/none``.
    var numbers: [UInt32] = []
    /// For each block where its zones end, and which labels its own are.
    var blocks: [(end: Int, labels: [UInt32])] = []
  }

  /// - Parameter bytes: the file's, which outlive this.
  init(_ layout: ZoneLayout, _ bytes: ByteText) {
    self.layout = layout
    order = ZoneOrder(bytes)
    columns = layout.geographies.map { _ in Column() }
    size = bytes.count
  }

  /// Adds the zones of the next block.
  ///
  /// - Complexity: O(zones · geographies).
  mutating func take(_ block: ZoneBlock) {
    if columns[0].blocks.isEmpty { reserve(like: block) }
    faulty += block.faulty
    order.note(block.order)
    ids += block.ids
    if layout.population >= 0 {
      population.append(
        contentsOf: UnsafeBufferPointer(start: block.population, count: block.count))
    }
    for index in columns.indices {
      columns[index].numbers.append(
        contentsOf: UnsafeBufferPointer(start: block.numbers(ofColumn: index), count: block.count))
      let labels = columns[index].labels.numbers(of: block.labels[index])
      columns[index].blocks.append((columns[index].numbers.count, labels))
    }
  }

  /// Makes room for as many zones as the file has if all are as long as those of its first block, and
  /// a few more: room that is never used makes the system take back what the next table could use.
  private mutating func reserve(like block: ZoneBlock) {
    let rows = size / max(1, block.size / max(1, block.count))
    let room = rows + rows / 16 + 64
    if layout.population >= 0 { population.reserveCapacity(room) }
    for column in columns.indices { columns[column].numbers.reserveCapacity(room) }
  }

  /// The table of all zones; to be asked for once, when all were taken.
  ///
  /// - Parameter dropped: rows to leave out, counted over all that were taken.
  /// - Complexity: O(zones · geographies + units · log units).
  mutating func table(without dropped: Set<Int>) -> ZoneTable {
    // There is a geography at least.
    let count = columns[0].numbers.count
    let kept: [Int]? = dropped.isEmpty ? nil : (0..<count).filter { !dropped.contains($0) }
    func without<Value>(_ values: [Value]) -> [Value] {
      kept.map { $0.map { values[$0] } } ?? values
    }
    var made: [ZoneTable.Column] = []
    for (index, geography) in layout.geographies.enumerated() {
      let labels = columns[index].labels
      let units = (0..<labels.count).map { labels[$0] }
      let order = units.indices.sorted { units[$0] < units[$1] }
      var positions = [UInt32](repeating: 0, count: units.count)
      for (position, unit) in order.enumerated() { positions[unit] = UInt32(position) }
      var start = 0
      for block in columns[index].blocks {
        columns[index].numbers.renumber(
          start..<block.end, by: block.labels.map { positions[Int($0)] })
        start = block.end
      }
      made.append(
        ZoneTable.Column(
          geography: geography.name, units: order.map { units[$0] },
          unitOfZone: without(columns[index].numbers)))
    }
    return ZoneTable(
      count: kept?.count ?? count, population: layout.population < 0 ? nil : without(population),
      columns: made, ids: layout.keepsIDs ? without(ids) : nil)
  }
}

extension [UInt32] {
  /// Puts another number into the place of each of some, but for ``ZoneTable/none``.
  fileprivate mutating func renumber(_ range: Range<Int>, by numbers: [UInt32]) {
    withUnsafeMutableBufferPointer { values in
      numbers.withUnsafeBufferPointer { numbers in
        for place in range where values[place] != ZoneTable.none {
          values[place] = numbers[Int(values[place])]
        }
      }
    }
  }
}
