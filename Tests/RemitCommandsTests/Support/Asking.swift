import Foundation
import RemitCommands
import Testing

/// Runs the program on a graph and returns what it comes to.
func remit(
  _ arguments: String..., on graph: String? = nil, environment: [String: String] = [:],
  isTerminal: Bool = false
) -> Outcome {
  Remit.run(
    arguments + (graph.map { ["--graph", $0] } ?? []),
    in: Surroundings(environment: environment, isTerminal: isTerminal))
}

/// Asks a question of a graph, expects an answer, and returns its JSON object.
func json(
  _ arguments: String..., on graph: String, sourceLocation: SourceLocation = #_sourceLocation
) throws -> [String: Any] {
  try json(arguments: arguments, on: graph, sourceLocation: sourceLocation)
}

/// Asks a question of a graph, expects an answer, and returns its JSON object.
func json(
  arguments: [String], on graph: String, sourceLocation: SourceLocation = #_sourceLocation
) throws -> [String: Any] {
  let outcome = Remit.run(
    arguments + ["--graph", graph, "--format", "json"], in: Surroundings())
  #expect(outcome.code == 0, "\(outcome.errors)", sourceLocation: sourceLocation)
  let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
  return try #require(object as? [String: Any], sourceLocation: sourceLocation)
}

/// Asks a question of a graph, expects an answer, and returns its CSV lines, the header first.
func csv(
  _ arguments: String..., on graph: String, sourceLocation: SourceLocation = #_sourceLocation
) throws -> [String] {
  let outcome = Remit.run(arguments + ["--graph", graph, "--format", "csv"], in: Surroundings())
  #expect(outcome.code == 0, "\(outcome.errors)", sourceLocation: sourceLocation)
  #expect(outcome.output.hasSuffix("\n"), sourceLocation: sourceLocation)
  return outcome.output.split(separator: "\n").map(String.init)
}

extension [String: Any] {
  /// The ids of the objects in a list.
  func ids(_ key: String) -> [String] {
    (self[key] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
  }

  func strings(_ key: String) -> [String] { self[key] as? [String] ?? [] }
  func object(_ key: String) -> [String: Any] { self[key] as? [String: Any] ?? [:] }
  func objects(_ key: String) -> [[String: Any]] { self[key] as? [[String: Any]] ?? [] }
  func counts(_ key: String) -> [String: Int] { self[key] as? [String: Int] ?? [:] }
}

/// Every command with arguments that the small graph can answer.
enum Question {
  static let all: [[String]] = [
    ["info"], ["list", "--kind", "trust"], ["show", "trust"], ["reports-to", "trust"],
    ["reports-to", "trust", "--all"], ["reports", "board"], ["reports", "minister", "--all"],
    ["path", "clinic", "minister"], ["path", "minister", "clinic"], ["path", "clinic", "council"],
    ["path", "clinic", "loop-a"], ["common", "clinic", "trust"], ["funding", "board"],
    ["funding", "trust"], ["funders"], ["funders", "--off-path"], ["principals"],
    ["principals", "--several"], ["principals", "--several", "--basis", "all"], ["span"],
    ["chokepoints"], ["chokepoints", "--root", "board"],
    ["incentives"], ["incentives", "trust"], ["incentives", "--kind", "trust"],
    ["incentives", "council"], ["incentives", "--what-if"], ["incentives", "--rank"],
    ["incentives", "board"], ["check"],
  ]

  static let formats = ["text", "json", "csv", "markdown"]

  static func ask(_ question: [String], _ more: String..., on graph: String) -> Outcome {
    Remit.run(question + more + ["--graph", graph], in: Surroundings())
  }
}
