import GovernanceAnalysis

/// A world of square cells, all of one size and with one inhabitant each, some of which belong to
/// units of geography `a` and geography `b`. Small enough to be counted by hand or by brute force.
///
///     a: 0 0 1      b: 0 1 1
///        0 0 1         0 1 -
public struct GridWorld: Sendable {
  public let name: String
  public let width: Int
  public let height: Int
  /// The unit of `a` that each cell belongs to, row by row from the bottom; nil for none.
  public let a: [Int?]
  public let b: [Int?]

  /// - Parameters: rows from the top, a digit for a unit and a dash for none.
  public init(_ name: String, a: [String], b: [String]) {
    self.name = name
    width = a[0].count
    height = a.count
    self.a = a.reversed().flatMap { $0.map { $0.wholeNumberValue } }
    self.b = b.reversed().flatMap { $0.map { $0.wholeNumberValue } }
    precondition(
      self.a.count == width * height && self.b.count == width * height, "The rows are ragged.")
  }

  init(name: String, width: Int, height: Int, a: [Int?], b: [Int?]) {
    self.name = name
    self.width = width
    self.height = height
    self.a = a
    self.b = b
  }

  /// The id of a unit: `a0`, `b3`.
  public static func id(_ layer: String, _ unit: Int) -> String { "\(layer)\(unit)" }

  /// The ids of the units of a geography that have any cell, in order.
  public func ids(_ layer: String) -> [String] {
    Set((layer == "a" ? a : b).compactMap { $0 }).sorted().map { Self.id(layer, $0) }
  }

  /// How two of its geographies lie on each other, cell by cell.
  public func table(from: String, to: String) -> OverlapTable {
    let cells = [from, to].map { $0 == "a" ? a : b }
    let ids = [self.ids(from), self.ids(to)]
    func unit(_ side: Int, _ cell: Int) -> Int? {
      cells[side][cell].map { ids[side].firstIndex(of: Self.id([from, to][side], $0))! }
    }
    func extent(_ isMeant: (Int?, Int?) -> Bool) -> OverlapTable.Extent {
      let count = cells[0].indices.count { isMeant(unit(0, $0), unit(1, $0)) }
      return OverlapTable.Extent(zones: count, amount: Double(count))
    }
    func layer(_ side: Int) -> OverlapTable.Layer {
      OverlapTable.Layer(
        name: [from, to][side],
        units: ids[side].enumerated().map { position, id in
          OverlapTable.Unit(
            id: id, name: id, total: extent { (side == 0 ? $0 : $1) == position },
            outside: extent {
              (side == 0 ? $0 : $1) == position && (side == 0 ? $1 : $0) == nil
            })
        })
    }
    return OverlapTable(
      from: layer(0), to: layer(1),
      pairs: ids[0].indices.flatMap { first in
        ids[1].indices.compactMap { second -> OverlapTable.Pair? in
          let common = extent { $0 == first && $1 == second }
          return common.zones == 0
            ? nil : OverlapTable.Pair(from: first, to: second, common: common)
        }
      }, quantity: .people(counted: "cells", year: "now"))
  }

  public static let all: [GridWorld] =
    [
      GridWorld("the same", a: ["0011", "0011"], b: ["0011", "0011"]),
      GridWorld("nested", a: ["0123", "0123"], b: ["0011", "0011"]),
      GridWorld("crossed", a: ["0011", "0011"], b: ["0000", "1111"]),
      GridWorld("one cut by a border", a: ["0011", "0011", "2222"], b: ["0001", "0001", "2222"]),
      GridWorld("gaps on both sides", a: ["00-1", "00-1"], b: ["-011", "-01-"]),
      GridWorld("apart", a: ["0-", "0-"], b: ["-0", "-0"]),
      GridWorld("units in two parts", a: ["0110", "0110"], b: ["0011", "1100"]),
      GridWorld("a hole", a: ["000", "010", "000"], b: ["000", "000", "000"]),
    ] + (0..<24).map { random(seed: UInt64($0)) }

  /// Labels in patches, with gaps.
  static func random(seed: UInt64) -> GridWorld {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0xD1B5_4A32_D192_ED03
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    let (width, height) = (2 + next(7), 2 + next(7))
    func layer() -> [Int?] {
      let units = 1 + next(6)
      var cells: [Int?] = []
      for cell in 0..<width * height {
        // Mostly what the cell to the left or below has, so that units hang together.
        let choice = next(5)
        if choice < 2, cell % width > 0 {
          cells.append(cells[cell - 1])
        } else if choice < 4, cell >= width {
          cells.append(cells[cell - width])
        } else {
          cells.append(next(8) == 0 ? nil : next(units))
        }
      }
      return cells
    }
    let a = layer()
    return GridWorld(
      name: "random \(seed)", width: width, height: height, a: a, b: layer())
  }
}
