import GovernanceAnalysis
import GovernanceModel

@testable import Figures

/// Overlaps and layers that tests draw.
enum MadeOverlaps {
  static let words = FigureWords(
    from: ("council", "councils"), to: ("footprint", "footprints"),
    preface: ["As of 2017-04-01.", "Shares of area."], attribution: ["Source: a test."])

  /// Units with lists of what they have in each unit of the other side.
  static func table(
    _ parts: [[Double]], names: (from: [String], to: [String])? = nil
  ) -> OverlapTable {
    let columns = parts.map(\.count).max() ?? 0
    func unit(_ prefix: String, _ number: Int, _ names: [String]?, _ total: Double)
      -> OverlapTable.Unit
    {
      let id = prefix + String(1000 + number).dropFirst()
      return OverlapTable.Unit(
        id: id, name: names?[number] ?? "\(prefix.uppercased()) number \(number)",
        total: .init(amount: total))
    }
    let from = parts.enumerated().map { unit("c", $0.offset, names?.from, $0.element.reduce(0, +)) }
    let to = (0..<columns).map { column in
      unit(
        "f", column, names?.to,
        parts.reduce(0) { $0 + ($1.indices.contains(column) ? $1[column] : 0) })
    }
    let pairs = parts.enumerated().flatMap { row, shares in
      shares.enumerated().filter { $0.element > 0 }.map {
        OverlapTable.Pair(from: row, to: $0.offset, common: .init(amount: $0.element))
      }
    }
    return OverlapTable(
      from: .init(name: "councils", units: from), to: .init(name: "footprints", units: to),
      pairs: pairs, quantity: .squareMetres)
  }

  /// Upright rectangles in metres.
  static func layer(
    _ name: String, _ boxes: [(id: String, name: String, box: (Double, Double, Double, Double))]
  ) -> BoundaryLayer {
    var layer = BoundaryLayer(name: name, coordinates: .metres)
    for (id, name, box) in boxes {
      let (x, y, width, height) = box
      layer.append(
        .init(id: id, name: name),
        polygons: [
          [[(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]]
        ])
    }
    return layer
  }
}

extension Figure {
  /// The boxes of its texts, as wide as their letters are.
  var textBoxes: [(text: String, x: ClosedRange<Double>, y: ClosedRange<Double>)] {
    shapes.compactMap { shape in
      guard case .text(let text, let at, let anchor, let size, let isBold) = shape.form else {
        return nil
      }
      let width = TextWidth.of(text, size: size, isBold: isBold)
      let start =
        switch anchor {
        case .start: at.x
        case .middle: at.x - width / 2
        case .end: at.x - width
        }
      return (text, start...(start + width), (at.y - 0.7 * size)...(at.y + 0.15 * size))
    }
  }

  /// Texts that cover each other or leave the figure.
  var textFaults: [String] {
    var faults: [String] = []
    let boxes = textBoxes
    for (number, one) in boxes.enumerated() {
      if one.x.lowerBound < 0 || one.x.upperBound > width || one.y.lowerBound < 0
        || one.y.upperBound > height
      {
        faults.append("\(one.text) leaves the figure")
      }
      for other in boxes[(number + 1)...]
      where one.x.overlaps(other.x) && one.y.overlaps(other.y) {
        faults.append("\(one.text) covers \(other.text)")
      }
    }
    return faults
  }
}
