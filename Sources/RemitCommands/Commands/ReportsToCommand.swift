import ArgumentParser
import GovernanceModel
import GraphFiles
import Reports

/// `remit reports-to ORG`
struct ReportsToCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "reports-to",
    abstract: "A body's principals and, beside them, who oversees it.",
    discussion: """
      With --all every route to the top and the set of all superiors. With --all and --ids-from, \
      the superiors of every body that a file lists, one id a line.
      """)

  @Argument(help: "The body: an id, a code or a name.")
  var org: String?

  @Flag(help: "Every route to the top and the set of all superiors.")
  var all = false

  @Option(name: .customLong("ids-from"), help: "A file of ids, one a line, to answer at once.")
  var idsFrom: String?

  @OptionGroup var basis: BasisOptions
  @OptionGroup var options: GraphOptions

  func validate() throws {
    if (org == nil) == (idsFrom == nil) {
      throw ValidationError("name one body, or a file of ids with --ids-from")
    }
    if idsFrom != nil, !all {
      throw ValidationError("--ids-from gives all superiors: add --all")
    }
  }

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    let session = try Session(options, surroundings)
    let network = try session.network(basis)
    if let idsFrom {
      let (bodies, unknown) = try bodies(listedIn: idsFrom, session)
      guard unknown.isEmpty || options.lenient else {
        throw Refusal(
          outcome: Outcome(errors: DiagnosticLines.text(of: unknown), code: ExitCodes.misuse))
      }
      return session.outcome(
        ReportsToAnswer.report(on: bodies, in: network), leavingOut: unknown)
    }
    let body = try session.body(org ?? "")
    return session.outcome(ReportsToAnswer.report(on: body, in: network, isWhole: all))
  }

  /// The bodies that a file lists, and a problem for each line that names none.
  private func bodies(listedIn path: String, _ session: Session) throws -> (
    [BodyIndex], unknown: [Diagnostic]
  ) {
    let lines: [String]
    do {
      lines = try TextFile.lines(of: path)
    } catch {
      throw Refusal.unreadable(DiagnosticLines.text(of: error.diagnostics))
    }
    var bodies: [BodyIndex] = []
    var unknown: [Diagnostic] = []
    for (number, line) in lines.enumerated() {
      // A byte-order mark, and spaces before the id, are no part of it.
      let id = String(
        String.UnicodeScalarView(line.unicodeScalars.drop { $0 == "\u{FEFF}" || $0 == " " }))
      guard !id.isEmpty else { continue }
      if let body = session.graph.body(id: id) {
        bodies.append(body)
      } else {
        unknown.append(
          Diagnostic(
            id: "unknown-reference", position: SourcePosition(path: path, line: number + 1),
            summary: "no organisation or post has the id '\(id)'",
            cure: "correct or remove the line"))
      }
    }
    return (bodies, unknown)
  }
}
