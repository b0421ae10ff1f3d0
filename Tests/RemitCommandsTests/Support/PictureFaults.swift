import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What a graphics editor would send back, found in the SVG alone: words on words, lines through
/// words, lines behind boxes or over junctions that are not their own, words that stick out of their box or the sheet.
///
/// Words are measured by the widths of Helvetica, which Arial and Liberation Sans share; nothing of
/// the program's own is used.
final class PictureFaults: NSObject, XMLParserDelegate {
  private struct Box {
    var left = Double.infinity
    var top = Double.infinity
    var right = -Double.infinity
    var bottom = -Double.infinity

    mutating func include(_ x: Double, _ y: Double) {
      left = min(left, x)
      top = min(top, y)
      right = max(right, x)
      bottom = max(bottom, y)
    }
    func grown(by points: Double) -> Box {
      Box(left: left - points, top: top - points, right: right + points, bottom: bottom + points)
    }
    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
    func contains(_ other: Box, within slack: Double) -> Bool {
      left - slack <= other.left && other.right <= right + slack && top - slack <= other.top
        && other.bottom <= bottom + slack
    }
  }

  private struct Words {
    let text: String
    let box: Box
    let owner: String?
  }

  private struct Line {
    let id: String
    let points: [(x: Double, y: Double)]
    let width: Double
    /// What the line is tied to, by where it ends.
    var ends: [(x: Double, y: Double)] { [points.first!, points.last!] }
  }

  private var words: [Words] = []
  private var lines: [Line] = []
  private var boxes: [String: Box] = [:]
  /// Those of them that are ellipses, which leave their corners free.
  private var round: Set<String> = []
  private var view = Box()
  /// The groups that are open, with what they are.
  private var groups: [(id: String, role: String)] = []
  private var text: (x: Double, y: Double, size: Double, anchor: String, isBold: Bool)?
  private var characters = ""

  /// Every fault, in words; nil for what is no SVG.
  static func of(_ svg: Data) -> [String]? {
    let faults = PictureFaults()
    let parser = XMLParser(data: svg)
    parser.delegate = faults
    guard parser.parse(), !faults.words.isEmpty else { return nil }
    return faults.found()
  }

  // MARK: Faults

  private func found() -> [String] {
    var found: [String] = []
    for (number, one) in words.enumerated() {
      for other in words[..<number] where one.box.grown(by: -0.5).overlaps(other.box) {
        found.append("'\(one.text)' lies on '\(other.text)'")
      }
      if let own = one.owner.flatMap({ boxes[$0] }) {
        if !own.contains(one.box, within: 1) { found.append("'\(one.text)' sticks out of its box") }
        // Boxes are drawn over lines.
        continue
      }
      if !view.contains(one.box, within: 0) { found.append("'\(one.text)' is cut off") }
      for line in lines where Self.crosses(line.points, one.box.grown(by: line.width / 2)) {
        found.append("\(line.id) runs through '\(one.text)'")
      }
    }
    for line in lines {
      for (id, box) in boxes.sorted(by: { $0.key < $1.key }) {
        // Another line over a junction would seem to part there too.
        let isJunction = id.hasPrefix("junction-")
        let isOwn = line.ends.contains { end in
          var point = Box()
          point.include(end.x, end.y)
          return box.grown(by: isJunction ? 2 : 12).overlaps(point)
        }
        let area = box.grown(by: isJunction ? 1 : -2)
        if !isOwn, Self.crosses(line.points, area, isRound: round.contains(id)) {
          found.append("\(line.id) runs behind \(id)")
        }
      }
    }
    return found
  }

