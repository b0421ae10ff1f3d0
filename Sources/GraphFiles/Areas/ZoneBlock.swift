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
/// Safe to share: nothing changes once it is made.
final class ZoneBlock: @unchecked Sendable {
  /// The people of each zone; ``count`` of them.
  let population: UnsafePointer<UInt32>
  /// The label of each zone, or ``ZoneTable/none``: of each geography ``room``, of which ``count`` are
  /// written.
  private let numbers: UnsafePointer<UInt32>
  private let room: Int
  let labels: [LabelTable]
  let ids: [String]
  /// How many rows were taken.
  let count: Int
  /// Where rows begin that cannot be used.
  let faulty: [Int]
  /// The order of the zones' codes.
  let order: ZoneOrder
  /// How many bytes were read.
  let size: Int
  /// Where the next block begins.
  let end: Int

  /// Takes over what a scan has read.
  private init(_ scan: ZoneScan) {
    population = UnsafePointer(scan.population)
    numbers = UnsafePointer(scan.numbers)
    room = scan.room
    labels = scan.labels
    ids = scan.ids
    count = scan.count
    faulty = scan.faulty
    order = scan.order
    size = scan.end - scan.start
    end = scan.end
  }

  /// The label of each zone in a geography, or ``ZoneTable/none``.
  func numbers(ofColumn column: Int) -> UnsafePointer<UInt32> { numbers + column * room }

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
    var scan = ZoneScan(bytes, layout, from: start, to: border)
    scan.read(to: border)
    let block = ZoneBlock(scan)
    let text = ByteText(rebasing: bytes[start..<block.end])
    guard !textFaults(in: text, limit: 1).isEmpty else { return block }
    // Row by row where the text is not sound, so that a broken byte costs no more than its row.
    var careful = ZoneScan(bytes, layout, from: start, to: border)
    careful.readRowByRow(to: border)
    return ZoneBlock(careful)
  }
}
