/// One file for a browser: the picture, which can be moved, searched and followed, the same in
/// words, the details of each body and line with their sources. It needs no network, and all of its text
/// can be read and printed without its script.
public struct HTMLFormat: DiagramFormat {
  public var pictureUse: PictureUse { .places }

  public func bytes<Failure: Error>(
    of diagram: Diagram, drawnBy draw: (Picture) throws(Failure) -> [UInt8]
  ) throws(Failure) -> [UInt8] {
    let svg = try draw(.svg)
    let contents = diagram.contents
    let annotation = SVGAnnotation(
      contents, isInline: true, boxLink: { "#text-\($0.element)" },
      link: { "#text-\($0.element)" })
    let details = DiagramDetails(diagram, contents)
    let layout = LayoutFormat.json(of: contents, details, PictureGeometry(svg)).text
    var page = DiagramPage(contents, details)
    page.picture = annotation.annotated(svg)
    page.data = Array(layout.utf8)
    return page.bytes
  }
}

extension DiagramFormat where Self == HTMLFormat {
  /// A page of its own.
  public static var html: HTMLFormat { HTMLFormat() }
}
