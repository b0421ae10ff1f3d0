import GovernanceModel
import Testing

@testable import Diagrams
@testable import GraphvizEngine

#if os(Linux)
  private let isOfKnownVersion = (try? Graphviz.version) == "2.43.0"
#else
  private let isOfKnownVersion = false
#endif

/// Ranks that this program finds; Graphviz's own are the oracle: one other choice among equals, and a
/// picture has other bytes.
@Suite(.serialized, .enabled(if: isOfKnownVersion, "no version whose choices are known"))
struct RankingTests {
  private func expectTheSame(
    _ origin: Graphviz.Origin, at place: SourceLocation = #_sourceLocation
  ) throws {
    let before = Graphviz.rankedGraphs
    let ours = try Graphviz.draw(origin, layout: "dot", format: "svg", sheet: nil)
    #expect(Graphviz.rankedGraphs > before, sourceLocation: place)
    Graphviz.leaveRanking(toGraphviz: true)
    defer { Graphviz.leaveRanking(toGraphviz: false) }
    let theirs = try Graphviz.draw(origin, layout: "dot", format: "svg", sheet: nil)
    #expect(ours.remarks == theirs.remarks, sourceLocation: place)
    #expect(ours.bytes == theirs.bytes, sourceLocation: place)
  }

  @Test(arguments: GraphOfProject.names)
  func isTheSameForEveryViewOfEveryGraph(name: String) throws {
    let one = try GraphOfProject(name)
    let national = Diagram(.national, of: one.graph, at: one.graph.defaultMoment)
    for diagram in [national] + (try one.diagrams()) {
      try expectTheSame(Graphviz.Origin(diagram.document))
    }
  }

