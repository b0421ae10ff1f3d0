import GovernanceAnalysis

/// A heat map of an overlap: a row for each unit of the geography with more units, a column for each
/// of the other, and in each field how much of the row's unit lies in the column's.
///
/// Rows stand by the column that has most of them, so that the fields form a staircase; each column
/// is named on its step, and what lies off the stairs is what borders cut.
public struct MatrixFigure {
  private let table: OverlapTable
  private let words: FigureWords
  private let sliver: SliverTolerance
  private let rowSide: OverlapTable.Side
  /// The units of the columns, in order.
  private let columns: [Int]
  private let rows: [Row]
  /// Whether there are too many units to draw all.
  private let showsSplitAlone: Bool

  /// A unit with its parts that are no slivers, the largest first.
  private struct Row {
    let unit: Int
    let parts: [OverlapTable.Pair]
  }

  /// How many rows a picture may have.
  public static let limit = 400

  /// The figure of an overlap.
  ///
  /// - Parameter sliver: parts that are no larger are left out.
  /// - Complexity: O(pairs · log pairs).
  public static func figure(
    of table: OverlapTable, _ words: FigureWords, sliver: SliverTolerance
  ) -> Figure {
    MatrixFigure(table, words, sliver).drawn()
  }

  private init(_ table: OverlapTable, _ words: FigureWords, _ sliver: SliverTolerance) {
    self.table = table
    self.words = words
    self.sliver = sliver
    let side: OverlapTable.Side = table.from.units.count >= table.to.units.count ? .from : .to
    rowSide = side
    let all = table.parts(of: side).enumerated().map { unit, parts in
      Row(unit: unit, parts: parts.filter { table.share($0, of: side) > sliver.share })
    }.filter { !$0.parts.isEmpty }
    // Where there are too many rows, those that tell something.
    let split = all.filter { $0.parts.count > 1 }
    showsSplitAlone = all.count > Self.limit
    let shown = showsSplitAlone ? Array(split.prefix(Self.limit)) : all
    let met = Set(shown.flatMap { $0.parts.map { $0.unit(on: side.opposite) } })
    columns = met.sorted()
    rows = shown.sorted { left, right in
      let places = (
        left.parts[0].unit(on: side.opposite), right.parts[0].unit(on: side.opposite)
      )
      return places.0 != places.1 ? places.0 < places.1 : left.unit < right.unit
    }
  }

  private func name(_ unit: Int, _ side: OverlapTable.Side) -> String {
    table.layer(side).units[unit].name
  }

  // MARK: In words

  private var title: String {
    "\(capitalised(words.names(rowSide).several)) by "
      + "\(words.names(rowSide.opposite).one)"
  }

  private func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private var lines: [String] {
    let all = table.layer(rowSide).units.count
    let split = rows.filter { $0.parts.count > 1 }
    var lines = words.preface
    lines.append(
      "Of \(all) \(words.names(rowSide).several), \(split.count) lie in several "
        + "\(words.names(rowSide.opposite).several)"
        + (sliver.share > 0 ? ", parts of up to \(decimal(sliver.share * 100)) % left out." : "."))
    if rows.count < all {
      lines.append(
        "\(rows.count) are drawn: "
          + (showsSplitAlone
            ? "there are too many for a picture, and these lie in several."
            : "where the others lie is not recorded, or they lie in none."))
    }
    for row in split {
      let parts = row.parts.map { pair in
        "\(name(pair.unit(on: rowSide.opposite), rowSide.opposite)) "
          + percent(table.share(pair, of: rowSide))
      }
      lines.append("\(name(row.unit, rowSide)): \(parts.joined(separator: ", ")).")
    }
    for column in columns {
      let whole = rows.filter {
        $0.parts.count == 1 && $0.parts[0].unit(on: rowSide.opposite) == column
      }
      guard !whole.isEmpty else { continue }
      let names = whole.map { name($0.unit, rowSide) }.joined(separator: ", ")
      lines.append("Only in \(name(column, rowSide.opposite)): \(names).")
    }
    return lines + words.attribution
  }

  // MARK: Drawn

  private static let margin = 28.0
  private static let field = (width: 17.0, height: 10.0)
  private static let whole = (Colour(0xDCE8F3), Colour(0x2C6AA0))
  private static let cut = (Colour(0xFBE3CC), Colour(0xC4570A))

  private func drawn() -> Figure {
    let (margin, field) = (Self.margin, Self.field)
    let labels = min(
      190, rows.map { TextWidth.of(name($0.unit, rowSide), size: 7.5) }.max() ?? 0)
    let left = margin + labels + 6
    let preface = words.preface + [legendWords]
    let top = margin + 26 + Double(preface.count) * 13 + 44
    let matrix = (
      width: Double(columns.count) * field.width, height: Double(rows.count) * field.height
    )
    let steps = steps()
    let overhang =
      steps.map { step in
        step.x + TextWidth.of(step.name, size: 7.5, isBold: true) - matrix.width
      }.max() ?? 0
    let attribution = words.attribution
    let width = max(left + matrix.width + max(overhang, 0) + margin, 480)
    let room = width - 2 * margin
    let small = attribution.flatMap { TextWidth.wrapped($0, room, size: 7) }
    let height = top + matrix.height + 30 + Double(small.count) * 9 + margin
    var figure = Figure(title: title, lines: lines, width: width, height: height)

    figure.addHeading(title, preface, margin: margin)
    addLegend(to: &figure, x: margin, y: margin + 32 + Double(preface.count) * 13 - 4)
    addFrame(to: &figure, left: left, top: top, matrix.width, matrix.height)
    addFields(to: &figure, left: left, top: top)
    for step in steps {
      figure.shapes.append(
        .text(
          step.name, left + step.x, top + (Double(step.row) + 0.78) * field.height, size: 7.5,
          isBold: true, colour: Colour(0x333333)))
    }
    figure.addFootnotes(small, x: margin, y: top + matrix.height + 30)
    return figure
  }

