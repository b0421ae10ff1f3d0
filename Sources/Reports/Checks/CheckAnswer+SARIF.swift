import GovernanceAnalysis
import GovernanceModel

extension CheckAnswer {
  /// The rows that the findings name, whose places ``sarif(path:places:version:)`` gives.
  public var rows: Set<RowReference> {
    Set(all.flatMap { rows(of: $0) })
  }

  /// The findings as SARIF 2.1.0: accepted ones as suppressed results; the witness as a graph of
  /// relationships, absent ones among them, and as a code flow over all its rows.
  ///
  /// - Parameters:
  ///   - path: the path of the graph, where a finding stands whose rows are not found in it.
  ///   - places: where rows stand, as ``RowPlaces`` finds them.
  ///   - version: of the program.
  public func sarif(
    path: String, places: [RowReference: SourcePosition], version: String
  ) -> String {
    let rules = check.outcomes.map(\.rule)
    let known = Set(rules.map(\.id))
    let descriptors = rules + RuleCatalogue.descriptions.filter { !known.contains($0.id) }
    let writer = SARIFWriter(
      context: context, path: path, places: places, baselinePlaces: baselinePlaces,
      ruleIndex: Dictionary(
        uniqueKeysWithValues: descriptors.enumerated().map { ($1.id, $0) }))
    let results =
      findings.map { writer.result($0, entry: nil) }
      + (accepted ?? []).map { writer.result($0.finding, entry: $0.entry) }
    return JSONFormat.text(
      of: SARIFLog(runs: [
        SARIFLog.Run(
          tool: SARIFLog.Tool(
            driver: SARIFLog.Driver(
              version: version, rules: descriptors.map(SARIFWriter.descriptor))),
          invocations: [
            SARIFLog.Invocation(
              toolExecutionNotifications: coverage.map {
                SARIFLog.Notification(message: SARIFWriter.text($0))
              })
          ],
          results: results, properties: ["asOf": context.asOf ?? "any"])
      ]))
  }

  private var all: [Finding] { findings + (accepted ?? []).map(\.finding) }

  private func rows(of finding: Finding) -> [RowReference] {
    WitnessStep.steps(of: finding, context).compactMap(\.row)
      + finding.subjects.prefix(1).map { context.graph.reference(to: $0) }
      + (finding.footprint.map { [context.graph.reference(to: $0)] } ?? [])
  }
}

/// Makes results of findings.
private struct SARIFWriter {
  let context: AnswerContext
  let path: String
  let places: [RowReference: SourcePosition]
  let baselinePlaces: [String: SourcePosition]
  let ruleIndex: [String: Int]

  func result(_ finding: Finding, entry: Baseline.Entry?) -> SARIFLog.Result {
    let steps = WitnessStep.steps(of: finding, context)
    return SARIFLog.Result(
      ruleId: finding.rule, ruleIndex: ruleIndex[finding.rule]!,
      level: Self.level(finding.severity), rank: Self.rank(finding.severity),
      message: Self.text(finding.message), locations: [location(of: finding, steps)],
      graphs: graph(steps).map { [$0] }, codeFlows: codeFlow(steps).map { [$0] },
      partialFingerprints: ["findingId/v1": finding.id],
      suppressions: entry.map { entry in
        [
          SARIFLog.Suppression(
            justification: TerminalText.escaped(entry.reason),
            properties: SARIFLog.Suppression.Properties(
              owner: TerminalText.escaped(entry.owner), expires: entry.expires?.description))
        ]
      },
      properties: SARIFLog.Result.Properties(
        severity: finding.severity.rawValue, score: finding.score,
        explanation: TerminalText.escaped(finding.explanation),
        clearedBy: TerminalText.escaped(finding.clearedBy),
        from: finding.period.start?.description, to: finding.period.end?.description,
        footprint: finding.footprint.map(context.id),
        provisional: finding.provisional.map(TerminalText.escaped)))
  }

  private static func level(_ severity: Finding.Severity) -> String {
    switch severity {
    case .critical, .high: "error"
    case .medium: "warning"
    case .low: "note"
    }
  }

