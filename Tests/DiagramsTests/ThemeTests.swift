import Foundation
import GovernanceModel
import Testing

@testable import Diagrams

/// Colours as people with other colour vision see them, by the matrices of Machado, Oliveira and
/// Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE
/// Transactions on Visualization and Computer Graphics 15 (2009), at full severity; contrast as in
/// the Web Content Accessibility Guidelines 2.2; distance in CIE L*a*b* (1976).
enum ColourVision: String, CaseIterable {
  case usual, protanopia, deuteranopia, tritanopia

  private var matrix: [[Double]] {
    switch self {
    case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  static func linear(_ color: DotColor) -> [Double] {
    let digits = Array(color.text.dropFirst())
    return stride(from: 0, to: 6, by: 2).map { index in
      let value = Double(Int(String(digits[index...(index + 1)]), radix: 16)!) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
  }

  func distance(_ left: DotColor, _ right: DotColor) -> Double {
    zip(lab(left), lab(right)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  private func lab(_ color: DotColor) -> [Double] {
    let linear = Self.linear(color)
    let seen = matrix.map { row in
      min(1, max(0, zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 }))
    }
    let xyz = [
      (0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047,
      0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2],
      (0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883,
    ].map { $0 > 0.008856 ? cbrt($0) : 7.787 * $0 + 16.0 / 116 }
    return [116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])]
  }

  static func contrast(_ left: DotColor, _ right: DotColor) -> Double {
    func luminance(_ color: DotColor) -> Double {
      zip([0.2126, 0.7152, 0.0722], linear(color)).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let values = [luminance(left), luminance(right)].sorted()
    return (values[1] + 0.05) / (values[0] + 0.05)
  }
}

@Suite struct ThemeTests {
  static let names = Theme.all.map(\.name)
  private func theme(_ name: String) throws -> Theme { try #require(Theme.named(name)) }

  @Test func computesContrastAndDistanceAsPublished() {
    #expect(abs(ColourVision.contrast("#000000", "#FFFFFF") - 21) < 0.001)
    #expect(abs(ColourVision.contrast("#777777", "#FFFFFF") - 4.48) < 0.01)
    // Red and green of equal lightness are told apart by most people and not by deuteranopes.
    #expect(ColourVision.usual.distance("#C00000", "#6A6A00") > 40)
    #expect(ColourVision.deuteranopia.distance("#C00000", "#6A6A00") < 30)
  }

  @Test(arguments: names)
  func writesWordsThatCanBeRead(name: String) throws {
    let theme = try theme(name)
    let least = name == "contrast" ? 7.0 : 4.5
    #expect(ColourVision.contrast(theme.ink, theme.background) >= 7)
    #expect(ColourVision.contrast(theme.ink, theme.frameFill) >= 7)
    for fill in theme.fills + [theme.plain, theme.other] {
      #expect(ColourVision.contrast(theme.nodeInk, fill) >= 7)
    }
    // Amounts are written in the colour of their line.
    for color in RelationshipKind.standard.map(theme.line) + [theme.unstated] {
      #expect(ColourVision.contrast(color, theme.background) >= least, "\(color)")
    }
  }

  @Test(arguments: names)
  func drawsLinesAndOutlinesThatCanBeSeen(name: String) throws {
    let theme = try theme(name)
    for color in RelationshipKind.standard.map(theme.line) + [theme.unstated, theme.outline] {
      #expect(ColourVision.contrast(color, theme.background) >= 3)
      #expect(ColourVision.contrast(color, theme.frameFill) >= 3)
    }
    #expect(ColourVision.contrast(theme.frameLine, theme.background) >= 3)
  }

  @Test(arguments: names.filter { $0 != "print" }, ColourVision.allCases)
  func keepsFillsApartForEveryColourVision(name: String, vision: ColourVision) throws {
    let fills = try theme(name).fills
    for (number, fill) in fills.enumerated() {
      for other in fills[..<number] {
        #expect(vision.distance(fill, other) >= 9, "\(fill) and \(other)")
      }
    }
  }

  /// The kinds that most pictures show; the others are rarer and told apart by their arrows.
  @Test(arguments: names.filter { $0 != "print" }, ColourVision.allCases)
  func keepsTheMainLinesApartForEveryColourVision(name: String, vision: ColourVision) throws {
    let theme = try theme(name)
    let main: [RelationshipKind] = [.accountableTo, .funds, .oversees, .commissions, .memberOf]
    for (number, kind) in main.enumerated() {
      for other in main[..<number] {
        #expect(vision.distance(theme.line(kind), theme.line(other)) >= 10, "\(kind), \(other)")
      }
    }
  }

  /// Five steps are all that black words leave; whoever shares one has another shape.
  @Test func printsInGreysThatCanBeToldApart() {
    let greys = Set(Theme.print.fills.map(\.text)).sorted().map { DotColor($0)! }
    #expect(greys.count == 5)
    for (number, grey) in greys.enumerated() {
      for other in greys[..<number] {
        #expect(ColourVision.usual.distance(grey, other) >= 7, "\(grey) and \(other)")
      }
    }
  }

  @Test(arguments: names, ColourVision.allCases)
  func keepsFillsApartFromBodiesWithoutALook(name: String, vision: ColourVision) throws {
    let theme = try theme(name)
    // Beside shapes: the lightest fills are close to white and to grey.
    for fill in theme.fills {
      #expect(vision.distance(fill, theme.other) >= 3, "\(fill)")
    }
  }

  @Test func printsInGreys() {
    for fill in Theme.print.fills + RelationshipKind.standard.map(Theme.print.line) {
      let digits = Array(fill.text.dropFirst())
      #expect(digits[0...1] == digits[2...3] && digits[2...3] == digits[4...5])
    }
  }

  @Test func tellsKindsOfLinesApartWithoutColour() {
    let arrows = RelationshipKind.standard.map { LineLook(kind: $0).arrow }
    #expect(Set(arrows).count == RelationshipKind.standard.count)
    #expect(!arrows.contains(.none))
  }

  @Test func tellsFamiliesApartWithoutColourOrWithIt() {
    let looks = (0..<NodeLook.count).map { NodeLook(number: $0, isPost: false) }
    #expect(Set(looks).count == NodeLook.count)
    // Any eight in a row, as a graph numbers its kinds, differ in shape and in fill.
    for start in 0..<8 where start % 8 == 0 {
      let eight = looks[start..<(start + 8)]
      #expect(Set(eight.map(\.outline)).count == 8)
      #expect(Set(eight.map(\.fill)).count == 8)
    }
  }
}
