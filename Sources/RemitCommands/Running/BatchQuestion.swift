import ArgumentParser
import GovernanceModel
import GraphFiles
import Reports

/// A line of a batch: a question, and the file that its answer goes into.
///
///     several.csv  principals --several
///
/// Safe to share: it is made before any thread begins, and asking it changes nothing of it.
struct BatchQuestion: @unchecked Sendable {
  /// The number of the line, from 1.
  let line: Int
  let file: String
  let command: any Subcommand

  /// The questions of a file, a line each; empty lines and those that begin with # are passed over.
  ///
  /// - Parameter asOf: the date of the questions that name none.
  /// - Throws: ``Refusal`` with all that is wrong with the file.
  static func questions(of path: String, asOf: String?) throws -> [BatchQuestion] {
    let lines: [String]
    do {
      lines = try TextFile.lines(of: path)
    } catch {
      throw Refusal.unreadable(DiagnosticLines.text(of: error.diagnostics))
    }
    var questions: [BatchQuestion] = []
    var lineOfFile: [String: Int] = [:]
    var problems: [Diagnostic] = []
    for (index, line) in lines.enumerated() {
      let text = line.drop { $0 == "\u{FEFF}" || $0 == " " || $0 == "\t" }
      guard !text.isEmpty, !text.hasPrefix("#") else { continue }
      func complain(_ summary: String, cure: String) {
        problems.append(
          Diagnostic(
            id: "unusable-question", position: SourcePosition(path: path, line: index + 1),
            summary: summary, cure: cure))
      }
      do throws(Fault) {
        let question = try BatchQuestion(String(text), line: index + 1, asOf: asOf)
        if let other = lineOfFile.updateValue(index + 1, forKey: question.file) {
          complain(
            "line \(other) writes '\(question.file)' already", cure: "name another file")
        }
        questions.append(question)
      } catch {
        complain(error.summary, cure: error.cure)
      }
    }
    if questions.isEmpty, problems.isEmpty {
      problems.append(
        Diagnostic(
          id: "unusable-question", position: SourcePosition(path: path),
          summary: "the file asks nothing",
          cure: "write lines such as 'spans.csv  span'"))
    }
    guard problems.isEmpty else {
      throw Refusal(
        outcome: Outcome(errors: DiagnosticLines.text(of: problems), code: ExitCodes.misuse))
    }
    return questions
  }

  /// Why a line cannot be used.
  struct Fault: Error {
    let summary: String
    let cure: String
  }

  /// Commands whose answer is no report.
  private static let noQuestions = ["batch", "render", "figure", "import", "help"]
  /// What the whole batch has once, so that a line must not say it.
  private static let ofBatch = ["--graph", "--lenient", "--format"]

  private init(_ text: String, line: Int, asOf: String?) throws(Fault) {
    guard let words = Self.words(of: text) else {
      throw Fault(summary: "a quote is not closed", cure: "close it")
    }
    file = words[0]
    self.line = line
    let ending = file.split(separator: "/").last?.split(separator: ".").dropFirst().last
    guard let format = ending.flatMap({ AnswerFormat(ending: String($0)) }) else {
      throw Fault(
        summary: "'\(file)' does not end in .txt, .json, .csv or .md",
        cure: "begin the line with the file for the answer; its ending says the format")
    }
    guard !file.hasPrefix("/"), !file.split(separator: "/").contains("..") else {
      throw Fault(
        summary: "'\(file)' leads out of the folder of the answers",
        cure: "name a file in it; --into says which folder")
    }
    var arguments = Array(words.dropFirst())
    guard let command = arguments.first, !Self.noQuestions.contains(command) else {
      throw Fault(summary: "the line asks nothing", cure: "write a question after the file")
    }
    for option in Self.ofBatch
    where arguments.contains(where: { $0 == option || $0.hasPrefix(option + "=") }) {
      throw Fault(
        summary: "'\(option)' in a line",
        cure: "leave it out: "
          + (option == "--format" ? "the ending of the file says it" : "give it once, to batch"))
    }
    let isDated = arguments.contains { $0 == "--as-of" || $0.hasPrefix("--as-of=") }
    if let asOf, !isDated, command != "rules" { arguments += ["--as-of", asOf] }
    arguments += ["--format", format.rawValue]
    do {
      guard let command = try RemitCommand.parseAsRoot(arguments) as? any Subcommand else {
        throw Fault(summary: "the line asks nothing", cure: "write a question after the file")
      }
      self.command = command
    } catch let fault as Fault {
      throw fault
    } catch {
      let words =
        Remit.outcome(of: error, arguments).errors
        .split(separator: "\n").first.map(String.init) ?? ""
      let parts = words.drop { $0 != " " }.dropFirst().split(separator: "; ", maxSplits: 1)
      throw Fault(
        summary: parts.first.map(String.init) ?? "the line asks nothing",
        cure: parts.count > 1 ? String(parts[1]) : "see remit help")
    }
  }

  /// The words of a line, as a shell would tell them apart: spaces inside quotes are part of a word.
  /// Nil where a quote is not closed.
  static func words(of line: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word?.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character == " " || character == "\t" {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return quote == nil ? words : nil
  }
}

extension AnswerFormat {
  /// The format that the ending of a file names.
  init?(ending: String) {
    switch ending.lowercased() {
    case "txt": self = .text
    case "md": self = .markdown
    case "json": self = .json
    case "csv": self = .csv
    default: return nil
    }
  }
}
