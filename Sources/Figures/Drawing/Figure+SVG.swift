extension Figure {
  /// The figure as SVG 1.1, with title and description for readers of screens.
  ///
  /// - Complexity: O(points).
  public var svg: String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title description" \
      width="\(decimal(width))pt" height="\(decimal(height))pt" \
      viewBox="0 0 \(decimal(width)) \(decimal(height))" \
      font-family="\(XMLText.escaped(TextWidth.typeface))">
      <title id="title">\(XMLText.escaped(title))</title>
      <desc id="description">\(XMLText.escaped(lines.joined(separator: "\n")))</desc>
      <rect width="\(decimal(width))" height="\(decimal(height))" fill="#ffffff"/>

      """
    for shape in shapes { shape.write(to: &text) }
    return text + "</svg>\n"
  }
}

extension Shape {
  fileprivate func write(to text: inout String) {
    let element: (name: String, attributes: String, content: String)
    switch form {
    case .area(let rings):
      let path = rings.map { ring in
        ring.enumerated().map { index, point in
          (index == 0 ? "M" : "L") + decimal(point.x) + " " + decimal(point.y)
        }.joined() + "Z"
      }.joined()
      element = ("path", #" d="\#(path)" fill-rule="evenodd""#, "")
    case .line(let points):
      let places = points.map { decimal($0.x) + "," + decimal($0.y) }.joined(separator: " ")
      element = ("polyline", #" points="\#(places)""#, "")
    case .circle(let centre, let radius):
      element = (
        "circle",
        #" cx="\#(decimal(centre.x))" cy="\#(decimal(centre.y))" r="\#(decimal(radius))""#, ""
      )
    case .text(let words, let place, let anchor, let size, let isBold):
      let anchors = [Anchor.start: "start", .middle: "middle", .end: "end"]
      element = (
        "text",
        #" x="\#(decimal(place.x))" y="\#(decimal(place.y))" text-anchor="\#(anchors[anchor]!)""#
          + #" font-size="\#(decimal(size))""# + (isBold ? #" font-weight="bold""# : ""),
        XMLText.escaped(words)
      )
    }
    var attributes = element.attributes + #" fill="\#(fill?.hex ?? "none")""#
    if let stroke {
      attributes += #" stroke="\#(stroke.hex)" stroke-width="\#(decimal(strokeWidth))""#
      attributes += #" stroke-linejoin="round""#
      if isDashed { attributes += #" stroke-dasharray="3 2""# }
    }
    let content =
      (title.map { "<title>\(XMLText.escaped($0))</title>" } ?? "") + element.content
    text += "<\(element.name)\(attributes)"
    text += content.isEmpty ? "/>\n" : ">\(content)</\(element.name)>\n"
  }
}

/// A number with two decimals at most, without an exponent.
func decimal(_ value: Double) -> String {
  let hundredths = Int((min(max(value, -1e9), 1e9) * 100).rounded())
  let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
  let sign = hundredths < 0 ? "-" : ""
  if rest == 0 { return "\(sign)\(whole)" }
  return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest % 10 == 0 ? rest / 10 : rest)"
}

/// Text as XML takes it.
enum XMLText {
  static func escaped(_ text: String) -> String {
    var made = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": made += "&amp;"
      case "<": made += "&lt;"
      case ">": made += "&gt;"
      case "\"": made += "&quot;"
      case "\n": made += "\n"
      case _ where isAllowed(scalar): made.unicodeScalars.append(scalar)
      default: made += "\u{FFFD}"
      }
    }
    return made
  }

  /// Whether XML 1.0 has the character at all, and no reader is misled by it: marks that turn the
  /// direction of writing are shown as what they are not.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069,
      0xFFFE, 0xFFFF:
      false
    default: true
    }
  }
}
