/// Puts the legend of a drawing below it or beside it, whichever lets both be larger on their sheet,
/// and the title above them.
///
/// The samples of kinds stand in one grid, those of lines in another, and the words of the caption
/// below or beside them. Samples are known by the names of their nodes: `legend kind 3`, and
/// `legend 3 A`, `legend 3 B`, `legend 3 words`.
struct LegendPlacement {
  /// The name of the frame of a legend.
  static let frame = "cluster_legend"
  /// The space between the picture, the title and the legend.
  private static let gap = 20.0
  private static let padding = 14.0

  /// Something of the legend that is put somewhere as one.
  private struct Sample {
    /// Nodes, each with how far right of the sample's left side it begins.
    var nodes: [(index: Int, left: Double)] = []
    var width = 0.0
    var height = 0.0

    mutating func add(_ index: Int, _ box: Box, after gap: Double) {
      let left = nodes.isEmpty ? 0 : width + gap
      nodes.append((index, left))
      width = left + box.width
      height = max(height, box.height)
    }
  }

  /// Samples in columns of one width.
  private struct Grid {
    /// The top left corner of each sample's place, from the grid's own, y downwards.
    var places: [(x: Double, y: Double, height: Double)] = []
    var width = 0.0
    var height = 0.0

    init(_ samples: [Sample], within room: Double, across: Double, down: Double) {
      guard !samples.isEmpty else { return }
      let cell = samples.map(\.width).max()!
      let most = max(1, Int((room + across) / (cell + across)))
      let rows = (samples.count + most - 1) / most
      // As many columns as these rows need, so that the last row is about as long as the others.
      let columns = (samples.count + rows - 1) / rows
      var y = 0.0
      for start in stride(from: 0, to: samples.count, by: columns) {
        let row = samples[start..<min(start + columns, samples.count)]
        let height = row.map(\.height).max()!
        for column in row.indices {
          places.append((Double(column - start) * (cell + across), y, height))
        }
        y += height + down
      }
      width = Double(columns) * (cell + across) - across
      height = y - down
    }
  }

  /// A legend of a width: where its parts stand in it, y downwards from its top.
  private struct Panel {
    let kinds: Grid
    let lines: Grid
    let linesTop: Double
    /// The top left corner of the caption.
    let caption: (x: Double, y: Double)
    let width: Double
    let height: Double
    /// Whether nothing sticks out.
    let fits: Bool
  }

  /// What a legend is made of.
  private struct Parts {
    let kinds: [Sample]
    let lines: [Sample]
    let caption: (width: Double, height: Double)

    func panel(_ width: Double, _ isSideBySide: Bool) -> Panel {
      let inner = width - 2 * LegendPlacement.padding
      let room = isSideBySide ? inner - caption.width - 2 * LegendPlacement.gap : inner
      let kinds = Grid(kinds, within: room, across: 14, down: 8)
      let lines = Grid(lines, within: room, across: 22, down: 8)
      let linesTop = LegendPlacement.padding + (kinds.height > 0 ? kinds.height + 14 : 0)
      let samplesBottom = linesTop + (lines.height > 0 ? lines.height + 10 : 0)
      let samplesFit = max(kinds.width, lines.width) <= room
      if isSideBySide {
        return Panel(
          kinds: kinds, lines: lines, linesTop: linesTop,
          caption: (width - LegendPlacement.padding - caption.width, LegendPlacement.padding),
          width: width,
          height: max(samplesBottom, LegendPlacement.padding + caption.height)
            + LegendPlacement.padding,
          fits: samplesFit)
      }
      return Panel(
        kinds: kinds, lines: lines, linesTop: linesTop,
        caption: (LegendPlacement.padding, samplesBottom),
        width: width, height: samplesBottom + caption.height + LegendPlacement.padding,
        fits: samplesFit)
    }
  }

  /// The whole drawing with a legend somewhere.
  private struct Arrangement {
    let panel: Panel
    let isBeside: Bool
    let width: Double
    let height: Double

    func scale(on sheet: (width: Double, height: Double)) -> Double {
      min(sheet.width / width, sheet.height / height)
    }
  }

  private let parts: Parts
  /// Around everything but title and legend.
  private let main: Box
  private let legend: Int
  private let arrangement: Arrangement

  /// - Parameter sheet: what a drawing may take, in any unit; only its shape counts.
  /// - Returns: nil for a drawing without a legend of its own.
  init?(_ graph: LaidOutGraph, on sheet: (width: Double, height: Double)) {
    guard let legend = graph.frames.firstIndex(where: { $0.name == Self.frame }) else { return nil }
    self.legend = legend
    let members = graph.frames[legend].nodes
    let samples = Self.samples(graph, members)
    main = Self.main(of: graph, without: members)
    guard !main.isNothing else { return nil }
    let caption = graph.frames[legend].words.map { ($0.width, $0.height) } ?? (0, 0)
    let title = graph.title.map { ($0.width, $0.height) } ?? (0, 0)
    parts = Parts(kinds: samples.kinds, lines: samples.lines, caption: caption)
    // Below the picture, across all of it.
    let across = max(main.width, title.0, caption.0 + 2 * Self.padding)
    let top = title.1 + Self.gap
    var arrangements: [Arrangement] = []
    for isSideBySide in [false, true] {
      let panel = parts.panel(across, isSideBySide)
      arrangements.append(
        Arrangement(
          panel: panel, isBeside: false, width: across,
          height: top + main.height + Self.gap + panel.height))
    }
    // Beside it, as wide as the caption, or wider where there are many samples.
    for share in [1.0, 1.25, 1.5, 2] {
      let panel = parts.panel(caption.0 * share + 2 * Self.padding, false)
      arrangements.append(
        Arrangement(
          panel: panel, isBeside: true,
          width: max(main.width + 1.5 * Self.gap + panel.width, title.0),
          height: top + max(main.height, panel.height)))
    }
    // What is hardly better does not count: the same order in pictures that are much alike.
    var best = arrangements[0]
    for arrangement in arrangements.dropFirst() where arrangement.panel.fits {
      let gain = arrangement.scale(on: sheet) / best.scale(on: sheet)
      let isLower = arrangement.height < 0.95 * best.height
      if !best.panel.fits || gain > 1.03 || gain > 0.98 && isLower { best = arrangement }
    }
    arrangement = best
  }

