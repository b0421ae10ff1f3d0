/// A sort of area in the version of one year, such as `CCG17`: clinical commissioning groups as of
/// 2017. Codes and names of one sort differ from year to year, so the year is part of it.
public struct ONSGeography: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// In capitals: `CCG`, `STP`, `LAD`, `NHSRLO`.
  public let abbreviation: String
  public let year: Int

  public init(_ abbreviation: String, _ year: Int) {
    self.abbreviation = abbreviation.uppercased()
    self.year = year
  }

  public var description: String {
    let short = year % 100
    return abbreviation + (short < 10 ? "0" : "") + String(short)
  }

  public static func < (left: ONSGeography, right: ONSGeography) -> Bool {
    (left.abbreviation, left.year) < (right.abbreviation, right.year)
  }
}

/// One area.
public struct ONSUnit: Hashable, Sendable {
  /// The nine-character code of the Office for National Statistics.
  public let code: String
  /// The code that the health service uses for the same body, where the file gives one.
  public let odsCode: String?
  public let name: String
  public let welshName: String?
}

/// A header that names a geography, its year and what the column holds: `CCG17CD`, `CCG17CDH`,
/// `CCG17NM`, `CCG17NMW`, or in the style of 2021 `icb22_code`, `icb22_code_h`, `icb22_name`.
struct ONSHeader: Hashable {
  enum Content: Hashable { case code, odsCode, name, welshName }
  let geography: ONSGeography
  let content: Content

  private static let endings: [(ending: String, content: Content)] = [
    ("CDH", .odsCode), ("CD", .code), ("NMW", .welshName), ("NM", .name),
    ("_CODE_H", .odsCode), ("_CODE", .code), ("_NAME_W", .welshName), ("_NAME", .name),
  ]

  /// Nil for columns of other sorts, such as `FID` or `GlobalID`.
  init?(_ header: String) {
    let capitals = header.uppercased()
    let letters = capitals.prefix { $0.isASCII && $0.isLetter }
    let digits = capitals.dropFirst(letters.count).prefix(2)
    let ending = capitals.dropFirst(letters.count + digits.count)
    guard !letters.isEmpty, digits.count == 2, let year = Int(digits), digits.first != "-",
      let match = Self.endings.first(where: { $0.ending == ending })
    else { return nil }
    geography = ONSGeography(String(letters), year < 70 ? 2000 + year : 1900 + year)
    content = match.content
  }
}