  /// The middle of the fourth of the scale that a severity has.
  private static func rank(_ severity: Finding.Severity) -> Double {
    switch severity {
    case .critical: 87.5
    case .high: 62.5
    case .medium: 37.5
    case .low: 12.5
    }
  }

  /// The first row of the witness that stands in a file, else the row of the body concerned.
  private func location(of finding: Finding, _ steps: [WitnessStep]) -> SARIFLog.Location {
    let graph = context.graph
    let bodies = concerned(by: finding)
    let position =
      baselinePlaces[finding.id] ?? steps.lazy.compactMap { $0.row.flatMap { places[$0] } }.first
      ?? bodies.lazy.compactMap { places[graph.reference(to: $0)] }.first
    return SARIFLog.Location(
      physicalLocation: position.map(Self.physical)
        ?? SARIFLog.PhysicalLocation(
          artifactLocation: .init(uri: Self.uri(path)), region: nil),
      logicalLocations: bodies.isEmpty
        ? nil
        : bodies.map { body in
          SARIFLog.LogicalLocation(
            name: TerminalText.escaped(context.name(body)), fullyQualifiedName: context.id(body),
            kind: context.kindID(body))
        }, message: nil)
  }

  /// The footprint that a finding is about, and its first subject where that is another body.
  private func concerned(by finding: Finding) -> [BodyIndex] {
    let footprint = finding.footprint.map { [$0] } ?? []
    return footprint + finding.subjects.prefix(1).filter { !footprint.contains($0) }
  }

  private func codeFlow(_ steps: [WitnessStep]) -> SARIFLog.CodeFlow? {
    guard !steps.isEmpty else { return nil }
    return SARIFLog.CodeFlow(
      message: SARIFLog.Text(text: "What the finding rests on, row by row"),
      threadFlows: [
        SARIFLog.CodeFlow.ThreadFlow(
          locations: steps.map { step in
            SARIFLog.CodeFlow.ThreadFlow.Step(
              location: SARIFLog.Location(
                physicalLocation: step.row.flatMap { places[$0] }.map(Self.physical),
                logicalLocations: nil, message: Self.text(step.text)))
          })
      ])
  }

  private func graph(_ steps: [WitnessStep]) -> SARIFLog.Graph? {
    let edges = steps.filter { $0.ends != nil }
    guard !edges.isEmpty else { return nil }
    let ids = Set(edges.flatMap { [$0.ends!.from, $0.ends!.to] }).sorted()
    return SARIFLog.Graph(
      description: SARIFLog.Text(text: "The relationships that the finding rests on"),
      nodes: ids.map { id in
        SARIFLog.Graph.Node(
          id: id,
          label: Self.text(context.graph.body(id: id).map { context.name($0) } ?? id))
      },
      edges: edges.enumerated().map { number, step in
        SARIFLog.Graph.Edge(
          id: "e\(number + 1)", sourceNodeId: step.ends!.from, targetNodeId: step.ends!.to,
          label: Self.text(step.text), properties: .init(absent: step.isAbsent))
      })
  }

  static func descriptor(_ rule: RuleDescription) -> SARIFLog.Descriptor {
    SARIFLog.Descriptor(
      id: rule.id, shortDescription: text(rule.finds), fullDescription: text(rule.definition),
      help: text("\(rule.finds) Definition: \(rule.definition) Limits: \(rule.limits)"),
      properties: .init(patterns: rule.patterns, score: rule.score))
  }

  private static func physical(_ position: SourcePosition) -> SARIFLog.PhysicalLocation {
    SARIFLog.PhysicalLocation(
      artifactLocation: .init(uri: uri(position.path)),
      region: .init(startLine: position.line, startColumn: position.column))
  }

  /// A path as a reference by RFC 3986: relative as it was given, absolute as a `file` URI.
  private static func uri(_ path: String) -> String {
    var text = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return text
  }

  /// Text without meaning to a viewer: brackets would be links, braces places to fill.
  static func text(_ text: String) -> SARIFLog.Text {
    var safe = ""
    for character in TerminalText.escaped(text) {
      switch character {
      case "\\", "[", "]": safe += "\\" + String(character)
      case "{", "}": safe += String(character) + String(character)
      default: safe.append(character)
      }
    }
    return SARIFLog.Text(text: safe)
  }
}