  private var legendWords: String {
    "Each field: how much of the \(words.names(rowSide).one) lies in the "
      + "\(words.names(rowSide.opposite).one). Columns are named on their step."
  }

  /// The name of each column, beside the first row of its group.
  private func steps() -> [(name: String, row: Int, x: Double)] {
    var steps: [(name: String, row: Int, x: Double)] = []
    var named: Set<Int> = []
    for (number, row) in rows.enumerated() {
      let unit = row.parts[0].unit(on: rowSide.opposite)
      guard named.insert(unit).inserted else { continue }
      // To the right of everything in the row.
      let last =
        row.parts.compactMap { columns.firstIndex(of: $0.unit(on: rowSide.opposite)) }
        .max() ?? 0
      steps.append(
        (
          name: "\(columns.firstIndex(of: unit)! + 1) \(name(unit, rowSide.opposite))",
          row: number, x: Double(last + 1) * Self.field.width + 4
        ))
    }
    return steps
  }

  private func addFrame(
    to figure: inout Figure, left: Double, top: Double, _ width: Double, _ height: Double
  ) {
    let field = Self.field
    for column in columns.indices {
      let x = left + (Double(column) + 0.5) * field.width
      for y in [top - 5, top + height + 10] {
        figure.shapes.append(
          .text("\(column + 1)", x, y, .middle, size: 7, colour: Colour(0x555555)))
      }
    }
    for column in 0...columns.count where column % 5 == 0 || column == columns.count {
      let x = left + Double(column) * field.width
      figure.shapes.append(
        .line([Point(x: x, y: top), Point(x: x, y: top + height)], Colour(0xDDDDDD), width: 0.4))
    }
    var before: Int?
    for (number, row) in rows.enumerated() {
      let group = row.parts[0].unit(on: rowSide.opposite)
      if group != before {
        let y = top + Double(number) * field.height
        figure.shapes.append(
          .line([Point(x: left, y: y), Point(x: left + width, y: y)], Colour(0xDDDDDD), width: 0.4))
      }
      before = group
    }
    figure.shapes.append(
      .line(
        [Point(x: left, y: top + height), Point(x: left + width, y: top + height)],
        Colour(0xDDDDDD), width: 0.4))
  }

  private func addFields(to figure: inout Figure, left: Double, top: Double) {
    let field = Self.field
    let place = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    for (number, row) in rows.enumerated() {
      let y = top + Double(number) * field.height
      let isCut = row.parts.count > 1
      figure.shapes.append(
        .text(
          TextWidth.fitted(name(row.unit, rowSide), 190, size: 7.5), left - 5,
          y + 0.76 * field.height,
          .end, size: 7.5, colour: isCut ? Self.cut.1 : .ink))
      for pair in row.parts {
        let unit = pair.unit(on: rowSide.opposite)
        let share = table.share(pair, of: rowSide)
        let x = left + Double(place[unit]!) * field.width
        let colours = isCut ? Self.cut : Self.whole
        figure.shapes.append(
          .box(
            x + 0.5, y + 0.5, field.width - 1, field.height - 1,
            fill: Colour.mix(colours.0, colours.1, share),
            title:
              "\(name(row.unit, rowSide)) in \(name(unit, rowSide.opposite)): \(percent(share))"
          ))
        if isCut {
          figure.shapes.append(
            .text(
              share < 0.005 ? "<1" : "\(min(99, max(1, Int((share * 100).rounded()))))",
              x + field.width / 2, y + 0.76 * field.height, .middle, size: 7,
              colour: share > 0.55 ? .paper : .ink))
        }
      }
    }
  }

  private func addLegend(to figure: inout Figure, x: Double, y: Double) {
    let row = words.names(rowSide).one
    let column = words.names(rowSide.opposite)
    var x = x
    func add(_ colours: (Colour, Colour), _ shares: [Double], _ text: String) {
      for share in shares {
        figure.shapes.append(
          .box(x, y, 16, 9, fill: Colour.mix(colours.0, colours.1, share)))
        x += 17
      }
      figure.shapes.append(.text(text, x + 3, y + 7.5, size: 8))
      x += TextWidth.of(text, size: 8) + 20
    }
    add(Self.whole, [1], "\(row) in one \(column.one)")
    add(Self.cut, [0.1, 0.5, 0.9], "\(row) in several, with the share in percent")
  }
}
