import Foundation
import RemitCommands
import Synchronization
import Testing

/// What `check` answers about England: each question is asked once, however many tests look at the
/// answer.
enum EnglandFindings {
  /// JSON as it was parsed; nobody changes it.
  private struct Parsed: @unchecked Sendable {
    let object: [String: Any]
  }

  private static let outcomes = Mutex<[[String]: Outcome]>([:])
  private static let answers = Mutex<[String: Parsed]>([:])

  /// The outcome of `check` with some arguments.
  static func outcome(_ arguments: String...) -> Outcome { outcome(arguments) }

  static func outcome(_ arguments: [String]) -> Outcome {
    // Held while it is asked, so that tests that run together do not ask it twice.
    outcomes.withLock { outcomes in
      if let known = outcomes[arguments] { return known }
      let outcome = Remit.run(
        ["check"] + arguments + ["--graph", Graphs.england], in: Surroundings())
      outcomes[arguments] = outcome
      return outcome
    }
  }

  /// All that is found on a day, as JSON.
  static func answer(on date: String = "2016-10-01") throws -> [String: Any] {
    if let known = answers.withLock({ $0[date] }) { return known.object }
    let outcome = outcome("--as-of", date, "--format", "json")
    #expect(outcome.code == ExitCodes.clean, "\(outcome.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let parsed = Parsed(object: try #require(object as? [String: Any]))
    answers.withLock { $0[date] = parsed }
    return parsed.object
  }

  /// What one rule finds on a day, out of all that is found.
  static func of(_ rule: String, on date: String = "2016-10-01") throws -> [[String: Any]] {
    try answer(on: date).objects("findings").filter { $0["rule"] as? String == rule }
  }

  /// Ids without the rule's.
  static func names(_ rule: String, on date: String = "2016-10-01") throws -> [String] {
    try of(rule, on: date).compactMap { $0["id"] as? String }.map {
      String($0.dropFirst(rule.count + 1))
    }
  }
}