  private static func samples(
    _ graph: LaidOutGraph, _ members: Set<String>
  ) -> (kinds: [Sample], lines: [Sample]) {
    var kinds: [(number: Int, sample: Sample)] = []
    // Of each line its ends and its words.
    var parts: [(number: Int, part: Int, index: Int)] = []
    for (index, node) in graph.nodes.enumerated() where members.contains(node.name) {
      let words = node.name.split(separator: " ")
      if words.count == 3, words[1] == "kind", let number = Int(words[2]) {
        var sample = Sample()
        sample.add(index, node.box, after: 0)
        kinds.append((number, sample))
      } else if words.count == 3, let number = Int(words[1]),
        let part = ["A", "B", "words"].firstIndex(of: words[2])
      {
        parts.append((number, part, index))
      }
    }
    var lines: [Sample] = []
    var number: Int?
    var end = 0.0
    for part in parts.sorted(by: { ($0.number, $0.part) < ($1.number, $1.part) }) {
      if part.number != number { lines.append(Sample()) }
      number = part.number
      let box = graph.nodes[part.index].box
      lines[lines.count - 1].add(part.index, box, after: part.part == 1 ? box.left - end : 6)
      end = box.right
    }
    return (kinds.sorted { $0.number < $1.number }.map(\.sample), lines)
  }

  /// What is seen of the picture itself. The nodes that only hold rows apart have no size.
  private static func main(of graph: LaidOutGraph, without members: Set<String>) -> Box {
    var box = Box.nothing
    for node in graph.nodes where node.box.width > 1 && !members.contains(node.name) {
      box.include(node.box)
    }
    for edge in graph.edges where !members.contains(graph.nodes[edge.tail].name) {
      box.include(edge.track.box)
      if let words = edge.words { box.include(words) }
    }
    for frame in graph.frames where frame.name != Self.frame {
      box.include(frame.box)
      // They may have been put outside it.
      if let words = frame.words { box.include(words.grown(by: -4)) }
    }
    return box
  }

  // MARK: Filling a sheet

  /// How much higher the picture may become without being drawn smaller on its sheet.
  func spareHeight(on sheet: (width: Double, height: Double)) -> Double {
    let scale = arrangement.scale(on: sheet)
    let spare = sheet.height / scale - arrangement.height
    return arrangement.isBeside ? spare + max(0, arrangement.panel.height - main.height) : spare
  }

  /// How many gaps there are between the levels of the picture.
  static func gaps(_ graph: LaidOutGraph) -> Int {
    let members = graph.frames.first { $0.name == Self.frame }?.nodes ?? []
    let levels = graph.nodes.filter { $0.box.width > 1 && !members.contains($0.name) }
      .map { $0.box.y.rounded() }
    return max(0, Set(levels).count - 1)
  }

  // MARK: Placing

  func place(in graph: inout LaidOutGraph) {
    let panel = arrangement.panel
    let left = arrangement.isBeside ? main.right + 1.5 * Self.gap : main.left
    let top = arrangement.isBeside ? main.top : main.bottom - Self.gap
    put(parts.kinds, panel.kinds, left: left + Self.padding, top: top - Self.padding, &graph)
    put(parts.lines, panel.lines, left: left + Self.padding, top: top - panel.linesTop, &graph)
    let frame = Box(
      left: left, bottom: top - panel.height, right: left + panel.width, top: top)
    graph.set(boxOfFrame: legend, frame)
    if let words = graph.frames[legend].words {
      graph.move(
        wordsOfFrame: legend,
        to: words.moved(
          toX: left + panel.caption.x + words.width / 2,
          y: top - panel.caption.y - words.height / 2))
    }
    var all = main
    all.include(frame)
    if let title = graph.title {
      let place = title.moved(
        toX: main.left + title.width / 2, y: all.top + Self.gap + title.height / 2)
      graph.move(titleTo: place)
      all.include(place)
    }
    graph.set(box: all)
  }

  private func put(
    _ samples: [Sample], _ grid: Grid, left: Double, top: Double, _ graph: inout LaidOutGraph
  ) {
    // By node; the edges of samples go with the nodes that they leave.
    var shifts = [Point?](repeating: nil, count: graph.nodes.count)
    for (sample, place) in zip(samples, grid.places) {
      let middle = top - place.y - place.height / 2
      for (index, offset) in sample.nodes {
        let box = graph.nodes[index].box
        let x = left + place.x + offset + box.width / 2
        shifts[index] = Point(x: x - box.x, y: middle - box.y)
        graph.move(node: index, toX: x, y: middle)
      }
    }
    for index in graph.edges.indices {
      guard let shift = shifts[graph.edges[index].tail] else { continue }
      graph.move(edge: index, x: shift.x, y: shift.y)
    }
  }
}
