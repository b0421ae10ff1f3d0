/// Puts words where nothing runs through them: those on lines beside another part of their line, and
/// those of frames elsewhere along the lower side of their frame.
///
/// Graphviz leaves room for words on lines where it first thought the line would run; other lines
/// then pass through them. Words that nothing touches stay where they are.
struct LabelPlacement {
  /// The most pairs of words and lines that are looked at; a larger picture keeps its words where
  /// the layout put them.
  private static let mostPairs = 400_000
  /// The space that must stay free around words, beyond what their box has.
  private static let room = 1.5
  /// What Graphviz and the table around the words add on every side.
  private static let margin = 3.0

  private let nodes: [Box]
  private let tracks: [Track]
  private var words: [Box] = []

  /// - Complexity: O(words · lines · candidates).
  static func place(in graph: inout LaidOutGraph) {
    let labelled = graph.edges.indices.filter { graph.edges[$0].words != nil }
    let framed = graph.frames.indices.filter {
      graph.frames[$0].words != nil && graph.frames[$0].name != LegendPlacement.frame
    }
    let count = labelled.count + framed.count
    guard count > 0, count * graph.edges.count <= mostPairs else { return }
    var placement = LabelPlacement(graph)
    placement.words = labelled.map { graph.edges[$0].words!.grown(by: -margin) }
    for frame in framed {
      guard let box = placement.free(graph.frames[frame]) else { continue }
      graph.move(wordsOfFrame: frame, to: box)
    }
    placement.words += framed.map { graph.frames[$0].words! }
    // What moves may free or take a place for others.
    for _ in 0..<2 {
      for (number, edge) in labelled.enumerated() {
        guard let box = placement.free(number, along: edge) else { continue }
        placement.words[number] = box
        graph.move(wordsOfEdge: edge, to: box.grown(by: margin))
      }
    }
  }

  private init(_ graph: LaidOutGraph) {
    nodes = graph.nodes.map(\.box).filter { $0.width > 1 }
    tracks = graph.edges.map(\.track)
  }

  // MARK: Frames

  /// The place nearest to where its words stand that no line runs through; nil for where they are.
  private func free(_ frame: LaidOutGraph.Frame) -> Box? {
    guard let words = frame.words else { return nil }
    func isCrossed(_ box: Box) -> Bool {
      tracks.contains { $0.crosses(box.grown(by: Self.room)) }
    }
    guard isCrossed(words) else { return nil }
    let least = frame.box.left + words.width / 2
    let most = frame.box.right - words.width / 2
    return stride(from: least, through: max(least, most), by: 3)
      .map { words.moved(toX: $0, y: words.y) }
      .sorted { abs($0.x - words.x) < abs($1.x - words.x) }
      .first { !isCrossed($0) }
  }

  // MARK: Lines

  private func isFree(_ box: Box, _ number: Int) -> Bool { fault(box, number) == 0 }

  /// How much is wrong with a place: nothing where it is free.
  private func fault(_ box: Box, _ number: Int) -> Double {
    let area = box.grown(by: Self.room)
    var fault = 0.0
    for node in nodes where node.overlaps(area) { fault += 1000 }
    for (other, words) in words.enumerated() where other != number && words.overlaps(area) {
      fault += 1000
    }
    for track in tracks where track.crosses(area) { fault += 100 }
    return fault
  }

  /// The best place beside a line; nil for where the words are.
  private func free(_ number: Int, along edge: Int) -> Box? {
    let box = words[number]
    let present = fault(box, number)
    guard present > 0 else { return nil }
    let track = tracks[edge]
    var best: (box: Box, cost: Double)?
    for (share, place, normal) in track.stations(40) where (0.06...0.94).contains(share) {
      for side in [1.0, -1] {
        for gap in [2.0, 7] {
          let away =
            abs(normal.x) * box.width / 2 + abs(normal.y) * box.height / 2 + track.half + gap
            + Self.room
          let candidate = box.moved(
            toX: place.x + side * normal.x * away, y: place.y + side * normal.y * away)
          // The middle of a line is where its words are looked for.
          let cost = fault(candidate, number) + abs(share - 0.5) * 10 + gap
          if cost < best?.cost ?? .infinity { best = (candidate, cost) }
        }
      }
    }
    guard let best, best.cost < present else { return nil }
    return best.box
  }
}

extension Track {
  /// Places along the line at equal distances: how far along, where, and the direction across.
  fileprivate func stations(_ count: Int) -> [(share: Double, place: Point, normal: Point)] {
    let pieces = zip(points, points.dropFirst()).map { start, end in
      let (dx, dy) = (end.x - start.x, end.y - start.y)
      return (start: start, dx: dx, dy: dy, length: (dx * dx + dy * dy).squareRoot())
    }
    let total = pieces.reduce(0) { $0 + $1.length }
    guard total > 0 else { return [] }
    var stations: [(share: Double, place: Point, normal: Point)] = []
    var passed = 0.0
    var next = 0
    for piece in pieces where piece.length > 0 {
      while next <= count, total * Double(next) / Double(count) <= passed + piece.length {
        let along = (total * Double(next) / Double(count) - passed) / piece.length
        stations.append(
          (
            Double(next) / Double(count),
            Point(x: piece.start.x + piece.dx * along, y: piece.start.y + piece.dy * along),
            Point(x: -piece.dy / piece.length, y: piece.dx / piece.length)
          ))
        next += 1
      }
      passed += piece.length
    }
    return stations
  }
}
