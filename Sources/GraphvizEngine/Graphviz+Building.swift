import CGraphviz
import Diagrams

extension Graphviz {
  /// What a graph in Graphviz's memory is made from.
  enum Origin {
    /// DOT text, which is trusted: it may name files for Graphviz to read.
    case text(String)
    /// A document of ours, without the detour of writing its text and reading it.
    case document(DotSteps)

    /// Clusters within each other that Graphviz's reader takes without fail. Where there are more,
    /// it is asked, since it is the one that refuses too many.
    private static let greatestDepth = 200

    init(_ document: DotDocument) {
      let steps = DotSteps(document)
      self = steps.depth > Self.greatestDepth ? .text(document.text) : .document(steps)
    }

    /// The bytes of the longest string there can be in the graph.
    var longestString: Int {
      switch self {
      case .text(let dot): dot.utf8.count
      case .document(let steps): steps.longestString
      }
    }

    /// The graph, which is to be closed; nil for text that describes none.
    func graph() -> OpaquePointer? {
      switch self {
      case .text(var dot):
        // Graphviz leaves what follows the last brace for the next text, and goes on counting lines.
        while dot.last?.isWhitespace == true { dot.removeLast() }
        return cgraphviz_read(dot)
      case .document(let steps):
        return steps.bytes.withUnsafeBytes { bytes in
          cgraphviz_build(bytes.assumingMemoryBound(to: CChar.self).baseAddress)
        }
      }
    }
  }
}
