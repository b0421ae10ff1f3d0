import GovernanceModel

/// Puts the blocks of a table of zones together, each as it comes, so that few of them are in memory:
/// zones in the order of the file, units numbered by their codes.
struct ZoneAssembly {
  private let layout: ZoneLayout
  private var population: [UInt32] = []
  private var columns: [Column]
  private var ids: [String] = []
  /// The order of all zones' codes.
  private(set) var order: ZoneOrder
  /// Where rows begin that cannot be used.
  private(set) var faulty: [Int] = []

  private struct Column {
    let labels = LabelTable()
    /// The label of each zone, or ``ZoneTable/none``.
    var numbers: [UInt32] = []
  }

  /// - Parameter bytes: the file's, which outlive this.
  init(_ layout: ZoneLayout, _ bytes: ByteText) {
    self.layout = layout
    order = ZoneOrder(bytes)
    columns = layout.geographies.map { _ in Column() }
    // Room costs nothing until it is used; a row has seldom less than two bytes for each cell.
    let rows = bytes.count / (2 * layout.width)
    if layout.population >= 0 { population.reserveCapacity(rows) }
    for column in columns.indices { columns[column].numbers.reserveCapacity(rows) }
  }

  /// Adds the zones of the next block.
  ///
  /// - Complexity: O(zones · geographies).
  mutating func take(_ block: ZoneBlock) {
    faulty += block.faulty
    order.note(block.order)
    ids += block.ids
    if layout.population >= 0 {
      population.append(
        contentsOf: UnsafeBufferPointer(start: block.population, count: block.count))
    }
    for index in columns.indices {
      let first = columns[index].numbers.count
      columns[index].numbers.append(
        contentsOf: UnsafeBufferPointer(start: block.numbers(ofColumn: index), count: block.count))
      let numbers = columns[index].labels.numbers(of: block.labels[index])
      columns[index].numbers.renumber(from: first, by: numbers)
    }
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
      columns[index].numbers.renumber(from: 0, by: positions)
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
  /// Puts another number into the place of each from some place on, but for ``ZoneTable/none``.
  fileprivate mutating func renumber(from first: Int, by numbers: [UInt32]) {
    withUnsafeMutableBufferPointer { values in
      numbers.withUnsafeBufferPointer { numbers in
        for place in first..<values.count where values[place] != ZoneTable.none {
          values[place] = numbers[Int(values[place])]
        }
      }
    }
  }
}
