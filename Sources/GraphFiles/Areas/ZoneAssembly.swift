import GovernanceModel

/// Puts the blocks of a table of zones together: units numbered by their codes, zones in the order of
/// the file.
struct ZoneAssembly {
  let table: ZoneTable

  /// - Parameter dropped: rows to leave out, counted over all blocks.
  /// - Complexity: O(zones · geographies + units · log units).
  init(_ blocks: [ZoneBlock], _ layout: ZoneLayout, _ dropped: Set<Int>, _ workers: Int) {
    var starts = [0]
    for block in blocks { starts.append(starts[starts.count - 1] + block.count) }
    let count = starts[blocks.count]
    let kept: [Int]? = dropped.isEmpty ? nil : (0..<count).filter { !dropped.contains($0) }
    func without<Value>(_ values: [Value]) -> [Value] {
      kept.map { $0.map { values[$0] } } ?? values
    }

    let columns = layout.geographies.indices.map { column in
      let (units, numbers) = Self.units(of: blocks, column)
      let joined = [UInt32](unsafeUninitializedCapacity: count) { target, written in
        let place = SharedTarget(start: target.baseAddress)
        Parallel.forEach(blocks.count, workers: workers) { [starts] index in
          let numbers = numbers[index]
          var next = starts[index]
          for label in blocks[index].units[column] {
            // Safe: each block writes between its own start and the next one's.
            place.start![next] = label == ZoneTable.none ? label : numbers[Int(label)]
            next += 1
          }
        }
        written = count
      }
      return ZoneTable.Column(
        geography: layout.geographies[column].name, units: units, unitOfZone: without(joined))
    }
    var population: [UInt32]?
    if layout.population >= 0 {
      var joined: [UInt32] = []
      joined.reserveCapacity(count)
      for block in blocks { joined += block.population }
      population = without(joined)
    }
    table = ZoneTable(
      count: kept?.count ?? count, population: population, columns: columns,
      ids: layout.keepsIDs ? without(blocks.flatMap(\.ids)) : nil)
  }

  /// The labels of a column in order, and for each block the numbers that its labels get.
  private static func units(
    of blocks: [ZoneBlock], _ column: Int
  ) -> (units: [String], numbers: [[UInt32]]) {
    var all: Set<String> = []
    var labels: [[String]] = []
    for block in blocks {
      let table = block.labels[column]
      let texts = (0..<table.count).map { table[$0] }
      all.formUnion(texts)
      labels.append(texts)
    }
    let units = all.sorted()
    let positions = Dictionary(
      uniqueKeysWithValues: units.enumerated().map { ($0.element, UInt32($0.offset)) })
    return (units, labels.map { $0.map { positions[$0]! } })
  }
}

/// Safe to share: every thread writes to places of its own.
private struct SharedTarget: @unchecked Sendable {
  let start: UnsafeMutablePointer<UInt32>?
}
