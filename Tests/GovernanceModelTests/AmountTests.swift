import GovernanceModel
import Testing

struct AmountTests {
  @Test(arguments: [
    ("0", 0), ("1", 100), ("-1", -100), ("71853000000", 7_185_300_000_000), ("-12.50", -1250),
    ("12.5", 1250), ("0.01", 1), ("-0.01", -1), ("007", 700), ("1021543.64", 102_154_364),
  ])
  func readsPlainNumbers(text: String, hundredths: Int64) {
    #expect(Amount(text)?.hundredths == hundredths)
  }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "-.5", "1.234", "1,000", "£5", "5m", " 5", "5 ", "1e3", "+5", "--5",
    "5-", "1.2.3", "0x10", "٣", "n/a", "1.-5",
  ])
  func refusesEverythingElse(text: String) {
    #expect(Amount(text) == nil)
  }

  @Test(arguments: [
    ("1250", "1250"), ("12.5", "12.50"), ("-0.01", "-0.01"), ("12.00", "12"), ("-0", "0"),
    ("0.10", "0.10"),
  ])
  func isWrittenShort(text: String, written: String) {
    #expect(Amount(text)?.description == written)
  }

  @Test func holdsUpToItsLimits() {
    #expect(Amount("92233720368547758.07")?.hundredths == .max)
    #expect(Amount("-92233720368547758.07")?.hundredths == -Int64.max)
    #expect(Amount("92233720368547758.08") == nil)
    #expect(Amount("92233720368547759") == nil)
    #expect(Amount("9223372036854775807") == nil)
    #expect(Amount(String(repeating: "9", count: 400)) == nil)
    #expect(Amount(hundredths: .min).description == "-92233720368547758.08")
  }

  @Test func addsExactlyOrNotAtAll() {
    let tenth = Amount(hundredths: 10)
    let sum = (0..<10).reduce(Amount(hundredths: 0)) { sum, _ in sum.adding(tenth)! }
    #expect(sum == Amount("1"))
    #expect(Amount(hundredths: .max).adding(Amount(hundredths: 1)) == nil)
    #expect(Amount(hundredths: .min).adding(Amount(hundredths: -1)) == nil)
  }

  @Test(arguments: 0..<100)
  func isReadAsItIsWritten(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let range = Int64.max >> Int64.random(in: 0..<63, using: &generator)
    let amount = Amount(hundredths: Int64.random(in: -range...range, using: &generator))
    #expect(Amount(amount.description) == amount)
  }
}
