import Foundation
import GovernanceModel
import Testing

@testable import Interchange

/// The published files, where the environment variable `REMIT_SOURCES` names their folder.
private let sources = ProcessInfo.processInfo.environment["REMIT_SOURCES"]

@Suite(.enabled(if: sources != nil, "set REMIT_SOURCES to the folder of published files to run it"))
struct PublishedFilesTests {
  private func path(_ file: String) throws -> String { try #require(sources) + "/" + file }

  @Test(arguments: ["eccg", "eccg-2016-02", "etr", "etr-2015-16"])
  func `reads every register`(name: String) throws {
    let register = try ODSRegister.read(path: path("ods/\(name).csv"))
    #expect(register.records.count > 200)
  }

  @Test func `counts the CCGs open on each first of April`() throws {
    let register = try ODSRegister.read(path: path("ods/eccg.csv"))
    let groups = register.records.filter { $0.name.contains("CCG") || $0.name.contains("ICB - ") }
    let counts = (2014...2021).map { year in
      groups.count { $0.period.holds(at: .date(PartialDate(year: year, month: 4, day: 1)!)) }
    }
    #expect(counts == [211, 209, 209, 207, 195, 191, 135, 106])
  }

  @Test func `reads every lookup`() throws {
    for file in try FileManager.default.contentsOfDirectory(atPath: path("ons")).sorted() {
      let lookup = try ONSLookup.read(path: path("ons/" + file))
      #expect(lookup.geographies.count > 1, "\(file)")
    }
  }

  @Test func `finds 106 locations in 42 boards`() throws {
    let lookup = try ONSLookup.read(path: path("ons/LSOA11_SICBL22_ICB22_LTLA22.csv"))
    let pairs = lookup.pairs(ONSGeography("SICBL", 2022), ONSGeography("ICB", 2022))
    #expect(pairs.count == 106)
    #expect(Set(pairs.map(\.right.code)).count == 42)
  }
}