  /// A random graph in DOT, with some of the ways to say what is above or beside what: not with those for
  /// which Graphviz 2.42 writes past its memory, frees it twice, or reads what it has freed. (It does
  /// the last with rows but without `newrank`, once it has laid out some 127 pictures in a process.)
  private static func document(seed: UInt64, nodes: ClosedRange<Int>) -> String {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: nodes, using: &random)
    var text = "digraph { node [shape=box]; splines=line\n"
    let (hasFrames, hasRows) = [(true, false), (false, true), (false, false)][Int(seed % 3)]
    if hasFrames || hasRows || Bool.random(using: &random) { text += "newrank=true\n" }
    if Int.random(in: 0..<3, using: &random) == 0 { text += "rankdir=LR\n" }
    switch Int.random(in: 0..<8, using: &random) {
    case 0: text += "searchsize=\(Int.random(in: 0...50, using: &random))\n"
    case 1: text += "nslimit=\(Double.random(in: 0...1, using: &random))\n"
    case 2: text += "nslimit1=\(Double.random(in: 0...1, using: &random))\n"
    default: break
    }
    for node in 0..<count {
      let name = String(repeating: "x", count: Int.random(in: 1...30, using: &random))
      text += "\(node) [label=\(name)]\n"
    }
    if hasFrames {
      for frame in 0..<4 {
        text += "subgraph cluster\(frame) { label=frame; "
        text += (0..<count).filter { $0 % 6 == frame }.map { "\($0); " }.joined() + "}\n"
      }
    }
    if hasRows {
      for rank in ["same", "same", "min"] {
        let those = (0..<count).shuffled(using: &random).prefix(3)
        text += "{ rank=\(rank); \(those.map { "\($0); " }.joined()) }\n"
      }
    }
    for _ in 0..<Int(Double(count) * Double.random(in: 0.3...2.2, using: &random)) {
      let ends = [0, 1].map { _ in Int.random(in: 0..<count, using: &random) }
      text += "\(ends[0]) -> \(ends[1]) [weight=\([0, 1, 1, 2, 10].randomElement(using: &random)!)"
      let isLabelled = !hasFrames && !hasRows && Int.random(in: 0..<4, using: &random) == 0
      let least = [isLabelled ? 1 : 0, 1, 1, 1, 3].randomElement(using: &random)!
      text += ", minlen=\(least)"
      if isLabelled {
        text += ", label=line"
      } else if Int.random(in: 0..<8, using: &random) == 0 {
        text += ", constraint=false"
      }
      text += "]\n"
    }
    return text + "}"
  }

  @Test(arguments: 0..<120)
  func isTheSameForRandomGraphs(seed: UInt64) throws {
    try expectTheSame(.text(Self.document(seed: seed, nodes: 2...40)))
  }

  @Test(arguments: 0..<3)
  func isTheSameForLargerRandomGraphs(seed: UInt64) throws {
    try expectTheSame(.text(Self.document(seed: seed + 1000, nodes: 100...200)))
  }

  /// A long chain, for which the method goes as deep as there are nodes; a fan, in which all are equal.
  @Test func isTheSameForAChainAndAFan() throws {
    let chain = (1..<3000).map { "\($0) -> \($0 + 1)\n" }.joined()
    try expectTheSame(.text("digraph { node [shape=point]; \(chain) }"))
    let fan = (1..<200).map { "0 -> \($0) -> 999\n" }.joined()
    try expectTheSame(.text("digraph { node [shape=point]; \(fan) }"))
  }

  /// An attribute that sends nodes to the first or last rank is known to Graphviz alone.
  @Test(arguments: ["min", "max"])
  func leavesWhatItDoesNotKnowToGraphviz(attribute: String) throws {
    let text = "digraph { TBbalance=\(attribute); a -> b -> c -> d; e -> d; a -> f }"
    let places = try Graphviz.places(ofDOT: text)
    Graphviz.leaveRanking(toGraphviz: true)
    defer { Graphviz.leaveRanking(toGraphviz: false) }
    #expect(try Graphviz.places(ofDOT: text) == places)
  }

  /// Sums of such weights do not fit an int; Graphviz 2.42 ends the program.
  @Test func ranksByTheGreatestWeights() throws {
    let weight = Int32.max
    let places = try Graphviz.places(
      ofDOT: "digraph { edge [weight=\(weight)]; a -> b -> c; a -> c; d -> c; a -> d }")
    let heights = try ["a", "b", "c"].map { try #require(places[$0]).y }
    #expect(heights == heights.sorted(by: >))
    #expect(places["b"]?.y == places["d"]?.y)
  }

  /// The least sum of lengths by weight, found by trying all ranks of a small graph: that ranks are as
  /// good as they can be holds without Graphviz, too.
  @Test(arguments: 0..<20)
  func findsTheLeastSum(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let count = 5
    var lines: [(tail: Int, head: Int, weight: Int, least: Int)] = []
    // A tree, so that the graph is of one part, and some more.
    for head in 1..<count {
      lines.append((Int.random(in: 0..<head, using: &random), head, 1, 1))
    }
    for _ in 0..<3 {
      let tail = Int.random(in: 0..<count - 1, using: &random)
      let head = Int.random(in: (tail + 1)..<count, using: &random)
      lines.append(
        (tail, head, Int.random(in: 1...4, using: &random), Int.random(in: 1...2, using: &random)))
    }
    var text = "digraph { ranksep=1; node [shape=point]\n"
    for line in lines {
      text += "\(line.tail) -> \(line.head) [weight=\(line.weight), minlen=\(line.least)]\n"
    }
    func sum(_ ranks: [Int]) -> Int? {
      var sum = 0
      for line in lines {
        let length = ranks[line.head] - ranks[line.tail]
        guard length >= line.least else { return nil }
        sum += length * line.weight
      }
      return sum
    }
    let most = 9
    var least = Int.max
    var ranks = [Int](repeating: 0, count: count)
    func tryAll(from node: Int) {
      guard node < count else {
        if let found = sum(ranks) { least = min(least, found) }
        return
      }
      for rank in 0..<most {
        ranks[node] = rank
        tryAll(from: node + 1)
      }
    }
    tryAll(from: 0)
    let places = try Graphviz.places(ofDOT: text + "}")
    let top = try #require(places.values.map(\.y).max())
    // An inch and the height of a point from one to the next.
    let found = (0..<count).map { Int(((top - places["\($0)"]!.y) / 74).rounded()) }
    #expect(sum(found) == least)
  }
}
