import GovernanceModel
import GraphFiles
import Interchange

/// What kind of trust each is: its type from the estates returns of 2016/17, and whether it was a
/// foundation trust from its name.
struct TrustKinds {
  struct Finding {
    let kind: String
    let sources: [String]
    let grade: EvidenceGrade
    let note: String?
  }

  private var estates: [String: NamedCells] = [:]
  private var returns: [String: NamedCells] = [:]
  private let succession: ODSSuccession

  init(_ sources: SourceFolder) throws(FileError) {
    for row in try sources.rows("trusts/trust-types-2016-17.csv") { estates[row["code"]] = row }
    for row in try sources.rows("ods/bodies-2015-16.csv") { returns[row["code"]] = row }
    succession = try sources.succession()
  }

  /// Codes and names of the care trusts, by code. One of them is in the earlier returns only.
  var careTrusts: [(code: String, name: String)] {
    let codes = Set(estates.keys).union(returns.keys).filter { $0.hasPrefix("TA") }
    return codes.sorted().map { ($0, (estates[$0] ?? returns[$0])?["name"] ?? "") }
  }

  func finding(_ code: String, name: String) -> Finding {
    let isFoundation = name.lowercased().contains("foundation trust")
    let form = isFoundation ? "foundation-trust" : "nhs-trust"
    var notes: [String] = []
    if isFoundation, let row = returns[code], !row["name"].contains("FOUNDATION") {
      notes.append(
        "A list of 2015/16 still has it as an NHS trust; the day it became a foundation trust is "
          + "not recorded.")
    }
    let type = type(of: code)
    if let type, type.isFromOthers { notes.append("Its type is that of the trusts it succeeded.") }
    if code == "R1J" {
      notes.append("The lists call it a care trust, which it was not; taken as a community trust.")
    }
    if type == nil { notes.append("Its type is not recorded.") }
    return Finding(
      kind: type.map { "\($0.word)-\(form)" } ?? form, sources: type?.sources ?? [],
      grade: type == nil || !notes.isEmpty ? .inferred : .verified,
      note: notes.isEmpty ? nil : notes.joined(separator: " "))
  }

  private struct TrustType {
    let word: String
    let sources: [String]
    var isFromOthers = false
  }

  /// From the returns of 2016/17; where they have none, of 2015/16; where those have none either,
  /// that of the trusts it succeeded, if they were all of one type.
  private func type(of code: String) -> TrustType? {
    let listed = [(estates[code], "eric-2016-17"), (returns[code], "sdu-bodies-2015-16")]
    for case (let row?, let source) in listed {
      if let word = Self.word(row["type"], code: code) {
        return TrustType(word: word, sources: [source])
      }
    }
    let before = succession.predecessors(of: code).map { type(of: $0.predecessor) }
    guard let first = before.first ?? nil, before.allSatisfy({ $0?.word == first.word }) else {
      return nil
    }
    return TrustType(
      word: first.word, sources: first.sources + ["ods-succession"], isFromOthers: true)
  }

  /// Five names with commas pushed the type out of the returns' last column, where a region stands
  /// instead.
  private static func word(_ type: String, code: String) -> String? {
    switch type.uppercased() {
    case "ACUTE - SPECIALIST": "specialist"
    case let acute where acute.hasPrefix("ACUTE"): "acute"
    case "MENTAL HEALTH AND LEARNING DISABILITY": "mental-health"
    case "COMMUNITY": "community"
    case "AMBULANCE", "AMBULANCE TRUST": "ambulance"
    case "CARE TRUST": code.hasPrefix("TA") ? "care" : "community"
    default: nil
    }
  }
}
