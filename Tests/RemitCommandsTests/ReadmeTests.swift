import Foundation
import RemitCommands
import Testing

/// The README's answers are what the program says.
struct ReadmeTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let answer: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  /// The console blocks of the README: a line `$ remit …`, then what it prints.
  static let examples: [Example] = {
    let path = Graphs.project.appending(path: "README.md")
    guard let text = try? String(contentsOf: path, encoding: .utf8) else { return [] }
    return text.components(separatedBy: "```console\n").dropFirst().compactMap { block in
      let lines = block.components(separatedBy: "\n```")[0].components(separatedBy: "\n")
      guard let command = lines.first, command.hasPrefix("$ remit ") else { return nil }
      return Example(
        arguments: words(of: String(command.dropFirst("$ remit ".count))),
        answer: lines.dropFirst().joined(separator: "\n"))
    }
  }()

  /// The words of a command line, with double quotes around words that have spaces.
  private static func words(of line: String) -> [String] {
    line.components(separatedBy: "\"").enumerated().flatMap { index, part in
      index % 2 == 1 ? [part] : part.split(separator: " ").map(String.init)
    }
  }

  @Test func showsFourAnswers() {
    #expect(Self.examples.count == 4)
  }

  @Test(arguments: examples)
  func printsWhatTheProgramSays(example: Example) {
    let outcome = Remit.run(
      example.arguments, in: Surroundings(environment: ["REMIT_GRAPH": Graphs.england]))
    #expect(outcome.code == 0)
    #expect(
      outcome.output == example.answer + "\n",
      "put the new answer into README.md: remit \(example.testDescription)")
  }
}
