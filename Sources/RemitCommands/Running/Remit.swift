import ArgumentParser
import GovernanceModel
import GraphvizEngine
import Reports

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The surroundings of a run, given as values so that tests can choose them.
public struct Surroundings: Sendable {
  public var environment: [String: String]
  /// Whether standard output is a terminal, so that colour is welcome.
  public var isTerminal: Bool
  /// A graph that was read already, for questions that share it; nil for one that names its own.
  var shared: SharedReading?
  /// Says something at once, while a command goes on: a warning before a wait, progress.
  public var say: @Sendable (String) -> Void
  /// Whether those words go to a terminal, where progress is welcome.
  public var isWatched: Bool

  public init(
    environment: [String: String] = [:], isTerminal: Bool = false, isWatched: Bool = false,
    say: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.environment = environment
    self.isTerminal = isTerminal
    self.isWatched = isWatched
    self.say = say
  }

  /// Whether answers in text may be coloured.
  var isColoured: Bool {
    isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// The variables that the program looks at, and whether it writes to a terminal.
  static var ofProcess: Surroundings {
    var environment: [String: String] = [:]
    for name in ["REMIT_GRAPH", "NO_COLOR", "TERM"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return Surroundings(
      environment: environment, isTerminal: isatty(STDOUT_FILENO) == 1,
      isWatched: isatty(STDERR_FILENO) == 1, say: { Remit.put($0, to: STDERR_FILENO) })
  }
}

/// The program: who is accountable to whom, asked from the command line.
public enum Remit {
  /// The word that makes the program draw one document that it is given, and nothing else.
  static let workerWord = "draw-worker"

  /// Runs the program with the arguments of the process and ends it.
  public static func main() -> Never {
    if CommandLine.arguments.dropFirst() == [workerWord] { exit(Graphviz.serveOneDrawing()) }
    let outcome = run(Array(CommandLine.arguments.dropFirst()), in: .ofProcess)
    put(outcome.errors, to: STDERR_FILENO)
    guard put(outcome.output, to: STDOUT_FILENO) else {
      let reason = String(cString: strerror(errno)).lowercased()
      put("remit: the answer could not be written: \(reason)\n", to: STDERR_FILENO)
      exit(ExitCodes.unreadable)
    }
    exit(outcome.code)
  }

  /// Runs one command and returns what it comes to; writes nothing but the files it is asked for.
  public static func run(_ arguments: [String], in surroundings: Surroundings) -> Outcome {
    do {
      var command = try RemitCommand.parseAsRoot(arguments)
      if let question = command as? any Subcommand {
        return try question.outcome(in: surroundings)
      }
      try command.run()
      return Outcome()
    } catch {
      return outcome(of: error, arguments)
    }
  }

  /// What a run comes to that ended with an error.
  static func outcome(of error: any Error, _ arguments: [String]) -> Outcome {
    if let refusal = error as? Refusal { return refusal.outcome }
    if let unknown = unknownCommand(arguments) { return unknown }
    let message = RemitCommand.fullMessage(for: error)
    let code = RemitCommand.exitCode(for: error).rawValue
    // Arguments are repeated in messages: nothing in them may reach a terminal as a command.
    let text = message.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TerminalText.escaped(String($0)) + "\n" }.joined()
    return code == 0
      ? Outcome(output: text) : Outcome(errors: text, code: ExitCodes.misuse)
  }

  /// A refusal when the first word is no command, with the command that may be meant.
  private static func unknownCommand(_ arguments: [String]) -> Outcome? {
    let commands = RemitCommand.configuration.subcommands.compactMap {
      $0.configuration.commandName
    }
    guard let word = arguments.first, !word.hasPrefix("-"), word != "help",
      !commands.contains(word)
    else { return nil }
    let cure =
      Suggestion.nearest(to: word, in: commands).map { "did you mean '\($0)'?" }
      ?? "the commands are \(commands.joined(separator: ", "))"
    return Refusal.misuse("there is no command '\(TerminalText.escaped(word))'; \(cure)").outcome
  }

  @discardableResult
  fileprivate static func put(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        // Safe: the remaining bytes lie inside the buffer.
        let count = write(descriptor, bytes.baseAddress! + written, bytes.count - written)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        written += count
      }
      return true
    }
  }
}

/// A command that answers from values instead of printing, so that tests can run it.
protocol Subcommand: ParsableCommand {
  func outcome(in surroundings: Surroundings) throws -> Outcome
}
