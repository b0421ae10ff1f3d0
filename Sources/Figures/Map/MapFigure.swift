import GovernanceAnalysis
import GovernanceModel

/// A map of one unit of a geography and the units of another that lie in it or that its border cuts.
///
/// What is cut is hatched within the border and plain beyond it; every unit has a number on the map
/// and stands in the list beside it with its shares, so that no name covers another.
public struct MapFigure {
  private let unit: Int
  private let side: OverlapTable.Side
  private let layers: (own: BoundaryLayer, other: BoundaryLayer)
  private let table: OverlapTable
  private let words: FigureWords
  private let sliver: SliverTolerance
  /// Those with more than a sliver in common with the unit: first whole ones, then cut ones, by id.
  private let parts: [Part]

  private struct Part {
    let unit: Int
    let isCut: Bool
    /// How much of it lies in the unit that the map is of.
    let share: Double
    /// How much of that unit lies in it.
    let shareOfOwn: Double
  }

  /// The map of a unit.
  ///
  /// - Parameters:
  ///   - unit: a position among the units of a side.
  ///   - own: the layer of that side, in metres.
  ///   - other: the layer of the other side, in metres.
  ///   - table: their overlap; the positions of its units are those of the layers.
  ///   - sliver: parts that are no larger do not count.
  /// - Complexity: O(points).
  public static func figure(
    of unit: Int, on side: OverlapTable.Side, own: BoundaryLayer, other: BoundaryLayer,
    table: OverlapTable, _ words: FigureWords, sliver: SliverTolerance
  ) -> Figure? {
    guard let box = own.box(ofUnit: unit) else { return nil }
    return MapFigure(unit, side, (own, other), table, words, sliver).drawn(box)
  }

  private init(
    _ unit: Int, _ side: OverlapTable.Side, _ layers: (BoundaryLayer, BoundaryLayer),
    _ table: OverlapTable, _ words: FigureWords, _ sliver: SliverTolerance
  ) {
    (self.unit, self.side, self.table) = (unit, side, table)
    (self.words, self.sliver) = (words, sliver)
    self.layers = (own: layers.0, other: layers.1)
    let found = table.parts(of: side)[unit].compactMap { pair -> Part? in
      let share = table.share(pair, of: side.opposite)
      let shareOfOwn = table.share(pair, of: side)
      guard max(share, shareOfOwn) > sliver.share else { return nil }
      // What is cut is cut by more than rounding, whatever the tolerance.
      return Part(
        unit: pair.unit(on: side.opposite), isCut: 1 - share > max(sliver.share, 1e-9),
        share: share, shareOfOwn: shareOfOwn)
    }
    parts =
      found.filter { !$0.isCut }.sorted { $0.unit < $1.unit }
      + found.filter(\.isCut).sorted { $0.unit < $1.unit }
  }

  private var name: String { table.layer(side).units[unit].name }
  private func name(_ part: Part) -> String { table.layer(side.opposite).units[part.unit].name }

  private var lines: [String] {
    let (others, cut) = (words.names(side.opposite), parts.filter(\.isCut))
    var lines = words.preface
    lines.append(
      "\(parts.count - cut.count) of the \(others.several) lie in the \(words.names(side).one) as a "
        + "whole; its border cuts \(cut.count)"
        + (sliver.share > 0 ? ", parts of up to \(decimal(sliver.share * 100)) % left out." : "."))
    for (number, part) in parts.enumerated() {
      lines.append(
        "\(number + 1) \(name(part)): "
          + (part.isCut ? "\(percent(part.share)) of it lies within; " : "all of it lies within; ")
          + "\(percent(part.shareOfOwn)) of the \(words.names(side).one).")
    }
    return lines + words.attribution
  }

  private static let margin = 28.0
  private static let whole = Colour(0xD3E3F1)
  private static let cut = Colour(0xFBE3CC)
  private static let hatching = Colour(0xC4570A)
  private static let border = Colour(0x1F2F6B)
  private static let between = Colour(0x8A8A8A)

  private func drawn(_ box: BoundaryBox) -> Figure {
    let margin = Self.margin
    let preface = words.preface
    let top = margin + 28 + Double(preface.count) * 13 + 8
    let frame = MapFrame(around: box, x: margin, y: top, maxWidth: 520, maxHeight: 560)
    let list = (x: margin + frame.width + 20, width: 250.0)
    let width = list.x + list.width + margin
    let small = words.attribution.flatMap {
      TextWidth.wrapped($0, width - 2 * margin, size: 7)
    }
    let listHeight = Double(parts.count) * 13 + 40
    let bottom = top + max(frame.height + 24 + legendHeight, listHeight)
    let height = bottom + 16 + Double(small.count) * 9 + margin
    let title = "\(name) by \(words.names(side.opposite).one)"
    var figure = Figure(title: title, lines: lines, width: width, height: height)
    figure.addHeading(title, preface, margin: margin)
    addAreas(to: &figure, frame)
    addScale(to: &figure, frame)
    addList(to: &figure, x: list.x, y: top, width: list.width)
    addLegend(to: &figure, x: margin, y: top + frame.height + 34)
    figure.addFootnotes(small, x: margin, y: bottom + 16)
    return figure
  }

