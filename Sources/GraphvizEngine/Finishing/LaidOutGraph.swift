import CGraphviz

/// What a layout made of a graph, in points, y upwards; read once, and moved here and there as one.
struct LaidOutGraph {
  struct Node {
    let name: String
    fileprivate let handle: OpaquePointer
    var box: Box
  }

  struct Edge {
    let tail: Int
    let head: Int
    fileprivate let handle: OpaquePointer
    var track: Track
    /// Around its words.
    var words: Box?
  }

  struct Frame {
    let name: String
    fileprivate let handle: OpaquePointer
    var box: Box
    var words: Box?
    /// What stands in it.
    let nodes: Set<String>
  }

  let handle: OpaquePointer
  private(set) var nodes: [Node] = []
  /// Those that are seen.
  private(set) var edges: [Edge] = []
  private(set) var frames: [Frame] = []
  /// Around the title.
  private(set) var title: Box?
  private(set) var box: Box

  /// - Complexity: O(V + E).
  init(_ graph: OpaquePointer) {
    handle = graph
    box = Box(cgraphviz_box_of(graph))
    title = Box(cgraphviz_words_of(graph))
    var positions: [OpaquePointer: Int] = [:]
    var next = cgraphviz_first_node(graph)
    while let node = next {
      let place = cgraphviz_place_of(node)
      positions[node] = nodes.count
      nodes.append(
        Node(
          name: String(cString: place.name), handle: node,
          box: Box(x: place.x, y: place.y, width: place.width, height: place.height)))
      next = cgraphviz_node_after(graph, node)
    }
    for tail in nodes.indices {
      var next = cgraphviz_first_edge(graph, nodes[tail].handle)
      while let edge = next {
        next = cgraphviz_edge_after(graph, edge)
        guard let head = cgraphviz_head_of(edge).flatMap({ positions[$0] }),
          Self.text("style", of: edge) != "invis"
        else { continue }
        edges.append(
          Edge(
            tail: tail, head: head, handle: edge, track: Self.track(of: edge),
            words: Box(cgraphviz_words_on(edge))))
      }
    }
    for index in 0..<cgraphviz_frame_count(graph) {
      guard let frame = cgraphviz_frame(graph, index) else { continue }
      var inside: Set<String> = []
      var next = cgraphviz_first_node(frame)
      while let node = next {
        inside.insert(nodes[positions[node]!].name)
        next = cgraphviz_node_after(frame, node)
      }
      frames.append(
        Frame(
          name: String(cString: cgraphviz_name_of(frame)), handle: frame,
          box: Box(cgraphviz_box_of(frame)), words: Box(cgraphviz_words_of(frame)),
          nodes: inside))
    }
  }

  private static func text(_ name: String, of object: OpaquePointer) -> String? {
    cgraphviz_attribute(UnsafeMutableRawPointer(object), name).map { String(cString: $0) }
  }

  /// A number that the graph itself states.
  func number(_ name: String) -> Double? { Self.text(name, of: handle).flatMap { Double($0) } }

  /// Whether it is packed in columns, as only charts are.
  static func isChart(_ graph: OpaquePointer) -> Bool {
    text("packmode", of: graph)?.hasPrefix("array") ?? false
  }

  /// Whether its layout was not asked to leave no overlaps.
  static func hasOverlaps(_ graph: OpaquePointer) -> Bool {
    text("overlap", of: graph)?.hasPrefix("prism") ?? false
  }

  private static func track(of edge: OpaquePointer) -> Track {
    var points: [Point] = []
    func tip(_ curve: Int, atStart: Bool) {
      var tip = Point(x: 0, y: 0)
      if cgraphviz_tip(edge, curve, atStart ? 1 : 0, &tip.x, &tip.y) != 0 { points.append(tip) }
    }
    for curve in 0..<cgraphviz_curve_count(edge) {
      tip(curve, atStart: true)
      let corners = (0..<cgraphviz_point_count(edge, curve)).map { index in
        var point = Point.zero
        cgraphviz_point(edge, curve, index, &point.x, &point.y)
        return point
      }
      Self.add(curve: corners, to: &points)
      tip(curve, atStart: false)
    }
    return Track(points, width: text("penwidth", of: edge).flatMap { Double($0) } ?? 1)
  }

