import GovernanceModel
import GraphFiles

/// What the logs of changes say of footprints: codes given and closed, members that moved.
struct FootprintChanges {
  /// The day on which a code of the Office for National Statistics came into use.
  private(set) var codeDates: [String: PartialDate] = [:]
  /// The day from which a name was corrected, by the name before.
  private(set) var nameCorrections: [String: PartialDate] = [:]
  /// CCGs that moved: the CCG's name, and the footprints left and joined by their first codes.
  private(set) var moves: [(group: String, from: String, to: String, date: PartialDate)] = []
  /// Codes of the Organisation Data Service with the name they were closed under.
  private(set) var closedCodes: [(code: String, name: String)] = []
  /// Codes of the Organisation Data Service by the code of the Office for National Statistics.
  private(set) var pairedCodes: [String: String] = [:]

  init(_ sources: SourceFolder) throws(FileError) {
    for row in try sources.rows(named: "stp_changes.csv") {
      guard let date = PartialDate(row["date"]) else { continue }
      let detail = row["detail"]
      let codes = Self.areaCodes(in: detail)
      switch row["type"] {
      case "ONS code/boundary change":
        for code in codes { codeDates[code] = date }
        if let name = Self.text(in: detail, after: "(was ", before: ")") {
          nameCorrections[name] = date
        }
        if let group = Self.text(in: detail, after: "", before: " moves from "), codes.count > 1 {
          moves.append((group: group, from: codes[0], to: codes[1], date: date))
        }
      case "STP code closed (merger)":
        let words = row["stp"].split(separator: " ", maxSplits: 1).map(String.init)
        if words.count == 2 { closedCodes.append((code: words[0], name: words[1])) }
      case "ONS Boundary Code":
        if let area = codes.first { pairedCodes[area] = String(row["stp"].prefix(3)) }
      default:
        break
      }
    }
  }

  private static func areaCodes(in text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
      .filter { $0.count == 9 && $0.hasPrefix("E54") }
  }

  private static func text(in whole: String, after start: String, before end: String) -> String? {
    var rest = whole[...]
    if !start.isEmpty {
      guard let found = rest.firstRange(of: start) else { return nil }
      rest = rest[found.upperBound...]
    }
    guard let found = rest.firstRange(of: end) else { return nil }
    return String(rest[..<found.lowerBound])
  }
}
