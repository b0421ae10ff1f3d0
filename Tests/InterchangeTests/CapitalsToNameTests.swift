import Interchange
import Testing

@Suite struct CapitalsToNameTests {
  @Test(
    arguments: [
      "Cambridge University Hospitals NHS Foundation Trust",
      "South London and Maudsley NHS Foundation Trust",
      "St George's University Hospitals NHS Foundation Trust",
      "Guy's and St Thomas' NHS Foundation Trust",
      "The Newcastle upon Tyne Hospitals NHS Foundation Trust",
      "Great Ormond Street Hospital for Children NHS Foundation Trust",
      "The Queen Elizabeth Hospital, King's Lynn, NHS Foundation Trust",
      "Royal Brompton & Harefield NHS Foundation Trust",
      "NHS Hartlepool and Stockton-on-Tees CCG", "2gether NHS Foundation Trust",
      "5 Boroughs Partnership NHS Foundation Trust", "Bristol Community Health C.I.C.",
      "O'Brien and McIndoe Trust",
    ])
  func `gives capitals back the small letters of a name`(name: String) {
    #expect(CapitalsToName.name(name.uppercased()) == name)
  }

  @Test func `leaves a name with small letters as it is`() {
    #expect(CapitalsToName.name("NAViGO Health CIC") == "NAViGO Health CIC")
  }
}
