import GovernanceAnalysis
import GovernanceModel
import Testing

@testable import Figures

@Suite struct MapFigureTests {
  /// A footprint of 20 by 10 kilometres with one council within it, one that it halves, one of which it
  /// has a corner, and one apart.
  private static let own = MadeOverlaps.layer(
    "stp", [("s1", "The Footprint", (0, 0, 20_000, 10_000))])
  private static let other = MadeOverlaps.layer(
    "utla",
    [
      ("u1", "Within", (1000, 1000, 8000, 8000)), ("u2", "Halved", (15_000, 0, 10_000, 8000)),
      ("u3", "Corner", (-1000, 9000, 2000, 2000)), ("u4", "Beyond", (21_000, 9000, 5000, 5000)),
    ])

  private static var table: OverlapTable {
    let areas = [64e6, 80e6, 4e6, 25e6]
    let commons = [64e6, 40e6, 1e6]
    return OverlapTable(
      from: .init(
        name: "stp", units: [.init(id: "s1", name: "The Footprint", total: .init(amount: 200e6))]),
      to: .init(
        name: "utla",
        units: zip(other.units, areas).map {
          .init(id: $0.id, name: $0.name, total: .init(amount: $1))
        }),
      pairs: commons.enumerated().map {
        OverlapTable.Pair(from: 0, to: $0.offset, common: .init(amount: $0.element))
      }, quantity: .squareMetres)
  }

  private func figure(sliver: Double = 0.005) throws -> Figure {
    let words = FigureWords(
      from: ("footprint", "footprints"), to: ("council", "councils"),
      preface: ["Borders of a test."], attribution: ["Source: a test."])
    return try #require(
      MapFigure.figure(
        of: 0, on: .from, own: Self.own, other: Self.other, table: Self.table, words,
        sliver: SliverTolerance(share: sliver)!))
  }

  @Test func `tells what is within and what is cut`() throws {
    let figure = try figure()
    #expect(figure.title == "The Footprint by council")
    #expect(
      figure.lines.contains { $0.hasPrefix("1 of the councils lie") && $0.contains("cuts 2") })
    #expect(figure.lines.contains("1 Within: all of it lies within; 32 % of the footprint."))
    #expect(figure.lines.contains("2 Halved: 50 % of it lies within; 20 % of the footprint."))
    #expect(figure.lines.contains("3 Corner: 25 % of it lies within; 1 % of the footprint."))
    #expect(!figure.text.contains("Beyond"))
    #expect(figure.textFaults == [])
  }

  @Test func `hatches what is cut, within the border and nowhere else`() throws {
    let figure = try figure()
    let hatches = figure.shapes.filter { $0.strokeWidth == 0.7 }
    // The two cut parts within, and the sample of the legend.
    let area = hatches.reduce(0.0) { sum, shape in
      guard case .line(let points) = shape.form else { return sum }
      let (dx, dy) = (points[1].x - points[0].x, points[1].y - points[0].y)
      return sum + (dx * dx + dy * dy).squareRoot() * 4
    }
    let scale = try scale(of: figure)
    let drawn = 41e6 * scale * scale + 22 * 9
    #expect(abs(area / drawn - 1) < 0.03)
  }

  /// Points for each metre, as the bar and its words say.
  private func scale(of figure: Figure) throws -> Double {
    let label = try #require(figure.textBoxes.first { $0.text.hasSuffix(" km") })
    let kilometres = try #require(Double(label.text.dropLast(3)))
    let halves = figure.shapes.compactMap { shape -> Double? in
      guard case .area(let rings) = shape.form, shape.stroke == .ink else { return nil }
      return rings[0][1].x - rings[0][0].x
    }
    return halves.reduce(0, +) / (kilometres * 1000)
  }

  @Test func `draws a bar that is as long as it says`() throws {
    let figure = try figure()
    let scale = try scale(of: figure)
    let border = figure.shapes.compactMap { shape -> [Point]? in
      guard case .line(let points) = shape.form, shape.strokeWidth == 1.8, points.count == 5 else {
        return nil
      }
      return points
    }
    let width = try #require(border.first).map(\.x).max()! - border[0].map(\.x).min()!
    #expect(abs(width / scale - 20_000) < 1)
  }

  @Test func `keeps what it draws in the frame`() throws {
    let figure = try figure()
    for shape in figure.shapes {
      let points: [Point] =
        switch shape.form {
        case .area(let rings): rings.flatMap { $0 }
        case .line(let points): points
        case .circle(let centre, _): [centre]
        case .text: []
        }
      for point in points {
        #expect(point.x >= 0 && point.x <= figure.width && point.y >= 0 && point.y <= figure.height)
      }
    }
  }

  @Test func `gives numbers that would cover each other places of their own`() throws {
    let crowd = (0..<30).map { number in
      ("u\(100 + number)", "Small \(number)", (Double(number) * 40, 5000.0, 40.0, 40.0))
    }
    let other = MadeOverlaps.layer("utla", crowd)
    let table = OverlapTable(
      from: .init(
        name: "stp", units: [.init(id: "s1", name: "The Footprint", total: .init(amount: 200e6))]),
      to: .init(
        name: "utla",
        units: other.units.map { .init(id: $0.id, name: $0.name, total: .init(amount: 1600)) }),
      pairs: crowd.indices.map {
        OverlapTable.Pair(from: 0, to: $0, common: .init(amount: 1600))
      }, quantity: .squareMetres)
    let figure = try #require(
      MapFigure.figure(
        of: 0, on: .from, own: Self.own, other: other, table: table, MadeOverlaps.words,
        sliver: .none))
    let centres = figure.shapes.compactMap { shape -> Point? in
      guard case .circle(let centre, _) = shape.form else { return nil }
      return centre
    }
    #expect(centres.count == 30)
    for (number, one) in centres.enumerated() {
      for other in centres[(number + 1)...] {
        let (dx, dy) = (one.x - other.x, one.y - other.y)
        #expect((dx * dx + dy * dy).squareRoot() > 13)
      }
    }
  }
}
