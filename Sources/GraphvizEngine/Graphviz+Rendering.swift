import CGraphviz
import Diagrams

extension Graphviz {
  /// The name to Graphviz of what writes SVG in this program, as `svg:svg:core` is that of its own; nil
  /// where the libraries are of a version whose bytes it does not know.
  package static var ownSVGFormat: String? {
    get throws(GraphvizError) {
      try context.withLock { (context) throws(GraphvizError) in
        cgraphviz_svg_format(try opened(&context)).map { String(cString: $0) }
      }
    }
  }

  /// Renders a graph that has a layout.
  ///
  /// SVG is written by this program, and by Graphviz itself where a picture has something that this
  /// program does not write, such as an image: see decision 19. The bytes are the same.
  ///
  /// - Returns: the bytes; nil when Graphviz fails.
  static func rendered(
    _ graph: OpaquePointer, as format: String, by context: OpaquePointer
  ) -> [UInt8]? {
    if format == ImageFormat.svg.rawValue, let own = cgraphviz_svg_format(context) {
      let said = Messages.count
      let bytes = data(of: graph, as: own, by: context)
      if let bytes, !bytes.isEmpty, cgraphviz_svg_is_whole() != 0 { return bytes }
      // It will be said again.
      Messages.forget(after: said)
    }
    return data(of: graph, as: format, by: context)
  }

  private static func data(
    of graph: OpaquePointer, as format: UnsafePointer<CChar>, by context: OpaquePointer
  ) -> [UInt8]? {
    var data: UnsafeMutablePointer<CChar>?
    var length = 0
    guard cgraphviz_render(context, graph, format, &data, &length) == 0, let data else {
      return nil
    }
    defer { cgraphviz_free_data(data) }
    return [UInt8](UnsafeRawBufferPointer(start: data, count: length))
  }
}
