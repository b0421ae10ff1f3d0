import GovernanceModel
import GraphFiles
import Interchange

/// The NHS trusts and foundation trusts of England since April 2013, care trusts included.
///
/// The register of about 2025 gives codes and dates; the one of 2015/16 the names of the day. The
/// care trusts stand in neither: their codes begin with another letter, and returns list them.
struct Trusts {
  struct Trust {
    let id: String
    let names: [Run<String>]
    let kind: String
    let life: Period
    let evidence: Evidence
  }

  /// Bodies that closed before the reformed service began are left out.
  private static let firstDay = day("2013-04-01")

  let trusts: [Trust]

  subscript(id: String) -> Trust? { trusts.first { $0.id == id } }

  init(_ sources: SourceFolder) throws(FileError) {
    let register = try sources.register("etr")
    let earlier = try sources.register("etr-2015-16")
    let kinds = try TrustKinds(sources)
    let names = try TrustNames(sources, earlier: earlier, later: register)
    var trusts: [Trust] = []
    for record in register.records where Self.isEnglish(record, earlier: earlier[record.code]) {
      guard record.period.endDay > Self.firstDay.firstDay else { continue }
      trusts.append(
        Self.trust(
          record.code, life: record.period, names: names.runs(of: record.code), kinds: kinds,
          sources: ["ods-etr"]))
    }
    for (code, name) in kinds.careTrusts {
      // The one that closed is known from the log of the workbook; its day is recalled.
      let end: PartialDate? = code == "TAE" ? day("2017-01-01") : nil
      let run = Run(value: CapitalsToName.name(name), start: nil, end: nil, sources: [])
      trusts.append(
        Self.trust(
          code, life: Period(end: end), names: [run], kinds: kinds,
          sources: end == nil ? [] : ["wbk"]))
    }
    self.trusts = trusts
  }

  /// The register of 2015/16 files the Welsh trusts under a region of their own; today's files them
  /// under none.
  private static func isEnglish(_ record: ODSRecord, earlier: ODSRecord?) -> Bool {
    record.regionAtPublication != nil && earlier?.regionAtPublication != "W00"
  }

  private static func trust(
    _ code: String, life: Period, names: [Run<String>], kinds: TrustKinds, sources: [String]
  ) -> Trust {
    let finding = kinds.finding(code, name: names[0].value)
    let notes = [
      code == "RJD" ? "By 2016 a shell: its hospitals had gone to other trusts." : nil,
      code == "TAE" ? "The closing day is recalled." : nil,
      code.hasPrefix("TA") && code != "TAE"
        ? "Its days of opening and closing are not recorded." : nil,
      finding.note,
    ].compactMap(\.self)
    return Trust(
      id: code, names: names, kind: finding.kind, life: life,
      evidence: Evidence(
        sources + finding.sources.filter { !sources.contains($0) }, finding.grade,
        note: notes.isEmpty ? nil : notes.joined(separator: " ")))
  }

  func add(to tables: inout EnglandTables) {
    for trust in trusts {
      tables.organisation(
        .trusts, id: trust.id, name: trust.names[trust.names.count - 1].value, kind: trust.kind,
        legalForm: "statutory-body", life: trust.life, codes: [("code_ods", trust.id)],
        trust.evidence)
      tables.history(.trustHistory, of: trust.id, "name", trust.names, grade: .inferred) { run in
        run.end?.isWhole ?? true
          ? "The end is the first record of the later name; the day it changed is not recorded."
          : "The later name is first met in lists of that year; the day it changed is not recorded."
      }
    }
  }
}
