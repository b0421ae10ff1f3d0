extension Figure {
  /// The figure as a DOT text of one background drawing and no nodes that show, which Graphviz's
  /// renderers turn into PNG and PDF: the means by which the diagrams are drawn, with no other library
  /// for pictures.
  ///
  /// It is to be laid out by `nop2`, which leaves everything in its place. The operations are those
  /// of the xdot format.
  ///
  /// - Complexity: O(points).
  public var dot: String {
    var operations = XDotText(height: height)
    for shape in shapes { operations.add(shape) }
    return """
      graph figure {
        graph [bb="0,0,\(decimal(width)),\(decimal(height))", pad=0, margin=0, bgcolor="#ffffff",
          _background="\(operations.text)"];
        node [shape=point, style=invis, width=0, height=0, label=""];
        a [pos="0,0"];
        b [pos="\(decimal(width)),\(decimal(height))"];
      }

      """
  }
}

/// The operations of xdot, inside a quoted string of DOT. Its origin is the lower left corner.
private struct XDotText {
  let height: Double
  private(set) var text = ""

  init(height: Double) { self.height = height }

  mutating func add(_ shape: Shape) {
    switch shape.form {
    case .area(let rings):
      if let fill = shape.fill {
        pen(fill, width: 0.1, isDashed: false)
        add("C", fill.hex)
        // A polygon of xdot has one ring.
        for ring in Keyholes.joined(rings) { points("P", ring) }
      }
      if let stroke = shape.stroke {
        pen(stroke, width: shape.strokeWidth, isDashed: shape.isDashed)
        for ring in rings { points("L", ring) }
      }
    case .line(let line):
      guard let stroke = shape.stroke else { return }
      pen(stroke, width: shape.strokeWidth, isDashed: shape.isDashed)
      points("L", line)
    case .circle(let centre, let radius):
      pen(shape.stroke ?? shape.fill ?? .ink, width: shape.strokeWidth, isDashed: shape.isDashed)
      if let fill = shape.fill { add("C", fill.hex) }
      text += (shape.fill == nil ? "e " : "E ") + place(centre)
      text += "\(decimal(radius)) \(decimal(radius)) "
    case .text(let words, let at, let anchor, let size, let isBold):
      text += "F \(decimal(size)) "
      counted(isBold ? "Arial,Helvetica,Liberation Sans bold" : "Arial,Helvetica,Liberation Sans")
      add("c", (shape.fill ?? .ink).hex)
      let alignments = [Shape.Anchor.start: -1, .middle: 0, .end: 1]
      let width = TextWidth.of(words, size: size, isBold: isBold)
      text += "T \(place(at))\(alignments[anchor]!) \(decimal(width)) "
      counted(words)
    }
  }

  private mutating func pen(_ colour: Colour, width: Double, isDashed: Bool) {
    add("c", colour.hex)
    text += "S "
    counted("setlinewidth(\(decimal(width)))")
    text += "S "
    counted(isDashed ? "dashed" : "solid")
  }

  private mutating func add(_ operation: String, _ word: String) {
    text += operation + " "
    counted(word)
  }

  private mutating func points(_ operation: String, _ points: [Point]) {
    text += "\(operation) \(points.count) "
    for point in points { text += place(point) }
  }

  private func place(_ point: Point) -> String {
    "\(decimal(point.x)) \(decimal(height - point.y)) "
  }

  /// A text after the number of its bytes. A backslash would end the string of DOT before its time
  /// in front of a quote, and stands as a letter that looks like it.
  private mutating func counted(_ words: String) {
    var clean = ""
    for scalar in words.unicodeScalars {
      switch scalar.value {
      case 0x5C: clean.unicodeScalars.append("\u{2216}")
      case 0..<0x20, 0x7F...0x9F: clean.unicodeScalars.append("\u{FFFD}")
      default: clean.unicodeScalars.append(scalar)
      }
    }
    text += "\(clean.utf8.count) -\(clean.replacing("\"", with: "\\\"")) "
  }
}

/// Rings made into single ones: each hole is joined to its shell by a cut without width.
enum Keyholes {
  static func joined(_ rings: [[Point]]) -> [[Point]] {
    // Rings stand as their polygons do: a shell, then its holes, which run the other way.
    var joined: [[Point]] = []
    for ring in rings where ring.count > 2 {
      let isShell = signedArea(ring) >= 0
      if isShell || joined.isEmpty {
        joined.append(ring)
      } else {
        let start = joined[joined.count - 1][0]
        joined[joined.count - 1] += ring + [start]
      }
    }
    return joined
  }

  static func signedArea(_ ring: [Point]) -> Double {
    guard let origin = ring.first else { return 0 }
    var sum = 0.0
    for index in ring.indices.dropLast() {
      let (a, b) = (ring[index], ring[index + 1])
      sum += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
    }
    return sum / 2
  }
}
