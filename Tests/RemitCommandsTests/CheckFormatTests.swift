import Foundation
import RemitCommands
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Findings in the forms that other tools read.
@Suite struct CheckFormatTests {
  private static func sarif(_ more: String..., on graph: String = Graphs.england) throws
    -> [String: Any]
  {
    let arguments = ["--format", "sarif"] + more
    let outcome =
      graph == Graphs.england && !more.contains("--baseline")
      ? EnglandFindings.outcome(arguments)
      : Remit.run(["check", "--graph", graph] + arguments, in: Surroundings())
    #expect(outcome.code == ExitCodes.clean, "\(outcome.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let log = try #require(object as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasSuffix("sarif-2.1.0.json") == true)
    return try #require(log.objects("runs").first)
  }

  private static func physical(_ location: [String: Any]) -> (path: String, line: Int)? {
    let physical = location.object("physicalLocation")
    guard let uri = physical.object("artifactLocation")["uri"] as? String,
      let line = physical.object("region")["startLine"] as? Int
    else { return nil }
    return (uri.replacingOccurrences(of: "file://", with: ""), line)
  }

  @Test func namesTheRuleOfEveryResult() throws {
    let run = try Self.sarif()
    let rules = run.object("tool").object("driver").ids("rules")
    #expect(Set(rules).count == rules.count)
    let results = run.objects("results")
    #expect(results.count > 300)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index] == result["ruleId"] as? String)
      #expect(["error", "warning", "note"].contains(result["level"] as? String))
      let rank = try #require(result["rank"] as? Double)
      #expect((0...100).contains(rank))
    }
    let ids = results.compactMap { $0.object("partialFingerprints")["findingId/v1"] as? String }
    #expect(Set(ids).count == results.count)
  }

  /// Every place is a line of a file that holds the ids that the step is about.
  @Test func placesTheRowsOfTheWitness() throws {
    var texts: [String: [String]] = [:]
    func line(_ path: String, _ number: Int) throws -> String {
      if texts[path] == nil {
        texts[path] = try String(contentsOfFile: path, encoding: .utf8)
          .components(separatedBy: "\n")
      }
      return texts[path]![number - 1]
    }
    let run = try Self.sarif("--rule", "lead-self-interest", "--rule", "opposed-incentives")
    for result in run.objects("results") {
      let first = try #require(Self.physical(result.objects("locations")[0]))
      #expect(!(try line(first.path, first.line)).isEmpty)
      let steps = result.objects("codeFlows")[0].objects("threadFlows")[0].objects("locations")
      var edges = result.objects("graphs").first?.objects("edges") ?? []
      for step in steps.map({ $0.object("location") }) {
        let text = try #require(step.object("message")["text"] as? String)
        let place = try #require(Self.physical(step), "\(text)")
        let row = try line(place.path, place.line)
        if text.hasPrefix("incentive: ") {
          #expect(place.path.hasSuffix("/incentives.csv"))
        } else if !edges.isEmpty {
          let edge = edges.removeFirst()
          let source = try #require(edge["sourceNodeId"] as? String)
          let target = try #require(edge["targetNodeId"] as? String)
          // A line that a row about kinds stands for is placed at that row.
          let isOfKinds = row.contains(",every ")
          #expect(isOfKinds || row.contains(source), "\(row)")
          #expect(isOfKinds || row.contains(target), "\(row)")
        }
      }
    }
  }

  @Test func drawsWhatIsAbsentAmongTheRelationships() throws {
    let run = try Self.sarif("--rule", "unaccountable-body", "--in", "E54000021")
    let graph = try #require(run.objects("results").first?.objects("graphs").first)
    let nodes = Set(graph.ids("nodes"))
    #expect(nodes == ["E54000021", "nhs-england", "nhs-improvement"])
    for edge in graph.objects("edges") {
      #expect(nodes.contains(edge["sourceNodeId"] as? String ?? ""))
      #expect(nodes.contains(edge["targetNodeId"] as? String ?? ""))
    }
    let absent = graph.objects("edges").filter {
      $0.object("properties")["absent"] as? Bool == true
    }
    #expect(absent.count == 2)
    #expect(absent.allSatisfy { $0["sourceNodeId"] as? String == "E54000021" })
  }

  @Test func suppressesWhatIsAccepted() throws {
    let text = "id,reason,owner,expires\nno-common-principal/delayed-transfers,Why,Who,never"
    try Graphs.withFile(text, named: "accepted.csv") { file in
      let run = try Self.sarif("--rule", "no-common-principal", "--baseline", file)
      let suppression = try #require(
        run.objects("results").first?.objects("suppressions").first)
      #expect(suppression["kind"] as? String == "external")
      #expect(suppression["justification"] as? String == "Why")
    }
    let stale = "id,reason,owner,expires\n\nno-common-principal/gone,Why,Who,never"
    try Graphs.withFile(stale, named: "accepted.csv") { file in
      let run = try Self.sarif("--rule", "no-common-principal", "--baseline", file)
      let result = try #require(
        run.objects("results").first { $0["ruleId"] as? String == "stale-acceptance" })
      let place = try #require(Self.physical(result.objects("locations")[0]))
      #expect(place.path == file)
      #expect(place.line == 3)
    }
  }

  /// Against the schema of OASIS, where REMIT_SARIF_SCHEMA names it and Python has jsonschema.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["REMIT_SARIF_SCHEMA"] != nil))
  func isValidAgainstTheSchema() throws {
    let schema = ProcessInfo.processInfo.environment["REMIT_SARIF_SCHEMA"]!
    let outcome = remit("check", "--format", "sarif", on: Graphs.england)
    try Graphs.withFile(outcome.output, named: "log.sarif") { file in
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = [
        "python3", "-c",
        "import json,sys,jsonschema;jsonschema.validate(*[json.load(open(p))for p in sys.argv[1:]])",
        file, schema,
      ]
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
  }

  // MARK: JUnit

  private final class Cases: NSObject, XMLParserDelegate {
    var elements: [(name: String, attributes: [String: String])] = []
    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      elements.append((name, attributes))
    }
  }

  private static func junit(_ text: String) throws -> Cases {
    let parser = XMLParser(data: Data(text.utf8))
    let cases = Cases()
    parser.delegate = cases
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    return cases
  }

  @Test func countsCasesAndFailures() throws {
    let all = EnglandFindings.outcome("--format", "junit").output
    let elements = try Self.junit(all).elements
    let total = try #require(elements.first { $0.name == "testsuites" }).attributes
    func count(_ name: String) -> Int { elements.count { $0.name == name } }
    #expect(total["tests"] == "\(count("testcase"))")
    #expect(total["failures"] == "\(count("failure"))")
    #expect(total["skipped"] == "\(count("skipped"))")
    #expect(count("failure") > 300)
    let suites = elements.filter { $0.name == "testsuite" }.compactMap {
      Int($0.attributes["tests"] ?? "")
    }
    #expect(suites.reduce(0, +) == count("testcase"))
  }

  /// With --fail-on only what is at least as severe fails, as with the exit code.
  @Test func failsOnlyWhatIsSevereEnough() throws {
    let text = EnglandFindings.outcome("--format", "junit", "--fail-on", "critical")
    #expect(text.code == ExitCodes.findings)
    let failures = try Self.junit(text.output).elements.filter { $0.name == "failure" }
    #expect(!failures.isEmpty)
    #expect(failures.allSatisfy { $0.attributes["type"] == "critical" })
  }

  // MARK: Hostile text

  @Test(arguments: ["sarif", "junit"])
  func keepsHostileTextAsText(format: String) throws {
    let name = "\u{1B}[31m<x y='1'>&\"]]>{0}[link](1)\u{FFFF}\u{202E}"
    let tables = [
      "organisations.csv":
        "id,name,kind\na,\"\(name.replacingOccurrences(of: "\"", with: "\"\""))\",k\nb,B,k\n",
      "relationships.csv": "from,to,kind\na,b,accountable-to\nb,a,accountable-to",
    ]
    try Graphs.withFolder(tables) { graph in
      let outcome = remit("check", "--format", format, on: graph)
      #expect(outcome.code == ExitCodes.clean)
      #expect(!outcome.output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
      if format == "junit" {
        let elements = try Self.junit(outcome.output).elements
        #expect(!elements.contains { $0.name == "x" })
        #expect(elements.contains { $0.attributes["message"]?.contains("<x y='1'>") == true })
      } else {
        let message =
          try Self.sarif("--rule", "accountability-cycle", on: graph)
          .objects("results")[0].object("message")["text"] as? String
        #expect(message?.contains("{{0}}\\[link\\](1)") == true)
      }
      #expect(outcome == remit("check", "--format", format, on: graph))
    }
  }

  /// Each relationship of a finding is a line of its tree, once, and what is absent is said to be.
  @Test func showsHowAFindingHangsTogether() throws {
    let text = remit("explain", "unaccountable-body/E54000021", on: Graphs.england).output
    let start = try #require(text.range(of: "How it hangs together (6 lines)\n")).upperBound
    let tree = text[start...].components(separatedBy: "\n\n")[0].components(separatedBy: "\n")
    #expect(tree.first == "  Cambridgeshire and Peterborough")
    #expect(tree.count { $0.contains("← ") && $0.contains("oversees") } == 2)
    #expect(tree.count { $0.contains("✗") && $0.contains("not found") } == 4)
    let markdown = remit(
      "explain", "unaccountable-body/E54000021", "--format", "markdown", on: Graphs.england
    ).output
    #expect(markdown.contains("\n- Cambridgeshire and Peterborough\n  - "))
  }

  /// A circle of many bodies is one long branch: it is cut, and neither traps nor takes its time.
  @Test func cutsATreeThatIsTooLong() throws {
    let count = 20_000
    var bodies = ["id,name,kind"]
    var lines = ["from,to,kind"]
    for number in 0..<count {
      bodies.append("b\(number),B \(number),k")
      lines.append("b\(number),b\((number + 1) % count),accountable-to")
    }
    let tables = [
      "organisations.csv": bodies.joined(separator: "\n"),
      "relationships.csv": lines.joined(separator: "\n"),
    ]
    try Graphs.withFolder(tables) { graph in
      let outcome = remit("explain", "accountability-cycle/b0", on: graph)
      #expect(outcome.code == ExitCodes.clean, "\(outcome.errors)")
      #expect(outcome.output.contains("lines more"))
      #expect(remit("check", "--format", "sarif", on: graph).code == ExitCodes.clean)
    }
  }

  /// Rows of a YAML graph are placed too.
  @Test func placesTheRowsOfAYAMLGraph() throws {
    let run = try Self.sarif(
      "--rule", "split-by-boundary", "--as-of", "any",
      on: Graphs.folder + "/greater-manchester.yaml")
    for result in run.objects("results") {
      let place = try #require(Self.physical(result.objects("locations")[0]))
      #expect(place.path.hasSuffix("greater-manchester.yaml") && place.line > 1)
    }
  }

  /// The keys that the answer promises are there in every finding, null where there is nothing.
  @Test func hasEveryKeyInEveryFinding() throws {
    let answer = try EnglandFindings.answer()
    #expect(Set(answer.keys) == ["asOf", "findings", "summary", "notRecorded"])
    for finding in answer.objects("findings") {
      #expect(
        Set(finding.keys) == [
          "id", "rule", "severity", "score", "subjects", "footprint", "from", "to", "message",
          "explanation", "witness", "remedy", "money", "provisional", "evidence", "places",
          "clearedBy",
        ])
      #expect(
        Set(finding.object("witness").keys) == [
          "relationships", "incentives", "absent", "others",
        ])
      for absence in finding.object("witness").objects("absent") {
        #expect(Set(absence.keys) == ["from", "to", "kind", "searched"])
      }
    }
  }
}
