/// A picture made of shapes, written as SVG, or as a drawing that Graphviz's renderers turn into PNG
/// and PDF.
///
/// Lengths are points (1/72 inch) from the upper left corner. The order of the shapes is that of
/// drawing. Equal figures give equal bytes.
public struct Figure: Hashable, Sendable {
  /// What it is of.
  public let title: String
  /// What it shows, for who cannot see it: the same facts in sentences.
  public let lines: [String]
  public let width: Double
  public let height: Double
  var shapes: [Shape] = []

  init(title: String, lines: [String], width: Double, height: Double) {
    self.title = title
    self.lines = lines
    self.width = width
    self.height = height
  }

  /// The text equivalent: title and lines.
  public var text: String { ([title, ""] + lines).map { $0 + "\n" }.joined() }
}

/// A place in a figure.
struct Point: Hashable, Sendable {
  var x: Double
  var y: Double
}

/// One shape of a figure.
struct Shape: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    /// Closed rings; what lies in an odd number of them is filled.
    case area([[Point]])
    case line([Point])
    case circle(Point, radius: Double)
    case text(String, at: Point, Anchor, size: Double, isBold: Bool)
  }

  enum Anchor: Hashable, Sendable {
    case start, middle, end
  }

  var form: Form
  var fill: Colour?
  var stroke: Colour?
  var strokeWidth = 0.5
  var isDashed = false
  /// What a reader is told who points at it.
  var title: String?

  static func box(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: Colour?,
    stroke: Colour? = nil, strokeWidth: Double = 0.5, title: String? = nil
  ) -> Shape {
    let corners = [
      Point(x: x, y: y), Point(x: x + width, y: y), Point(x: x + width, y: y + height),
      Point(x: x, y: y + height), Point(x: x, y: y),
    ]
    return Shape(
      form: .area([corners]), fill: fill, stroke: stroke, strokeWidth: strokeWidth, title: title)
  }

  static func text(
    _ text: String, _ x: Double, _ y: Double, _ anchor: Anchor = .start, size: Double = 9,
    isBold: Bool = false, colour: Colour = .ink
  ) -> Shape {
    Shape(
      form: .text(text, at: Point(x: x, y: y), anchor, size: size, isBold: isBold), fill: colour)
  }

  static func line(
    _ points: [Point], _ stroke: Colour, width: Double = 0.5, isDashed: Bool = false
  ) -> Shape {
    Shape(form: .line(points), stroke: stroke, strokeWidth: width, isDashed: isDashed)
  }
}

/// A colour, without transparency: what lies below never shows through.
struct Colour: Hashable, Sendable {
  let red: UInt8
  let green: UInt8
  let blue: UInt8

  init(_ hex: UInt32) {
    (red, green, blue) = (UInt8(hex >> 16 & 0xFF), UInt8(hex >> 8 & 0xFF), UInt8(hex & 0xFF))
  }

  static let ink = Colour(0x222222)
  static let paper = Colour(0xFFFFFF)
  static let faint = Colour(0xB8B8B8)
  static let pale = Colour(0xF0F0EC)
  /// Of small print.
  static let small = Colour(0x555555)

  /// `#1F2F6B`.
  var hex: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Between two colours: 0 is the first, 1 the second.
  static func mix(_ first: Colour, _ second: Colour, _ part: Double) -> Colour {
    func channel(_ path: KeyPath<Colour, UInt8>) -> UInt32 {
      let (from, to) = (Double(first[keyPath: path]), Double(second[keyPath: path]))
      return UInt32((from + (to - from) * min(max(part, 0), 1)).rounded())
    }
    return Colour(channel(\.red) << 16 | channel(\.green) << 8 | channel(\.blue))
  }
}

// What every figure has around it.
extension Figure {
  /// The title and, below it, when and by what measure.
  mutating func addHeading(_ title: String, _ preface: [String], margin: Double) {
    let room = width - 2 * margin
    shapes.append(
      .text(
        TextWidth.fitted(title, room, size: 17, isBold: true), margin, margin + 14, size: 17,
        isBold: true))
    for (number, line) in preface.enumerated() {
      shapes.append(
        .text(
          TextWidth.fitted(line, room, size: 9), margin, margin + 32 + Double(number) * 13,
          colour: .small))
    }
  }

  /// Lines of small print, such as whose data it is.
  mutating func addFootnotes(_ lines: [String], x: Double, y: Double) {
    for (number, line) in lines.enumerated() {
      shapes.append(.text(line, x, y + Double(number) * 9, size: 7, colour: .small))
    }
  }
}
