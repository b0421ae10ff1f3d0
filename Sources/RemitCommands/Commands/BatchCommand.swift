import ArgumentParser
import GovernanceModel
import GraphFiles
import Reports

/// `remit batch FILE`
struct BatchCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Several questions of one graph, which is read once; an answer a file.",
    discussion: """
      FILE holds a question a line: the file for the answer, whose ending says the format (txt, json, \
      csv or md), then the question as it would stand after 'remit', without --graph:

        several.csv   principals --several
        off-path.csv  funders --off-path

      Empty lines and those that begin with # are passed over. The exit code is the highest of any \
      question's.
      """)

  @Argument(help: "A file of questions, one a line.")
  var file: String

  @Option(help: "The folder that the answers go into (else the current one).")
  var into: String?

  @Option(help: "The graph: a folder or a YAML file (else REMIT_GRAPH, else Graphs/england).")
  var graph: String?

  @Option(
    name: .customLong("as-of"),
    help: "The date of the questions that name none, or 'any' (else the graph's own).")
  var asOf: String?

  @Flag(help: "Go on with what is sound in the graph; list the rest on standard error.")
  var lenient = false

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    let questions = try BatchQuestion.questions(of: file, asOf: asOf)
    let source = try Session.source(graph, isLenient: lenient, surroundings.environment)
    do {
      if let into { try TextFile.makeFolder(into) }
    } catch {
      throw Refusal.unreadable(DiagnosticLines.text(of: error.diagnostics))
    }
    var surroundings = Surroundings(environment: surroundings.environment)
    surroundings.shared = SharedReading(source)
    var whole = Outcome(errors: source.remarks)
    // Each answer is written where it is made, so that no more of them are in memory than threads.
    Parallel.inOrder(questions.count) { [surroundings] index in
      answer(questions[index], in: surroundings)
    } consume: { _, outcome in
      whole.output += outcome.output
      whole.errors += outcome.errors
      whole.code = max(whole.code, outcome.code)
    }
    return whole
  }

  /// Writes the answer to a question into its file.
  ///
  /// - Returns: the name of the file, or what was wrong, with the place of the question.
  private func answer(_ question: BatchQuestion, in surroundings: Surroundings) -> Outcome {
    var outcome: Outcome
    do {
      outcome = try question.command.outcome(in: surroundings)
    } catch {
      outcome = Remit.outcome(of: error, [])
    }
    outcome.errors = placed(outcome.errors, question)
    guard outcome.code == ExitCodes.clean || outcome.code == ExitCodes.findings else {
      outcome.output = ""
      return outcome
    }
    let path =
      into.map { $0.hasSuffix("/") ? $0 + question.file : $0 + "/" + question.file }
      ?? question.file
    do {
      try TextFile.write(outcome.output, to: path)
      outcome.output = TerminalText.escaped(path) + "\n"
    } catch {
      outcome = Outcome(
        errors: DiagnosticLines.text(of: error.diagnostics), code: ExitCodes.unreadable)
    }
    return outcome
  }

  /// The same complaints at the place of the question.
  private func placed(_ errors: String, _ question: BatchQuestion) -> String {
    let place = TerminalText.escaped(file) + ":\(question.line):1: error: "
    return errors.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("remit: ") ? place + $0.dropFirst(7) : String($0) }
      .joined(separator: "\n")
  }
}
