import Foundation
import Testing

/// Thousands of spoiled graphs; more with `REMIT_FUZZ_CASES` set to how many each seed should read.
struct ReaderFuzzTests {
  private static let cases =
    ProcessInfo.processInfo.environment["REMIT_FUZZ_CASES"].flatMap(Int.init) ?? 100
  private static let firstSeed =
    ProcessInfo.processInfo.environment["REMIT_FUZZ_SEED"].flatMap(Int.init) ?? 0

  @Test(.timeLimit(.minutes(60)), arguments: ReaderFuzz.Reader.allCases, 0..<8)
  func survivesSpoiledBytes(reader: ReaderFuzz.Reader, seed: Int) throws {
    var fuzz = try ReaderFuzz()
    let sound = try fuzz.run(reader, seed: Self.firstSeed + seed, cases: Self.cases)
    // Some are still sound, and most are not, or the test would look at one half only.
    #expect(sound > 0 && sound < Self.cases)
  }
}
