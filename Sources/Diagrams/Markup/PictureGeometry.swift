/// Where the elements of a picture are, read from the SVG that Graphviz drew, so that it holds for
/// every layout: in points of a 72nd of an inch, from the top left corner, y downwards.
struct PictureGeometry {
  struct Rectangle: Equatable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    mutating func include(_ x: Double, _ y: Double) {
      left = min(left, x)
      top = min(top, y)
      right = max(right, x)
      bottom = max(bottom, y)
    }

    static let nothing = Rectangle(
      left: .infinity, top: .infinity, right: -.infinity, bottom: -.infinity)
    var isNothing: Bool { left > right }
  }

  private(set) var width = 0.0
  private(set) var height = 0.0
  /// Nodes, clusters and cells, by element.
  private(set) var rectangles: [String: Rectangle] = [:]
  /// The path of each line as SVG writes it, by element.
  private(set) var paths: [String: String] = [:]
  /// Where the words at a line stand: the middle of each of its texts.
  private(set) var labels: [String: (x: Double, y: Double)] = [:]

  /// - Complexity: O(n) in the bytes.
  init(_ svg: [UInt8]) {
    var reader = Reader(svg)
    while let piece = reader.scanner.next() { reader.add(piece, to: &self) }
  }

  private struct Reader {
    var scanner: MarkupScanner
    private var scale = (x: 1.0, y: 1.0)
    private var shift = (x: 0.0, y: 0.0)
    /// The elements that are open, with what they are; nil for a group without a name of its own.
    private var open: [(id: String, isEdge: Bool)?] = []

    init(_ svg: [UInt8]) { scanner = MarkupScanner(svg) }

    mutating func add(_ piece: MarkupScanner.Piece, to picture: inout PictureGeometry) {
      switch piece {
      case .opening(let tag): begin(tag, &picture)
      case .closing(_, let name): if scanner.equals(name, "g") { _ = open.popLast() }
      case .text, .other: break
      }
    }

    private mutating func begin(_ tag: MarkupScanner.Tag, _ picture: inout PictureGeometry) {
      if scanner.equals(tag.name, "svg") {
        let box = numbers("viewBox", tag)
        if box.count == 4 { (picture.width, picture.height) = (box[2], box[3]) }
      } else if scanner.equals(tag.name, "g") {
        group(tag)
      } else if let current = open.last(where: { $0 != nil }) ?? nil {
        shape(tag, of: current, &picture)
      }
    }

    private mutating func group(_ tag: MarkupScanner.Tag) {
      let id = scanner.value("id", of: tag).map(scanner.name) ?? ""
      let kind = scanner.value("class", of: tag).map(scanner.text) ?? ""
      if kind == "graph" {
        // "scale(1 1) rotate(0) translate(21.6 829.18)"
        let all = numbers("transform", tag)
        if all.count == 5 {
          scale = (all[0], all[1])
          shift = (all[3], all[4])
        }
        open.append(nil)
      } else if id.hasPrefix("a_") {
        let own = String(id.dropFirst(2))
        // The anchor of a node or edge repeats its name; that of a cell is a name of its own.
        let isRepeated = open.contains { $0?.id == own }
        open.append(isRepeated ? nil : (own, false))
      } else {
        open.append((id, kind.hasPrefix("edge")))
      }
    }

    private func shape(
      _ tag: MarkupScanner.Tag, of element: (id: String, isEdge: Bool),
      _ picture: inout PictureGeometry
    ) {
      if element.isEdge {
        if scanner.equals(tag.name, "path"), picture.paths[element.id] == nil {
          picture.paths[element.id] = path(tag)
        } else if scanner.equals(tag.name, "text"), picture.labels[element.id] == nil,
          let x = numbers("x", tag).first, let y = numbers("y", tag).first
        {
          picture.labels[element.id] = placed(x, y)
        }
        return
      }
      var points: [Double] = []
      if scanner.equals(tag.name, "polygon") || scanner.equals(tag.name, "polyline") {
        points = numbers("points", tag)
      } else if scanner.equals(tag.name, "path") {
        points = numbers("d", tag)
      } else if scanner.equals(tag.name, "ellipse") {
        let all = ["cx", "cy", "rx", "ry"].map { numbers($0, tag).first ?? 0 }
        points = [all[0] - all[2], all[1] - all[3], all[0] + all[2], all[1] + all[3]]
      }
      guard points.count > 1 else { return }
      // What is in a cell is in its node too.
      let ids = open.compactMap { $0 }.filter { !$0.isEdge }.map(\.id)
      for index in stride(from: 0, to: points.count - 1, by: 2) {
        let point = placed(points[index], points[index + 1])
        for id in ids { picture.rectangles[id, default: .nothing].include(point.x, point.y) }
      }
    }

    private func placed(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
      ((x + shift.x) * scale.x, (y + shift.y) * scale.y)
    }

    /// The path with every point moved to where it is seen.
    private func path(_ tag: MarkupScanner.Tag) -> String {
      guard let range = scanner.value("d", of: tag) else { return "" }
      var text = ""
      var pending: Double?
      for part in Self.parts(scanner.bytes[range]) {
        switch part {
        case .letter(let letter): text.unicodeScalars.append(letter)
        case .number(let number):
          if let x = pending {
            let point = placed(x, number)
            if let last = text.unicodeScalars.last, ("0"..."9").contains(last) { text += " " }
            text += JSONText.decimal(point.x) + "," + JSONText.decimal(point.y)
            pending = nil
          } else {
            pending = number
          }
        }
      }
      return text
    }

    private func numbers(_ name: String, _ tag: MarkupScanner.Tag) -> [Double] {
      let attribute = scanner.attributes(of: tag).first {
        scanner.bytes[$0.name].elementsEqual(name.utf8)
      }
      guard let range = attribute?.value else { return [] }
      return Self.parts(scanner.bytes[range]).compactMap {
        if case .number(let number) = $0 { number } else { nil }
      }
    }

    private enum Part {
      case letter(Unicode.Scalar)
      case number(Double)
    }

    /// The numbers and the letters between them.
    private static func parts(_ bytes: ArraySlice<UInt8>) -> [Part] {
      var parts: [Part] = []
      var index = bytes.startIndex
      while index < bytes.endIndex {
        let start = index
        while index < bytes.endIndex, isOfNumber(bytes[index], isFirst: index == start) {
          index += 1
        }
        if index > start {
          if let number = Double(String(decoding: bytes[start..<index], as: UTF8.self)) {
            parts.append(.number(number))
          }
          continue
        }
        let scalar = Unicode.Scalar(bytes[index])
        if scalar.properties.isAlphabetic { parts.append(.letter(scalar)) }
        index += 1
      }
      return parts
    }

    private static func isOfNumber(_ byte: UInt8, isFirst: Bool) -> Bool {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): true
      case UInt8(ascii: "-"): isFirst
      default: false
      }
    }
  }
}

/// How large the picture in an SVG is, in points.
package struct PictureSize {
  package let width: Double
  package let height: Double

  package init(ofSVG svg: [UInt8]) {
    let geometry = PictureGeometry(svg)
    width = geometry.width
    height = geometry.height
  }
}
