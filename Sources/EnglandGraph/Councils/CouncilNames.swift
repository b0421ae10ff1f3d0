/// What councils are called.
///
/// Lookups name areas, not councils: "Bristol, City of". A council is called by its name in the
/// footprints' list of partners where that spells the area as the lookup does, and else by the
/// area's name with "Council" or, in counties, "County Council".
struct CouncilNames {
  /// The forms of the list that are neither.
  private static let forms = [
    "E06000010": "Hull City Council", "E06000018": "Nottingham City Council",
    "E06000023": "Bristol City Council",
    "E06000047": "Durham County Council", "E06000053": "Council of the Isles of Scilly",
    "E09000001": "City of London Corporation",
  ]
  /// Words of lists and of people that stand for another area name.
  private static let aliases = [
    "hull": "kingston upon hull", "middlesborough": "middlesbrough", "scilly": "isles scilly",
  ]
  private static let withoutMeaning: Set<String> = [
    "borough", "city", "corporation", "council", "county", "district", "ioss", "ios", "london",
    "metropolitan", "of", "royal", "the", "unitary",
  ]

  /// Names of councils met in the list, by area.
  private var listed: [String: [String: Int]] = [:]

  init(members: [NamedCells]) {
    for row in members where row["member_type"] == "la" {
      var name = row["member"]
      // "Halton Borough Council (Unitary)"
      if let bracket = name.firstRange(of: " (") { name = String(name[..<bracket.lowerBound]) }
      listed[Self.area(name), default: [:]][name, default: 0] += 1
    }
  }

  /// The part of a name that says which area is meant, for comparing.
  static func area(_ name: String) -> String {
    let words = ComparableName.key(name).split(separator: " ").map(String.init)
    let kept = words.filter { !withoutMeaning.contains($0) }
    // "City of London" and its corporation have no other word.
    let area = kept.isEmpty && words.contains("london") ? "london" : kept.joined(separator: " ")
    return aliases[area] ?? area
  }

  /// The area as it is spoken of: "Bristol", where a lookup has "Bristol, City of".
  static func plain(_ area: String) -> String {
    for ending in [", City of", ", County of"] where area.hasSuffix(ending) {
      return String(area.dropLast(ending.count))
    }
    return area
  }

  /// The name, and whether the list of partners has it.
  ///
  /// - Parameter isListed: whether the council was there when the list was made.
  func name(code: String, area: String, isListed: Bool = true) -> (name: String, isFromList: Bool) {
    if let form = Self.forms[code] { return (form, true) }
    let plain = Self.plain(area)
    let key = ComparableName.key(plain)
    let fitting = (listed[Self.area(area)] ?? [:]).filter { name, _ in
      isListed && name.hasSuffix("Council") && ComparableName.key(name).contains(key)
        && !name.hasPrefix("London") && !name.hasPrefix("Royal")
    }
    let best = fitting.min { ($1.value, $0.key) < ($0.value, $1.key) }
    if let best { return (best.key, true) }
    return (plain + (code.hasPrefix("E10") ? " County Council" : " Council"), false)
  }
}