  private func addAreas(to figure: inout Figure, _ frame: MapFrame) {
    let others = layers.other.units.indices.filter { other in
      layers.other.box(ofUnit: other).map(frame.shows) ?? false
    }
    let rings = Dictionary(
      uniqueKeysWithValues: others.map { ($0, frame.rings(of: $0, in: layers.other)) })
    let own = frame.rings(of: unit, in: layers.own)
    let isCut = Dictionary(uniqueKeysWithValues: parts.map { ($0.unit, $0.isCut) })
    for other in others {
      let fill = isCut[other].map { $0 ? Self.cut : Self.whole } ?? .pale
      figure.shapes.append(
        Shape(
          form: .area(frame.clipped(rings[other]!)), fill: fill,
          title: layers.other.units[other].name))
    }
    for part in parts where part.isCut {
      for stretch in Scanlines(spacing: 4, isSlanted: true).stretches(in: [rings[part.unit]!, own])
      {
        figure.shapes.append(.line([stretch.from, stretch.to], Self.hatching, width: 0.7))
      }
    }
    for other in others {
      for ring in rings[other]! {
        for piece in frame.pieces(of: ring) {
          figure.shapes.append(.line(piece, Self.between, width: 0.6))
        }
      }
    }
    for ring in own { figure.shapes.append(.line(ring, Self.border, width: 1.8)) }
    figure.shapes.append(
      .box(frame.x, frame.y, frame.width, frame.height, fill: nil, stroke: .faint))
    addNumbers(to: &figure, frame, rings, own)
  }

  /// The numbers, each where its part within the border is widest; such as would cover each other are
  /// moved apart.
  private func addNumbers(
    to figure: inout Figure, _ frame: MapFrame, _ rings: [Int: [[Point]]], _ own: [[Point]]
  ) {
    let radius = 6.5
    let targets = parts.map { part -> Point? in
      let areas = part.isCut ? [rings[part.unit]!, own] : [rings[part.unit]!]
      return Scanlines(spacing: 2, isSlanted: false).stretches(in: areas)
        .max { $0.length < $1.length }?.middle
        // Too small to be drawn, but there.
        ?? layers.other.box(ofUnit: part.unit).map { frame.middle(of: $0) }
    }
    let places = Self.apart(targets, 2 * radius + 1, in: frame, radius)
    for (number, place) in places.enumerated() {
      guard let place, let target = targets[number] else { continue }
      if abs(place.x - target.x) + abs(place.y - target.y) > radius {
        figure.shapes.append(.line([place, target], .ink, width: 0.6))
      }
      let colour = parts[number].isCut ? Self.hatching : Self.border
      figure.shapes.append(
        Shape(
          form: .circle(place, radius: radius), fill: .paper, stroke: colour, strokeWidth: 0.8,
          title: name(parts[number])))
      figure.shapes.append(
        .text(
          "\(number + 1)", place.x, place.y + 2.7, .middle, size: number < 99 ? 7.5 : 6,
          isBold: true))
    }
  }

  /// Places at least so far from each other, each the nearest that is free to the one given: on
  /// square rings around it, ever wider; where there is none, the one given.
  private static func apart(
    _ targets: [Point?], _ distance: Double, in frame: MapFrame, _ radius: Double
  ) -> [Point?] {
    var taken: [Point] = []
    return targets.map { target -> Point? in
      guard let target else { return nil }
      let home = frame.kept(target, radius)
      let place = Self.around(home, step: distance / 2).first { spot in
        let kept = frame.kept(spot, radius)
        return abs(kept.x - spot.x) + abs(kept.y - spot.y) < 0.001
          && taken.allSatisfy { other in
            let (dx, dy) = (spot.x - other.x, spot.y - other.y)
            return (dx * dx + dy * dy).squareRoot() >= distance
          }
      }
      taken.append(place ?? home)
      return place ?? home
    }
  }

  /// A place, then places on square rings around it.
  private static func around(_ home: Point, step: Double) -> [Point] {
    var places = [home]
    for ring in 1...60 {
      for row in -ring...ring {
        for column in -ring...ring where max(abs(row), abs(column)) == ring {
          places.append(
            Point(x: home.x + Double(column) * step, y: home.y + Double(row) * step))
        }
      }
    }
    return places
  }

