import Diagrams
import GraphvizEngine
import Testing

/// Clusters stand in a picture in the order of the document. Graphviz's own order follows the
/// addresses of their names, which differ from process to process.
struct ClusterOrderTests {
  /// Names of many lengths, so that they come from many places of the heap.
  private static let names = (0..<48).map { index in
    "c\(index)" + String(repeating: "x", count: index * 37 % 61)
  }

  @Test(arguments: [1, 5, 7, 11, 13])
  func drawsClustersInTheOrderOfTheDocument(step: Int) throws {
    let order = Self.names.indices.map { Self.names[$0 * step % Self.names.count] }
    var document = DotDocument()
    for name in order {
      document.addCluster(name) { cluster in cluster.addNode("in " + name) }
    }
    let svg = String(decoding: try Graphviz.render(document, format: .svg), as: UTF8.self)
    let titles = svg.split(separator: "<title>cluster_").dropFirst().map {
      String($0.prefix { $0 != "<" })
    }
    #expect(titles == order)
  }
}
