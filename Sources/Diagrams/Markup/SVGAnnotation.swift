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

  /// What is said of each element.
  struct Sayings {
    private var all: [Words] = []
    private var place: [String: Int] = [:]
    /// Whether any of them has classes, as only the cells of tables have.
    private(set) var haveClasses = false

    init(reserving count: Int) {
      all.reserveCapacity(count)
      place.reserveCapacity(count)
    }

    subscript(element: String) -> Words? {
      get { place[element].map { all[$0] } }
      set {
        guard let newValue else { return }
        place[element] = all.count
        all.append(newValue)
        if newValue.classes != nil { haveClasses = true }
      }
    }
  }

  let title: String
  let description: String
  let words: Sayings
  /// Whether the result stands in a page rather than in a file of its own.
  var isInline = false

  /// - Complexity: O(n) in the bytes.
  func annotated(_ svg: [UInt8]) -> [UInt8] {
    var scanner = MarkupScanner(svg)
    var writer = Writer(scanner: scanner, annotation: self)
    while let piece = scanner.next() { writer.add(piece) }
    writer.take(upTo: svg.count)
    return writer.output
  }

  /// Takes the picture over as it is, but for the pieces that become others.
  private struct Writer {
    let scanner: MarkupScanner
    let annotation: SVGAnnotation
    var output: [UInt8] = []
    /// Up to where the picture is taken over, or left out.
    private var done = 0
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

    mutating func take(upTo end: Int) {
      output += scanner.bytes[done..<max(done, end)]
      done = max(done, end)
    }

    /// Takes over what is before a piece, and leaves the piece out.
    private mutating func leaveOut(_ piece: Range<Int>) {
      take(upTo: piece.lowerBound)
      done = piece.upperBound
    }

    mutating func add(_ piece: MarkupScanner.Piece) {
      switch piece {
      case .text(let range): if isInTitle { leaveOut(range) }
      case .other(let range):
        if !isFirst || annotation.isInline { leaveOut(range) }
        isFirst = false
      case .closing(let range, let name):
        if scanner.equals(name, "title") {
          isInTitle = false
          leaveOut(range)
        } else if scanner.equals(name, "a") {
          leaveOut(range)
          write(isLink.popLast() ?? false ? "</a>" : "</g>")
        }
      case .opening(let tag): open(tag)
      }
    }

    private mutating func open(_ tag: MarkupScanner.Tag) {
      if scanner.equals(tag.name, "title") {
        isInTitle = true
        leaveOut(tag.range)
      } else if scanner.equals(tag.name, "svg") {
        leaveOut(tag.range)
        openPicture(tag)
      } else if scanner.equals(tag.name, "g") {
        leaveOut(tag.range)
        openGroup(tag)
      } else if scanner.equals(tag.name, "a") {
        leaveOut(tag.range)
        openLink()
      }
    }

    private mutating func openLink() {
      let link = pending?.link
      isLink.append(link != nil)
      guard let pending, let link else { return write("<g>") }
      write("<a role=\"link\"")
      write("xlink:href", link)
      write("aria-label", MarkupText.escaped(pending.title))
      write(">")
    }

    private mutating func openPicture(_ tag: MarkupScanner.Tag) {
      write("<svg")
      for attribute in scanner.attributes(of: tag) {
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
      var id: Range<Int>?
      var kind: Range<Int>?
      var transform: Range<Int>?
      var place = tag.name.upperBound
      while let attribute = scanner.attribute(at: &place) {
        if scanner.equals(attribute.name, "id") { id = attribute.value }
        if scanner.equals(attribute.name, "class") { kind = attribute.value }
        if scanner.equals(attribute.name, "transform") { transform = attribute.value }
      }
      write("<g")
      if let id, scanner.hasPrefix(id, "a_") { return openAnchor(id.dropFirst(2)) }
      let name = id.map(scanner.name) ?? ""
      if !name.isEmpty { write("id", name) }
      if let kind {
        write(" class=\"")
        scanner.write(name: kind, to: &output)
        write("\"")
      }
      if let transform {
        write(" transform=\"")
        copy(transform)
        write("\"")
      }
      if let kind, scanner.equals(kind, "graph") {
        write(">")
      } else if let words = annotation.words[name] {
        describe(words)
      } else {
        pending = nil
        write(" aria-hidden=\"true\">")
      }
    }

    /// What Graphviz puts around the shapes of what has a tooltip: nodes, edges, cells. Only cells
    /// are known by it.
    private mutating func openAnchor(_ own: Range<Int>) {
      guard annotation.words.haveClasses else { return write(">") }
      let name = scanner.name(own)
      guard let words = annotation.words[name], let classes = words.classes else {
        return write(">")
      }
      write("id", name)
      write("class", classes)
      describe(words)
    }

    private mutating func describe(_ words: Words) {
      write("role", words.role)
      write("><title>")
      write(MarkupText.escaped(words.title))
      write("</title>")
      pending = words
    }

    /// Writes an attribute, whose value is escaped already.
    private mutating func write(_ name: String, _ value: String) {
      write(" ")
      write(name)
      write("=\"")
      write(value)
      write("\"")
    }

    private mutating func copy(_ range: Range<Int>) { output += scanner.bytes[range] }
    private mutating func write(_ text: String) { output += text.utf8 }
  }
}
