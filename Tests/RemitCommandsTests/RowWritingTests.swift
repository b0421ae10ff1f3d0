import GovernanceAnalysis
import GovernanceModel
import GraphFiles
import Reports
import Testing

/// Rows of CSV and JSON that are written straight from the columns are those made cell by cell.
@Suite struct RowWritingTests {
  private func reports(on graph: GovernanceGraph, at moment: Moment) -> [Report] {
    let network = AccountabilityNetwork(graph, at: moment, basis: .all)
    return [
      SpanAnswer.report(in: network),
      PrincipalsAnswer.report(ofSeveralKinds: false, in: network),
      PrincipalsAnswer.report(ofSeveralKinds: true, in: network),
      FundersAnswer.report(offPath: false, in: network),
      FundersAnswer.report(offPath: true, in: network),
      ReportsToAnswer.report(on: Array(graph.allBodies), in: network),
      ReportsToAnswer.report(on: [], in: network),
      ChokepointsAnswer.report(root: nil, in: network),
      ChokepointsAnswer.report(root: graph.allBodies.first, in: network),
    ]
  }

  private func expectTheSameRows(_ graph: GovernanceGraph, at moment: Moment) {
    for report in reports(on: graph, at: moment) {
      let simple = Report(
        title: "", preface: [], sections: [], coverage: [], citations: [],
        csv: ReportTable(report.csv.columns, rows: report.csv.rows), json: report.json)
      #expect(
        report.formatted(as: .csv) == simple.formatted(as: .csv), "\(report.title) at \(moment)")
      // Compared as a whole: where a million lines differ, nobody wants to see them all.
      let isSame = report.formatted(as: .json) == simple.formatted(as: .json)
      #expect(isSame, "\(report.title) at \(moment), in JSON")
    }
  }

  @Test func ofEnglandOnSeveralDates() throws {
    let graph = try GraphReader.read(path: Graphs.england).graph
    for date in ["2013-04-01", "2016-10-01", "2022-07-01"] {
      expectTheSameRows(graph, at: .date(try #require(PartialDate(date))))
    }
    expectTheSameRows(graph, at: .anyTime)
  }

  /// Names that need quotes, begin like formulas, or are the same text in other bytes; rows that
  /// only their cells put in order; more rows than one thread writes.
  @Test func ofALargeRegisterWithOddTexts() throws {
    let names = [
      "back\\slash/", "tab\t bell\u{07} del\u{7F} unit\u{1F}", "=sum", "a, b", "\"q\"", "-5", "-x",
      "Zoë", "Zoe\u{308}", "Zof", "Zo", "Zo\u{308}e", "Zod\u{327}\u{308}x", "Zoe",
      "@home", "plain",
    ]
    var organisations = "id,name,kind\n"
    var rows = "from,to,kind,basis,legal_basis,amount,year,start,end,source,grade,id,note\n"
    for number in 0..<5000 {
      // Not in the order of the ids, and many share their first eight bytes.
      let id = "register\((number * 7) % 5000)"
      let name = names[number % names.count].replacing("\"", with: "\"\"")
      organisations += "\(id),\"\(name)\",kind\(number % 3)\n"
      for principal in [number / 3, number / 5, 7] where principal < number {
        let dates = number % 2 == 0 ? ["2014", ""] : ["2014-03", "2020-12-31"]
        rows +=
          "register\(number),register\(principal),accountable-to,"
          + "\(number % 4 == 0 ? "statutory managerial" : ""),\"s.1, 2\",,,\(dates[0]),"
          + "\(dates[1]),a  source,verified,,\n"
        rows +=
          "register\(principal),register\((number * 3) % 5000),funds,,,"
          + "\(number % 2 == 0 ? "-5.05" : "\(number).5"),2015/16,,,,recalled,f\(number)-\(principal),\n"
      }
    }
    let tables = ["organisations.csv": organisations, "relationships.csv": rows]
    let graph = try Graphs.withFolder(tables) { try GraphReader.read(path: $0).graph }
    #expect(graph.bodyCount == 5000 && graph.relationshipCount > 20_000)
    expectTheSameRows(graph, at: .anyTime)
    expectTheSameRows(graph, at: .date(try #require(PartialDate("2016"))))
  }
}
