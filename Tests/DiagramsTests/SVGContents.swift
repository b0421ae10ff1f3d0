import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What an SVG holds, read by an XML parser.
final class SVGContents: NSObject, XMLParserDelegate {
  private(set) var elements: Set<String> = []
  private(set) var attributes: [String: [String]] = [:]
  /// The contents of `title` elements: the graph first, then its clusters, nodes and edges.
  private(set) var titles: [String] = []
  /// The contents of `text` elements; Graphviz writes a second space as a no-break space.
  private(set) var texts: [String] = []
  private var open = ""

  /// Reads an SVG, or gives nil for what is not well-formed.
  init?(_ svg: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(svg))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.insert(name)
    for (name, value) in attributes { self.attributes[name, default: []].append(value) }
    open = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    open += string
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "title" { titles.append(open) }
    if name == "text" { texts.append(open.replacing("\u{A0}", with: " ")) }
  }
}