  /// Adds points on cubic curves that share their ends, a few on each.
  private static func add(curve corners: [Point], to points: inout [Point]) {
    guard corners.count > 3 else {
      points += corners
      return
    }
    let steps = 10
    points.reserveCapacity(points.count + (corners.count - 1) / 3 * steps + 2)
    points.append(corners[0])
    for start in stride(from: 0, to: corners.count - 3, by: 3) {
      let (a, b, c, d) = (
        corners[start], corners[start + 1], corners[start + 2], corners[start + 3]
      )
      for step in 1...steps {
        let t = Double(step) / Double(steps)
        let u = 1 - t
        let (p, q, r, s) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        points.append(
          Point(
            x: a.x * p + b.x * q + c.x * r + d.x * s, y: a.y * p + b.y * q + c.y * r + d.y * s))
      }
    }
  }

  // MARK: Moving

  mutating func move(node: Int, toX x: Double, y: Double) {
    let old = nodes[node].box
    nodes[node].box = old.moved(toX: x, y: y)
    cgraphviz_move_node(nodes[node].handle, x - old.x, y - old.y)
  }

  mutating func move(edge: Int, x: Double, y: Double) {
    cgraphviz_move_edge(edges[edge].handle, x, y)
    let track = edges[edge].track
    edges[edge].track = Track(
      track.points.map { Point(x: $0.x + x, y: $0.y + y) }, width: track.half * 2)
  }

  /// Moves each node by its own way, and with it the ends of its lines.
  ///
  /// - Complexity: O(V + E).
  mutating func move(nodesBy shifts: [Point]) {
    var all = Box.nothing
    for (index, shift) in shifts.enumerated() {
      let place = nodes[index].box
      if shift != .zero { move(node: index, toX: place.x + shift.x, y: place.y + shift.y) }
      all.include(nodes[index].box)
    }
    for index in edges.indices {
      let (tail, head) = (shifts[edges[index].tail], shifts[edges[index].head])
      guard tail != .zero || head != .zero else { continue }
      cgraphviz_stretch_edge(edges[index].handle, tail.x, tail.y, head.x, head.y)
      edges[index].track = Self.track(of: edges[index].handle)
    }
    // The title stands above what was there; nothing may grow into it.
    guard !all.isNothing else { return }
    if let title {
      let below = all.top + title.height / 2 + 8
      if below > title.y { move(titleTo: title.moved(toX: title.x, y: below)) }
      all.include(self.title!)
    }
    all.include(box)
    set(box: all)
  }

  mutating func move(wordsOfEdge edge: Int, to box: Box) {
    edges[edge].words = box
    cgraphviz_put_words_on(edges[edge].handle, box.x, box.y)
  }

  mutating func move(wordsOfFrame frame: Int, to box: Box) {
    frames[frame].words = box
    cgraphviz_put_words(frames[frame].handle, box.x, box.y)
  }

  mutating func move(titleTo box: Box) {
    title = box
    cgraphviz_put_words(handle, box.x, box.y)
  }

  mutating func set(boxOfFrame frame: Int, _ box: Box) {
    frames[frame].box = box
    cgraphviz_set_box(frames[frame].handle, box.plain)
  }

  mutating func set(box: Box) {
    self.box = box
    cgraphviz_set_box(handle, box.plain)
  }

  func set(_ name: String, _ number: Double) { cgraphviz_set(handle, name, "\(number)") }
}

extension Box {
  fileprivate init(_ box: cgraphviz_box) {
    self.init(left: box.left, bottom: box.bottom, right: box.right, top: box.top)
  }

  fileprivate init?(_ words: cgraphviz_words) {
    guard words.exist != 0 else { return nil }
    self.init(x: words.x, y: words.y, width: words.width, height: words.height)
  }

  fileprivate var plain: cgraphviz_box {
    cgraphviz_box(left: left, bottom: bottom, right: right, top: top)
  }
}
