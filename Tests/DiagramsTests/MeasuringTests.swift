import Diagrams
import GraphvizEngine
import Testing

/// Words are measured by a table of letters; the library that measures for Graphviz elsewhere is the
/// oracle.
@Suite struct MeasuringTests {
  /// Single letters at a size at which each unit of the typeface counts, without a margin.
  private static func widths(
    of texts: [String], in typeface: String, isBold: Bool = false, size: Double = 2048
  ) throws -> [Double] {
    var document = DotDocument(
      name: "letters",
      nodeDefaults: [
        .shape(.plain), .margin(0), .fontname(typeface), .fontsize(size),
      ])
    for (number, text) in texts.enumerated() {
      let words = HTMLText.text(text)
      document.addNode("\(number)", [.label(HTMLLabel(isBold ? [.bold([words])] : [words]))])
    }
    let places = try Graphviz.places(of: document)
    return texts.indices.map { places["\($0)"]?.width ?? 0 }
  }

  private static func letters(_ ranges: ClosedRange<UInt32>...) -> [String] {
    ranges.joined().compactMap { Unicode.Scalar($0).map { String($0) } }
  }

  @Test(arguments: [false, true])
  func givesEachLetterTheWidthOfTheTypeface(isBold: Bool) throws {
    // The middle dot is another in the first edition of the typeface.
    let letters = Self.letters(0x21...0x7E, 0xA1...0xAC, 0xAE...0xB6, 0xB8...0xFF)
    let ours = try Self.widths(of: letters, in: PictureStyle.font, isBold: isBold)
    let theirs = try Self.widths(of: letters, in: "Liberation Sans", isBold: isBold)
    for (letter, (one, other)) in zip(letters, zip(ours, theirs)) {
      #expect(abs(one - other) <= 1.5, "\(letter): \(one), not \(other)")
    }
  }

  @Test(arguments: [false, true])
  func givesNoLetterLessThanTheTypefaceDoes(isBold: Bool) throws {
    let letters = Self.letters(
      0x100...0x17F, 0x370...0x52F, 0x1E00...0x1EFF, 0x2010...0x2027, 0x2030...0x205E,
      0x20A0...0x20BF, 0x2190...0x21FF, 0x2200...0x22FF, 0x25A0...0x25FF)
    let ours = try Self.widths(of: letters, in: PictureStyle.font, isBold: isBold)
    let theirs = try Self.widths(of: letters, in: "Liberation Sans", isBold: isBold)
    for (letter, (one, other)) in zip(letters, zip(ours, theirs)) where other > 0 {
      #expect(one >= other - 1.5, "\(letter): \(one), less than \(other)")
    }
  }

  @Test func leavesRoomForWhatKerningTakesAway() throws {
    let texts = [
      "NHS England", "AVAVAV To Yo", "Wokingham Borough Council", "£1,234.5m – £6,789k",
      "Tees, Esk and Wear Valleys NHS Foundation Trust", "Łódź, Ærøskøbing, Αθήνα, Москва",
    ]
    for size in [7.0, 8.5, 10, 12, 26] {
      let ours = try Self.widths(of: texts, in: PictureStyle.font, size: size)
      let theirs = try Self.widths(of: texts, in: "Liberation Sans", size: size)
      for (text, (one, other)) in zip(texts, zip(ours, theirs)) {
        #expect(one >= other - 1, "\(text) at \(size): \(one), less than \(other)")
        #expect(one <= other * 1.12 + 1, "\(text) at \(size): \(one), much more than \(other)")
      }
    }
  }

  /// Letters that the table has not are left to the library, and none is lost.
  @Test(arguments: ["漢字の名前", "مستشفى", "בית חולים", "👩‍⚕️ clinic", "a\u{301}bc", "x\u{202E}y"])
  func drawsLettersOfEveryScript(name: String) throws {
    let width = try #require(try Self.widths(of: [name], in: PictureStyle.font, size: 20).first)
    #expect(width > 10)
    var document = DotDocument(name: "scripts", nodeDefaults: [.fontname(PictureStyle.font)])
    document.addNode("a", [.label(name)])
    for format in [ImageFormat.svg, .png, .pdf] {
      #expect(try !Graphviz.render(document, format: format).isEmpty)
    }
  }

  /// A size that is read from the first numbers of a PNG and of an SVG.
  @Test func laysWordsOutAlikeForScreenAndPaper() throws {
    var document = DotDocument(
      name: "alike", nodeDefaults: [.shape(.box), .fontname(PictureStyle.font), .fontsize(12)])
    // Capitals of this size are 4 % wider on the whole pixels of a screen.
    for number in 0..<6 { document.addNode("\(number)", [.label("HHHHHHHHHHHHHHHHHHHHHHHHHHHHH")]) }
    document.attributes.set(.dpi(72))
    let png = try Graphviz.render(document, format: .png)
    let across = png[16..<20].reduce(0) { $0 << 8 | Int($1) }
    let svg = PictureSize(ofSVG: try Graphviz.render(document, format: .svg)).width
    #expect(abs(svg - Double(across)) <= 1, "\(svg) and \(across)")
  }
}
