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
          let labels = blocks[index].numbers(ofColumn: column)
          // Safe: each block writes between its own start and the next one's.
          let place = place.start! + starts[index]
          numbers[index].withUnsafeBufferPointer { numbers in
            for row in 0..<blocks[index].count {
              let label = labels[row]
              place[row] = label == ZoneTable.none ? label : numbers[Int(label)]
            }
          }
        }
        written = count
      }
      return ZoneTable.Column(
        geography: layout.geographies[column].name, units: units, unitOfZone: without(joined))
    }
    var population: [UInt32]?
    if layout.population >= 0 {
      population = without(
        [UInt32](unsafeUninitializedCapacity: count) { target, written in
          for (index, block) in blocks.enumerated() where block.count > 0 {
            // Safe: the block has written `count` numbers, and the target has room for all blocks'.
            (target.baseAddress! + starts[index]).initialize(
              from: block.population, count: block.count)
          }
          written = count
        })
    }
    table = ZoneTable(
      count: kept?.count ?? count, population: population, columns: columns,
      ids: layout.keepsIDs ? without(blocks.flatMap(\.ids)) : nil)
  }

  /// The labels of a column in order, and for each block the numbers that its labels get.
  private static func units(
    of blocks: [ZoneBlock], _ column: Int
  ) -> (units: [String], numbers: [[UInt32]]) {
    let all = LabelTable()
    let found = blocks.map { all.numbers(of: $0.labels[column]) }
    let labels = (0..<all.count).map { all[$0] }
    let order = labels.indices.sorted { labels[$0] < labels[$1] }
    var positions = [UInt32](repeating: 0, count: labels.count)
    for (position, label) in order.enumerated() { positions[label] = UInt32(position) }
    return (order.map { labels[$0] }, found.map { $0.map { positions[Int($0)] } })
  }
}

/// Safe to share: every thread writes to places of its own.
private struct SharedTarget: @unchecked Sendable {
  let start: UnsafeMutablePointer<UInt32>?
}
