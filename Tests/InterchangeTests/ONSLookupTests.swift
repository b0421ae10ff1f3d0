import Testing

@testable import Interchange

@Suite struct ONSLookupTests {
  private static let groups17 = ONSGeography("CCG", 2017)
  private static let footprints17 = ONSGeography("STP", 2017)

  @Test func `reads headers in capitals`() throws {
    let text = """
      CCG17CD,CCG17CDH,CCG17NM,STP17CD,STP17NM,FID
      E38000026,06H,NHS Cambridgeshire and Peterborough CCG,E54000021,Cambridgeshire,1
      E38000058,03X,"NHS Erewash, CCG",E54000012,Derbyshire,2
      """
    let lookup = try withFile(text) { try ONSLookup.read(path: $0) }
    #expect(lookup.geographies == [Self.groups17, Self.footprints17])
    #expect(lookup.units(of: Self.groups17).map(\.odsCode) == ["06H", "03X"])
    #expect(lookup.unit("E54000012", of: Self.footprints17)?.name == "Derbyshire")
    #expect(lookup.unit("E54000012", of: Self.footprints17)?.odsCode == nil)
    #expect(lookup.units(of: ONSGeography("CCG", 2018)).isEmpty)
  }

  @Test func `reads the lower-case headers of later years`() throws {
    let text = """
      lsoa11_name,lsoa11_code,icb22_name,icb22_code,icb22_code_h
      Halton 007A,E01012367,A Board,E54000008,QYG
      Halton 003A,E01012368,A Board,E54000008,QYG
      """
    let lookup = try withFile(text) { try ONSLookup.read(path: $0) }
    let boards = ONSGeography("ICB", 2022)
    #expect(lookup.geographies == [ONSGeography("LSOA", 2011), boards])
    #expect(lookup.units(of: boards).map(\.odsCode) == ["QYG"])
    #expect(lookup.pairs(ONSGeography("LSOA", 2011), boards).count == 2)
  }

  @Test func `pairs any two geographies once`() throws {
    let text = """
      LSOA11CD,CCG17CD,CCG17NM,STP17CD,STP17NM
      E01,E38B,B,E54A,A
      E02,E38A,A,E54A,A
      E03,E38A,A,E54A,A
      E04,,,E54A,A
      """
    let lookup = try withFile(text) { try ONSLookup.read(path: $0) }
    let pairs = lookup.pairs(Self.groups17, Self.footprints17)
    #expect(pairs.map { $0.left.code + $0.right.code } == ["E38AE54A", "E38BE54A"])
  }

  @Test(
    arguments: [
      ("CCG17CD", "CCG17"), ("NHSRLO17NM", "NHSRLO17"), ("lad98nmw", "LAD98"),
      ("sicbl22_code_h", "SICBL22"),
    ])
  func `recognises the pattern of headers`(header: String, geography: String) {
    #expect(ONSHeader(header)?.geography.description == geography)
  }

  @Test(arguments: ["FID", "GlobalID", "CCG17", "17CD", "CCG7CD", "CCG17CDX", ""])
  func `passes over other headers`(header: String) {
    #expect(ONSHeader(header) == nil)
  }

  @Test func `reports what is no lookup, and areas that differ`() throws {
    let other = try problems(in: "code,name\na,b\n") { try ONSLookup.read(path: $0) }
    #expect(other == ["not-an-ons-lookup at 1"])
    let twice = try problems(in: "CCG17CD,ccg17_code\na,b\n") { try ONSLookup.read(path: $0) }
    #expect(twice == ["duplicate-column at 1"])
    let differing = try problems(in: "CCG17CD,CCG17NM\nE1,One\nE1,Other\n") {
      try ONSLookup.read(path: $0)
    }
    #expect(differing == ["unit-differs at 3"])
  }
}
