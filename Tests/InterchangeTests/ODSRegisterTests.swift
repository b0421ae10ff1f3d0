import GovernanceModel
import Testing

@testable import Interchange

/// A row of 27 cells, of which the ones that matter here are given.
private func row(
  _ code: String, name: String = "A TRUST", opened: String = "20130401", closed: String = "",
  subtype: String = ""
) -> String {
  var cells = [String](repeating: "", count: 27)
  cells[0] = code
  cells[1] = name
  cells[2] = "Y54"
  cells[3] = "Q74"
  cells[9] = "DL3 6JL"
  cells[10] = opened
  cells[11] = closed
  cells[13] = subtype
  return cells.map { "\"\($0)\"" }.joined(separator: ",") + "\n"
}

@Suite struct ODSRegisterTests {
  @Test func `reads the columns that say what a body is`() throws {
    let register = try withFile(row("00C", name: "NHS DARLINGTON CCG", subtype: "C")) { path in
      try ODSRegister.read(path: path)
    }
    let record = try #require(register["00C"])
    #expect(record.name == "NHS DARLINGTON CCG")
    #expect(record.regionAtPublication == "Y54")
    #expect(record.parentAtPublication == "Q74")
    #expect(record.postcode == "DL3 6JL")
    #expect(record.opened == PartialDate("2013-04-01"))
    #expect(record.lastOpenDay == nil)
    #expect(record.subtype == "C")
    #expect(register["99Z"] == nil)
  }

  @Test func `takes the close date for the last open day`() throws {
    let register = try withFile(row("00F", closed: "20150331")) { path in
      try ODSRegister.read(path: path)
    }
    let record = try #require(register["00F"])
    #expect(record.closed == PartialDate("2015-04-01"))
    #expect(record.period.holds(at: .date(PartialDate("2015-03-31")!)))
    #expect(!record.period.holds(at: .date(PartialDate("2015-04-01")!)))
  }

  @Test func `keeps a close date in the future as a date`() throws {
    let register = try withFile(row("RGT", closed: "20991231")) { path in
      try ODSRegister.read(path: path)
    }
    #expect(register["RGT"]?.closed == PartialDate("2100-01-01"))
    #expect(register["RGT"]?.period.holds(at: .date(PartialDate("2016-10-01")!)) == true)
  }

  @Test(arguments: ["19000101", "1900-01-01", ""])
  func `reads filler as not recorded`(text: String) throws {
    let register = try withFile(row("RGT", opened: text)) { path in
      try ODSRegister.read(path: path)
    }
    #expect(register.records.count == 1)
    #expect(register["RGT"]?.opened == nil)
  }

  @Test func `reads dates with dashes`() throws {
    let register = try withFile(row("RGT", opened: "1993-04-01")) { path in
      try ODSRegister.read(path: path)
    }
    #expect(register["RGT"]?.opened == PartialDate("1993-04-01"))
  }

  @Test func `reports every fault with its line`() throws {
    let text =
      "code,name\n" + row("") + row("A1", opened: "20130230") + row("B1")
      + row("B1") + row("C1", opened: "20140401", closed: "20140331")
    let found = try problems(in: text) { try ODSRegister.read(path: $0) }
    #expect(
      found == [
        "not-an-ods-row at 1", "missing-code at 2", "impossible-date at 3", "duplicate-code at 5",
        "close-before-open at 6",
      ])
  }
}

@Suite struct ODSSuccessionTests {
  @Test func `reads both ways and keeps the published day`() throws {
    let text =
      "old_code,new_code,date\nRW6,RM3,2021-10-01\nRW6,R0A,2021-10-01\nRY1,RW4,2018-03-31\n"
    let succession = try withFile(text) { try ODSSuccession.read(path: $0) }
    #expect(succession.successors(of: "RW6").map(\.successor) == ["RM3", "R0A"])
    #expect(succession.predecessors(of: "RW4").map(\.predecessor) == ["RY1"])
    #expect(succession.predecessors(of: "RW4").first?.date == PartialDate("2018-03-31"))
    #expect(succession.entries.map(\.line) == [2, 3, 4])
  }

  @Test func `refuses a body that succeeds itself`() throws {
    let text = "old_code,new_code,date\nRW6,RW6,2021-10-01\nRW6,,\nRY1,RW4,2018-02-30\n"
    let found = try problems(in: text) { try ODSSuccession.read(path: $0) }
    #expect(found == ["bad-succession at 2", "bad-succession at 3", "impossible-date at 4"])
  }
}