  /// Whether any of many points on a line is in a box.
  private static func crosses(
    _ points: [(x: Double, y: Double)], _ box: Box, isRound: Bool = false
  ) -> Bool {
    let (middle, half) = (
      ((box.left + box.right) / 2, (box.top + box.bottom) / 2),
      ((box.right - box.left) / 2, (box.bottom - box.top) / 2)
    )
    return zip(points, points.dropFirst()).contains { start, end in
      let steps = max(1, Int(max(abs(end.x - start.x), abs(end.y - start.y))))
      return (0...steps).contains { step in
        let share = Double(step) / Double(steps)
        let (x, y) = (start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
        guard box.left < x, x < box.right, box.top < y, y < box.bottom else { return false }
        let (across, down) = ((x - middle.0) / half.0, (y - middle.1) / half.1)
        return !isRound || across * across + down * down < 1
      }
    }
  }

  // MARK: Reading

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    func number(_ key: String) -> Double { attributes[key].flatMap(Double.init) ?? 0 }
    switch name {
    case "g":
      let role = attributes["class"]?.split(separator: " ").first.map(String.init) ?? ""
      groups.append((attributes["id"] ?? "", role))
      if role == "graph" {
        // "scale(1 1) rotate(0) translate(21.6 829.18)": what is seen, in the drawing's own points.
        let all = Self.numbers(attributes["transform"] ?? "")
        view = Box(
          left: view.left / all[0] - all[3], top: view.top / all[1] - all[4],
          right: view.right / all[0] - all[3], bottom: view.bottom / all[1] - all[4])
      }
    case "svg":
      let all = Self.numbers(attributes["viewBox"] ?? "")
      if all.count == 4 { view = Box(left: 0, top: 0, right: all[2], bottom: all[3]) }
    case "text":
      characters = ""
      text = (
        number("x"), number("y"), number("font-size"), attributes["text-anchor"] ?? "start",
        attributes["font-weight"] == "bold"
      )
    default: shape(name, attributes)
    }
  }

  private func shape(_ name: String, _ attributes: [String: String]) {
    guard let owner = groups.last(where: { ["node", "edge"].contains($0.role) }) else { return }
    if owner.role == "edge" {
      guard name == "path", let path = attributes["d"] else { return }
      lines.append(
        Line(
          id: owner.id, points: Self.points(onCurve: Self.numbers(path)),
          width: attributes["stroke-width"].flatMap(Double.init) ?? 1))
      return
    }
    var numbers = Self.numbers(attributes["points"] ?? attributes["d"] ?? "")
    if name == "ellipse" {
      round.insert(owner.id)
      let all = ["cx", "cy", "rx", "ry"].map { attributes[$0].flatMap(Double.init) ?? 0 }
      numbers = [all[0] - all[2], all[1] - all[3], all[0] + all[2], all[1] + all[3]]
    }
    for index in stride(from: 0, to: numbers.count - 1, by: 2) {
      boxes[owner.id, default: Box()].include(numbers[index], numbers[index + 1])
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { characters += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "g" { _ = groups.popLast() }
    guard name == "text", let text else { return }
    self.text = nil
    let content = characters.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !content.isEmpty else { return }
    let width = Self.width(of: characters, isBold: text.isBold) * text.size
    let left =
      text.anchor == "middle" ? text.x - width / 2 : text.anchor == "end" ? text.x - width : text.x
    // From the height of capitals to the depth of a comma.
    let box = Box(
      left: left, top: text.y - 0.72 * text.size, right: left + width,
      bottom: text.y + 0.15 * text.size)
    words.append(
      Words(text: content, box: box, owner: groups.last { $0.role == "node" }?.id))
  }

  private static func numbers(_ text: String) -> [Double] {
    text.matches(of: /-?[0-9]+(?:\.[0-9]+)?/).compactMap { Double($0.output) }
  }

  private static func points(onCurve numbers: [Double]) -> [(x: Double, y: Double)] {
    let corners = stride(from: 0, to: numbers.count - 1, by: 2).map {
      (x: numbers[$0], y: numbers[$0 + 1])
    }
    guard corners.count > 3 else { return corners }
    var points = [corners[0]]
    for start in stride(from: 0, to: corners.count - 3, by: 3) {
      for step in 1...20 {
        let t = Double(step) / 20
        let weights = [
          (1 - t) * (1 - t) * (1 - t), 3 * (1 - t) * (1 - t) * t, 3 * (1 - t) * t * t, t * t * t,
        ]
        var point = (x: 0.0, y: 0.0)
        for (corner, weight) in zip(corners[start...(start + 3)], weights) {
          point.x += corner.x * weight
          point.y += corner.y * weight
        }
        points.append(point)
      }
    }
    return points
  }

  /// The width of words at a size of 1, by the widths of Helvetica's characters from the space to
  /// the tilde; bold ones are a little wider, others as wide as a figure.
  private static func width(of text: String, isBold: Bool) -> Double {
    let width = text.unicodeScalars.reduce(0) { sum, scalar in
      let index = Int(scalar.value) - 32
      return sum + (widths.indices.contains(index) ? widths[index] : scalar == "\u{A0}" ? 278 : 556)
    }
    return Double(width) / 1000 * (isBold ? 1.07 : 1)
  }

  private static let widths = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]
}
