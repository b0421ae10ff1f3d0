/// Graphviz's SVG made into one that a screen reader, a style sheet and a link can use.
///
/// The picture gets a title and a description, each body, group, list, line and frame its words as a
/// `<title>`, which browsers show on pointing and screen readers say, a role, and a link where one is
/// wanted. What only decorates, the legend's samples among it, is hidden from screen readers: the
/// description and the text equivalent say the same. Comments and the document type, which some
/// readers would fetch from the network, are left out.
struct SVGAnnotation {
  /// What is said of one element.
  struct Words {
    let title: String
    let role: String
    /// Its classes, where Graphviz gives it none.
    var classes: String?
    /// Where a click leads, already escaped for an attribute; nil for nowhere.
    let link: String?
  }

  let title: String
  let description: String
  /// By element.
  let words: [String: Words]
  /// Whether the result stands in a page rather than in a file of its own.
  var isInline = false

  /// - Complexity: O(n) in the bytes.
  func annotated(_ svg: [UInt8]) -> [UInt8] {
    var scanner = MarkupScanner(svg)
    var writer = Writer(scanner: scanner, annotation: self)
    while let piece = scanner.next() { writer.add(piece) }
    return writer.output
  }

  private struct Writer {
    let scanner: MarkupScanner
    let annotation: SVGAnnotation
    var output: [UInt8] = []
    /// Whether a title that Graphviz wrote is being passed over.
    private var isInTitle = false
    private var isFirst = true
    /// The words for the next `<a>`.
    private var pending: Words?
    /// For each open `<a>` of Graphviz's, whether it stayed one.
    private var isLink: [Bool] = []

    init(scanner: MarkupScanner, annotation: SVGAnnotation) {
      self.scanner = scanner
      self.annotation = annotation
      output.reserveCapacity(scanner.bytes.count + scanner.bytes.count / 4)
    }

    mutating func add(_ piece: MarkupScanner.Piece) {
      switch piece {
      case .text(let range): if !isInTitle { copy(range) }
      case .other(let range):
        if isFirst, !annotation.isInline { copy(range) }
        isFirst = false
      case .closing(let range, let name):
        if scanner.equals(name, "title") {
          isInTitle = false
        } else if scanner.equals(name, "a") {
          write(isLink.popLast() ?? false ? "</a>" : "</g>")
        } else {
          copy(range)
        }
      case .opening(let tag): open(tag)
      }
    }

    private mutating func open(_ tag: MarkupScanner.Tag) {
      if scanner.equals(tag.name, "title") {
        isInTitle = true
      } else if scanner.equals(tag.name, "svg") {
        openPicture(tag)
      } else if scanner.equals(tag.name, "g") {
        openGroup(tag)
      } else if scanner.equals(tag.name, "a") {
        if let words = pending, let link = words.link {
          write(
            "<a role=\"link\" xlink:href=\"\(link)\" aria-label=\"\(MarkupText.escaped(words.title))\">"
          )
          isLink.append(true)
        } else {
          write("<g>")
          isLink.append(false)
        }
      } else {
        copy(tag.range)
      }
    }

    private mutating func openPicture(_ tag: MarkupScanner.Tag) {
      write("<svg")
      for attribute in tag.attributes {
        write(" ")
        copy(attribute.name)
        write("=\"")
        copy(attribute.value)
        write("\"")
      }
      write(
        " role=\"graphics-document document\" aria-labelledby=\"picture-title\""
          + " aria-describedby=\"picture-description\" xml:lang=\"en\" lang=\"en\">\n"
          + "<title id=\"picture-title\">\(MarkupText.escaped(annotation.title))</title>\n"
          + "<desc id=\"picture-description\">\(MarkupText.escaped(annotation.description))</desc>")
    }

    private mutating func openGroup(_ tag: MarkupScanner.Tag) {
      let id = scanner.value("id", of: tag).map(scanner.name) ?? ""
      let kind = scanner.value("class", of: tag).map(scanner.name)
      if id.hasPrefix("a_") {
        // What Graphviz puts around the shapes of what has a tooltip: nodes, edges, cells.
        let own = String(id.dropFirst(2))
        if let words = annotation.words[own], let classes = words.classes {
          write("<g id=\"\(own)\" class=\"\(classes)\"")
          describe(words)
          pending = words
        } else {
          write("<g>")
        }
        return
      }
      write("<g")
      if !id.isEmpty { write(" id=\"\(id)\"") }
      if let kind { write(" class=\"\(kind)\"") }
      if let transform = scanner.value("transform", of: tag) {
        write(" transform=\"")
        copy(transform)
        write("\"")
      }
      if kind == "graph" {
        write(">")
      } else if let words = annotation.words[id] {
        describe(words)
        pending = words
      } else {
        pending = nil
        write(" aria-hidden=\"true\">")
      }
    }

    private mutating func describe(_ words: Words) {
      write(" role=\"\(words.role)\"><title>\(MarkupText.escaped(words.title))</title>")
    }

    private mutating func copy(_ range: Range<Int>) { output += scanner.bytes[range] }
    private mutating func write(_ text: String) { output += text.utf8 }
  }
}