  /// A bar of a round number of kilometres, about a quarter of the frame.
  private func addScale(to figure: inout Figure, _ frame: MapFrame) {
    let most = frame.width / 3 / frame.scale
    var length = 1.0
    while length * 10 <= most { length *= 10 }
    while length > most { length /= 10 }
    if length * 5 <= most { length *= 5 } else if length * 2 <= most { length *= 2 }
    let y = frame.y + frame.height + 10
    let (from, to) = (frame.x, frame.x + length * frame.scale)
    for half in [0, 1] {
      let width = (to - from) / 2
      figure.shapes.append(
        .box(
          from + Double(half) * width, y - 3, width, 4, fill: half == 0 ? .ink : .paper,
          stroke: .ink))
    }
    let label = length >= 1000 ? "\(decimal(length / 1000)) km" : "\(decimal(length)) m"
    figure.shapes.append(.text(label, to + 5, y + 2, size: 8))
  }

  private func addList(to figure: inout Figure, x: Double, y: Double, width: Double) {
    let columns = (share: x + width - 62, own: x + width)
    let header = Colour(0x555555)
    figure.shapes += [
      .text("share of it", columns.share, y + 8, .end, size: 7.5, colour: header),
      .text("within", columns.share, y + 17, .end, size: 7.5, colour: header),
    ]
    // A long name stands in several lines, the last of which is level with the other column's.
    let own = TextWidth.wrapped("share of the \(words.names(side).one)", 58, size: 7.5)
    for (number, line) in own.enumerated() {
      figure.shapes.append(
        .text(
          line, columns.own, y + 17 - 9 * Double(own.count - 1 - number), .end, size: 7.5,
          colour: header))
    }
    for (number, part) in parts.enumerated() {
      let line = y + 32 + Double(number) * 13
      let colour = part.isCut ? Self.hatching : Colour.ink
      let room = columns.share - x - 18 - 52
      figure.shapes += [
        .text("\(number + 1)", x + 11, line, .end, size: 8.5, isBold: true, colour: colour),
        .text(
          TextWidth.fitted(name(part), room, size: 8.5), x + 17, line, size: 8.5, colour: colour),
        .text(
          part.isCut ? percent(part.share) : "all", columns.share, line, .end, size: 8.5,
          colour: colour),
        .text(percent(part.shareOfOwn), columns.own, line, .end, size: 8.5, colour: colour),
      ]
    }
  }

  private var legend: [(fill: Colour?, isHatched: Bool, isBorder: Bool, text: String)] {
    let other = words.names(side.opposite).one
    var legend: [(fill: Colour?, isHatched: Bool, isBorder: Bool, text: String)] = [
      (nil, false, true, "border of the \(words.names(side).one)")
    ]
    if parts.contains(where: { !$0.isCut }) {
      legend.append((Self.whole, false, false, "\(other) within as a whole"))
    }
    if parts.contains(where: \.isCut) {
      legend.append((Self.cut, true, false, "\(other) that the border cuts: the part within"))
      legend.append((Self.cut, false, false, "the same: the part beyond"))
    }
    legend.append((.pale, false, false, "other \(words.names(side.opposite).several)"))
    return legend
  }

  private var legendHeight: Double { Double(legend.count) * 14 }

  private func addLegend(to figure: inout Figure, x: Double, y: Double) {
    for (number, entry) in legend.enumerated() {
      let line = y + Double(number) * 14
      let box = [
        Point(x: x, y: line - 8), Point(x: x + 22, y: line - 8), Point(x: x + 22, y: line + 1),
        Point(x: x, y: line + 1), Point(x: x, y: line - 8),
      ]
      if entry.isBorder {
        figure.shapes.append(
          .line([Point(x: x, y: line - 3), Point(x: x + 22, y: line - 3)], Self.border, width: 1.8))
      } else {
        figure.shapes.append(Shape(form: .area([box]), fill: entry.fill))
        if entry.isHatched {
          for stretch in Scanlines(spacing: 4, isSlanted: true).stretches(in: [[box]]) {
            figure.shapes.append(.line([stretch.from, stretch.to], Self.hatching, width: 0.7))
          }
        }
        figure.shapes.append(.line(box, Self.between, width: 0.6))
      }
      figure.shapes.append(.text(entry.text, x + 29, line - 0.5, size: 8.5))
    }
  }
}

extension MapFrame {
  /// A place so moved that a circle around it lies in the frame.
  fileprivate func kept(_ point: Point, _ radius: Double) -> Point {
    Point(
      x: min(max(point.x, x + radius), x + width - radius),
      y: min(max(point.y, y + radius), y + height - radius))
  }
}
