/// Puts words where nothing runs through them: those on lines beside another part of their line, and
/// those of frames elsewhere along the lower side of their frame.
///
/// Graphviz leaves room for words on lines where it first thought the line would run; other lines
/// then pass through them. Words that nothing touches stay where they are.
struct LabelPlacement {
  /// The most words that are looked at; a larger picture keeps its words where the layout put them.
  private static let mostWords = 2_000
  /// The space that must stay free around words, beyond what their box has.
  private static let room = 1.5
  /// How far words may stand from their line: no farther than must be.
  private static let gaps = [2.0, 7, 15, 26, 40]
  /// What Graphviz and the table around the words add on every side.
  private static let margin = 3.0

  private let nodes: [Box]
  private let tracks: [Track]
  /// Half the width of each line.
  private let halves: [Double]
  private var words: [Box] = []
  private var nodeGrid: BoxGrid
  private var pieceGrid: BoxGrid
  private var wordGrid: BoxGrid
  /// The pieces of lines, by the numbers under which they are in the grid.
  private var pieces: [(track: Int, start: Point, end: Point)] = []
  /// For each line, and each node, the last question in which it was met.
  private var lastMet: [Int]
  private var lastMetNode: [Int]
  private var question = 0

  /// - Complexity: O(words · candidates · what lies near each), and O(V + E) to enter it.
  static func place(in graph: inout LaidOutGraph) {
    let labelled = graph.edges.indices.filter { graph.edges[$0].words != nil }
    let framed = graph.frames.indices.filter {
      graph.frames[$0].words != nil && graph.frames[$0].name != LegendPlacement.frame
    }
    let count = labelled.count + framed.count
    guard count > 0, count <= mostWords else { return }
    var placement = LabelPlacement(graph, words: count)
    for edge in labelled { placement.add(graph.edges[edge].words!.grown(by: -margin)) }
    for frame in framed {
      guard let box = placement.free(graph.frames[frame]) else { continue }
      graph.move(wordsOfFrame: frame, to: box)
    }
    for frame in framed { placement.add(graph.frames[frame].words!) }
    // What moves may free or take a place for others.
    for _ in 0..<2 {
      var isMoved = false
      for (number, edge) in labelled.enumerated() {
        guard let box = placement.free(number, along: edge) else { continue }
        isMoved = true
        placement.move(number, to: box)
        graph.move(wordsOfEdge: edge, to: box.grown(by: margin))
      }
      if !isMoved { break }
    }
  }

  private init(_ graph: LaidOutGraph, words count: Int) {
    nodes = graph.nodes.map(\.box).filter { $0.width > 1 }
    tracks = graph.edges.map(\.track)
    halves = tracks.map(\.half)
    var all = graph.box
    for box in nodes { all.include(box) }
    nodeGrid = BoxGrid(over: all, count: nodes.count)
    for (number, box) in nodes.enumerated() { nodeGrid.insert(number, box) }
    wordGrid = BoxGrid(over: all, count: count)
    let corners = tracks.reduce(0) { $0 + $1.points.count }
    pieceGrid = BoxGrid(over: all, count: corners)
    pieces.reserveCapacity(corners)
    lastMet = Array(repeating: 0, count: tracks.count)
    lastMetNode = Array(repeating: 0, count: nodes.count)
    for (number, track) in tracks.enumerated() {
      for place in track.points.indices.dropFirst() {
        let (start, end) = (track.points[place - 1], track.points[place])
        pieceGrid.insert(pieces.count, Box(around: start, end).grown(by: track.half))
        pieces.append((number, start, end))
      }
    }
  }

  private mutating func add(_ box: Box) {
    wordGrid.insert(words.count, box)
    words.append(box)
  }

  private mutating func move(_ number: Int, to box: Box) {
    wordGrid.remove(number, words[number])
    wordGrid.insert(number, box)
    words[number] = box
  }

  // MARK: Frames

  /// The place nearest to where its words stand that no line runs through, below or above the frame
  /// where there is none in it; nil for where they are.
  private mutating func free(_ frame: LaidOutGraph.Frame) -> Box? {
    guard let words = frame.words, isTaken(words) else { return nil }
    let least = frame.box.left + words.width / 2
    let most = max(least, frame.box.right - words.width / 2)
    // Only dot leaves room for them in the frame.
    let below = frame.box.bottom - words.height / 2 - 2
    for y in [words.y, below, frame.box.top + words.height / 2 + 2] {
      let places = stride(from: least, through: most, by: 3).map { words.moved(toX: $0, y: y) }
        .sorted { abs($0.x - words.x) < abs($1.x - words.x) }
      for place in places where !isTaken(place) { return place }
    }
    return nil
  }

  private mutating func isTaken(_ box: Box) -> Bool {
    crossings(of: box.grown(by: Self.room), atMost: 1) > 0 || covered(by: box) > 0
  }

  // MARK: Lines

  /// How many lines run through a box; no more are counted than are asked for.
  private mutating func crossings(of area: Box, atMost most: Int) -> Int {
    question += 1
    var found = 0
    let grid = pieceGrid
    grid.visit(area) { number in
      let piece = pieces[number]
      guard lastMet[piece.track] != question,
        Track.crosses(piece.start, piece.end, area.grown(by: halves[piece.track]))
      else { return true }
      lastMet[piece.track] = question
      found += 1
      return found < most
    }
    return found
  }

  /// How many nodes lie in a box.
  private mutating func covered(by area: Box) -> Int {
    question += 1
    var found = 0
    let grid = nodeGrid
    grid.visit(area) { node in
      if lastMetNode[node] != question, nodes[node].overlaps(area) {
        lastMetNode[node] = question
        found += 1
      }
      return true
    }
    return found
  }

  /// How much is wrong with a place: nothing where it is free.
  ///
  /// - Parameter limit: what is as much wrong as this need not be looked at further.
  private mutating func fault(_ box: Box, _ number: Int, below limit: Double) -> Double {
    let area = box.grown(by: Self.room)
    var others: [Int] = []
    let grid = wordGrid
    grid.visit(area) { other in
      if other != number, words[other].overlaps(area), !others.contains(other) {
        others.append(other)
      }
      return true
    }
    let fault = Double(covered(by: area) + others.count) * 1000
    if fault >= limit { return fault }
    let most = limit < .infinity ? Int((limit - fault) / 100) + 1 : .max
    return fault + Double(crossings(of: area, atMost: most)) * 100
  }

  /// The best place beside a line; nil for where the words are.
  private mutating func free(_ number: Int, along edge: Int) -> Box? {
    let box = words[number]
    let present = fault(box, number, below: .infinity)
    guard present > 0 else { return nil }
    let track = tracks[edge]
    var best: (box: Box?, cost: Double) = (nil, present)
    for (share, place, normal) in track.stations(40) where (0.06...0.94).contains(share) {
      for side in [1.0, -1] {
        for gap in Self.gaps {
          // The middle of a line is where its words are looked for.
          let least = abs(share - 0.5) * 10 + gap
          guard least < best.cost else { continue }
          let away =
            abs(normal.x) * box.width / 2 + abs(normal.y) * box.height / 2 + track.half + gap
            + Self.room
          let candidate = box.moved(
            toX: place.x + side * normal.x * away, y: place.y + side * normal.y * away)
          let cost = fault(candidate, number, below: best.cost) + least
          if cost < best.cost { best = (candidate, cost) }
        }
      }
    }
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
