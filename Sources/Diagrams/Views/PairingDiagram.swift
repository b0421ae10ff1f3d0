import GovernanceAnalysis

/// Who is cut by whom: on the left the units that lie in several units of another geography, on the
/// right those units, and between them lines as thick as the shares that they name.
public struct PairingDiagram: Sendable {
  /// What it is of.
  public let title: String
  /// What it shows, in sentences.
  public let lines: [String]
  /// The picture, to be laid out by the `dot` engine.
  public let document: DotDocument

  /// How many split units a picture may have.
  public static let limit = 60

  /// Draws the side of an overlap of which fewer units are split: there a split is what is unusual.
  ///
  /// - Parameters:
  ///   - names: what one unit of each side is called, and several.
  ///   - preface: when, and by what measure.
  ///   - attribution: whose data it is.
  ///   - sliver: parts that are no larger are left out.
  /// - Complexity: O(pairs · log pairs).
  public init(
    of table: OverlapTable,
    names: (from: (one: String, several: String), to: (one: String, several: String)),
    preface: [String], attribution: [String], sliver: SliverTolerance
  ) {
    let sides = OverlapTable.Side.allCases.map {
      (side: $0, split: table.split($0, sliver: sliver))
    }
    let chosen =
      sides.filter { !$0.split.isEmpty }.min { $0.split.count < $1.split.count } ?? sides[0]
    let side = chosen.side
    let (own, others) = side == .from ? (names.from, names.to) : (names.to, names.from)
    func smaller(_ unit: SplitUnit) -> Double {
      unit.parts.dropFirst().reduce(0) { $0 + table.size($1.common) }
    }
    let shown = chosen.split.sorted { left, right in
      let sizes = (smaller(left), smaller(right))
      return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : left.unit < right.unit
    }.prefix(Self.limit).sorted { $0.unit < $1.unit }
    title =
      "\(own.several.prefix(1).uppercased())\(own.several.dropFirst()) in several \(others.several)"
    let count = chosen.split.count
    let all = table.layer(side).units.count
    let summary =
      count == 0
      ? "None of \(all) \(own.several) lies in several \(others.several)."
      : "\(count) of \(all) \(own.several) \(count == 1 ? "lies" : "lie") in several \(others.several)"
        + (shown.count < count
          ? "; drawn are the \(shown.count) with most beyond their largest part." : ".")
    var lines = preface + [summary]
    for unit in shown {
      let parts = unit.parts.map { pair in
        let other = table.layer(side.opposite).units[pair.unit(on: side.opposite)]
        return other.name + " " + Self.percent(table.share(pair, of: side))
      }
      lines.append(
        "\(table.layer(side).units[unit.unit].name): \(parts.joined(separator: ", ")).")
    }
    self.lines = lines + attribution
    document = Self.document(
      table, side, shown, title: title, preface: preface + [summary], (own, others),
      attribution: attribution)
  }

  private static func document(
    _ table: OverlapTable, _ side: OverlapTable.Side, _ shown: [SplitUnit], title: String,
    preface: [String],
    _ names: (own: (one: String, several: String), others: (one: String, several: String)),
    attribution: [String]
  ) -> DotDocument {
    var heading: [HTMLText] = [
      .font(HTMLFont(size: 24), [.bold([.text(title)])]), .lineBreak(.left),
    ]
    let reading = [
      "\(names.own.several.prefix(1).uppercased())\(names.own.several.dropFirst()) stand on the left, "
        + "\(names.others.several) on the right.",
      "Each line names the share of the \(names.own.one) and is as thick as it.",
    ]
    for line in preface + reading {
      heading += [.font(HTMLFont(size: 12, color: "#555555"), [.text(line)]), .lineBreak(.left)]
    }
    for line in attribution.joined(separator: " ").wrapped(at: 150) {
      heading += [.font(HTMLFont(size: 8, color: "#555555"), [.text(line)]), .lineBreak(.left)]
    }
    heading += [.lineBreak(.left)]
    var document = DotDocument(
      name: title,
      attributes: [
        .rankdir(.leftToRight), .splines(.spline), .nodesep(0.12), .ranksep(0.9), .pad(0.3),
        .fontname(PictureStyle.font), .label(HTMLLabel(heading)), .labelloc(.top),
        .labeljust(.left), .outputorder(.nodesOnTop), .bgcolor("#FFFFFF"),
      ],
      nodeDefaults: [
        .fontname(PictureStyle.font), .fontsize(12), .color("#333333"), .penwidth(1),
        .margin(0.08), .height(0.35), .shape(.box), .style(.filled),
      ],
      edgeDefaults: [.fontname(PictureStyle.font), .fontsize(10), .dir(.none)])
    var others: [Int] = []
    for unit in shown {
      let known = table.layer(side).units[unit.unit]
      document.addNode(
        "own " + known.id,
        [.label(known.name.wrapped(at: 30).joined(separator: "\n")), .fillcolor("#FBE3CC")])
      for pair in unit.parts {
        let place = pair.unit(on: side.opposite)
        if !others.contains(place) { others.append(place) }
        let share = table.share(pair, of: side)
        addLine(
          from: "own " + known.id, to: "other " + table.layer(side.opposite).units[place].id, share,
          &document)
      }
    }
    for place in others.sorted() {
      let known = table.layer(side.opposite).units[place]
      document.addNode(
        "other " + known.id,
        [.label(known.name.wrapped(at: 30).joined(separator: "\n")), .fillcolor("#D3E3F1")])
    }
    document.addRankGroup(shown.map { "own " + table.layer(side).units[$0.unit].id })
    document.addRankGroup(others.map { "other " + table.layer(side.opposite).units[$0].id })
    return document
  }

  /// A line that stands in its own words' way nowhere: they are a node in its middle.
  private static func addLine(
    from: String, to: String, _ share: Double, _ document: inout DotDocument
  ) {
    let middle = "share \(from) \(to)"
    let look: DotAttributes = [
      .penwidth(((0.6 + 6 * share) * 100).rounded() / 100), .color("#C4570A"),
    ]
    document.addNode(
      middle,
      [
        .label(percent(share)), .shape(.plain), .fillcolor("#FFFFFF"), .fontsize(10), .height(0.2),
      ])
    document.addEdge(from: from, to: middle, look)
    document.addEdge(from: middle, to: to, look)
  }

  /// Never rounded up to all or down to nothing.
  private static func percent(_ share: Double) -> String {
    let whole = Int((share * 100).rounded())
    if whole == 0, share > 0 { return "under 1 %" }
    if whole == 100, share < 1 { return "over 99 %" }
    return "\(whole) %"
  }
}
