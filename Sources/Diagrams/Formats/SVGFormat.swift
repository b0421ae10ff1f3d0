import GovernanceModel

/// A vector picture for pages, readable by screen readers, with stable names for its elements.
public struct SVGFormat: DiagramFormat {
  public var pictureUse: PictureUse { .picture }

  /// Where a click on a body leads: an address in which `{id}` stands for the body's id; nil for no
  /// links.
  public let links: LinkPattern?

  public func bytes<Failure: Error>(
    of diagram: Diagram, drawnBy draw: (Picture) throws(Failure) -> [UInt8]
  ) throws(Failure) -> [UInt8] {
    // Words are put together while Graphviz draws.
    let annotation = Aside { [links] in
      SVGAnnotation(diagram.contents) { links?.address(of: $0.id) }
    }
    let svg = try draw(.svg)
    return annotation.value().annotated(svg)
  }
}

extension DiagramFormat where Self == SVGFormat {
  /// SVG without links.
  public static var svg: SVGFormat { SVGFormat(links: nil) }
  /// SVG in which every body leads to an address.
  public static func svg(links: LinkPattern?) -> SVGFormat { SVGFormat(links: links) }
}

/// An address with a place for the id of a body: `https://example.org/bodies/{id}`.
public struct LinkPattern: Sendable, Equatable {
  private let parts: [String]

  /// Takes an `http` or `https` address, or a relative one, with `{id}` in it; nil for all else, such
  /// as a script.
  public init?(_ text: String) {
    let scheme = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != "{" }
    if scheme.contains(":") {
      let lowercased = text.lowercased()
      guard lowercased.hasPrefix("https://") || lowercased.hasPrefix("http://") else { return nil }
    }
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    parts = text.split(separator: "{id}", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else { return nil }
  }

  /// The address for a body, escaped for an attribute.
  func address(of id: String) -> String {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var spelt = ""
    for byte in id.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        spelt.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        spelt += "%"
        spelt.unicodeScalars.append(digits[Int(byte >> 4)])
        spelt.unicodeScalars.append(digits[Int(byte & 15)])
      }
    }
    return MarkupText.escaped(parts.joined(separator: spelt))
  }
}

extension SVGAnnotation {
  /// The words for everything in a diagram.
  ///
  /// - Parameters:
  ///   - boxLink: where a click on a box that is no single body leads, escaped for an attribute.
  ///   - link: where a click on a body leads, escaped for an attribute.
  init(
    _ contents: DiagramContents, isInline: Bool = false,
    boxLink: (DiagramContents.Box) -> String? = { _ in nil },
    link: (DiagramContents.Body) -> String?
  ) {
    let phrases = DiagramPhrases(contents)
    var said = Sayings(reserving: contents.boxes.count + contents.lines.count)
    for box in contents.boxes {
      let own =
        switch box.form {
        case .body: box.bodies.first.flatMap(link)
        case .group: boxLink(box)
        case .list: nil as String?
        }
      said[box.element] = Words(
        title: phrases.title(of: box).shortened(to: 500),
        role: own == nil && box.form != .list ? "graphics-symbol" : "graphics-object", link: own)
      func words(_ body: DiagramContents.Body, as word: String) -> Words {
        let link = link(body)
        return Words(
          title: "\(body.name), \(body.kind.name)".shortened(to: 500),
          role: link == nil ? "graphics-symbol" : "graphics-object",
          classes: ElementID.classes(of: body, as: word), link: link)
      }
      if let owner = box.owner { said[ElementID.heading(owner.id)] = words(owner, as: "heading") }
      for body in box.bodies where box.form == .list {
        said[body.element] = words(body, as: "entry")
      }
    }
    for line in contents.lines {
      said[line.element] = Words(
        title: phrases.sentence(line).shortened(to: 500), role: "graphics-symbol", link: nil)
    }
    for junction in contents.junctions {
      for element in [junction.trunk, junction.dot] {
        said[element] = Words(title: junction.words, role: "graphics-symbol", link: nil)
      }
    }
    for frame in contents.frames {
      said[frame.element] = Words(
        title: frame.label.shortened(to: 500), role: "graphics-symbol", link: nil)
    }
    self.init(
      title: "\(contents.title). \(contents.asOf)".shortened(to: 1000),
      description: phrases.description, words: said, isInline: isInline)
  }
}
