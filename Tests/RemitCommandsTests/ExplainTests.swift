import RemitCommands
import Testing

/// The story of a finding in words: figures with their units, verbs that agree, no ids where names
/// do.
@Suite struct ExplainTests {
  /// Two bodies in a circle, with evidence that bears on it.
  private static func story(
    figure: String, unit: String, currency: String = "GBP"
  ) throws -> String {
    let graph = """
      title: T
      currency: \(currency)
      organisations:
        - {id: a, name: A, kind: office}
        - {id: b, name: B, kind: office}
      relationships:
        - {from: a, to: b, kind: accountable-to, basis: statutory}
        - {from: b, to: a, kind: accountable-to, basis: statutory}
      evidence:
        - {id: e, statement: So it is, figure: "\(figure)", unit: "\(unit)", pattern: P22}
      """
    return try Graphs.withFile(graph, named: "graph.yaml") { path in
      let outcome = remit("explain", "accountability-cycle/a", on: path)
      #expect(outcome.code == ExitCodes.clean, "\(outcome.errors)")
      return outcome.output
    }
  }

  static let figures: [(figure: String, unit: String, text: String)] = [
    ("72", "percent", "72%"),
    ("52 / 21", "percent of trusts / percent of CCGs", "52% of trusts; 21% of CCGs"),
    ("10 / 80", "percent / percent, nearly", "10%; 80%, nearly"),
    ("800000000", "pounds", "£800 million"),
    ("1200000000", "pounds", "£1.2 billion"),
    ("-1848000000 / 111000000", "pounds / pounds", "-£1.848 billion; £111 million"),
    ("1234567890", "pounds", "£1,234,567,890"),
    ("280540", "pounds at most", "£280,540 at most"),
    ("12.50", "pounds", "£12.50"),
    ("5000000", "euros", "€5 million"),
    ("1 / 66", "of 99 leaders / percent", "1 of 99 leaders; 66%"),
    ("2700000", "bed days, about", "2,700,000 bed days, about"),
    ("3 / 4", "both", "3 / 4 both"),
    ("most", "percent", "most percent"),
    ("1e6", "pounds", "1e6 pounds"),
    ("--5", "percent", "--5 percent"),
    ("-", "pounds", "- pounds"),
    ("99999999999999999999000000", "pounds", "£99,999,999,999,999,999.999 billion"),
  ]

  @Test(arguments: figures.indices)
  func writesFiguresAsPeopleDo(number: Int) throws {
    let (figure, unit, text) = Self.figures[number]
    #expect(try Self.story(figure: figure, unit: unit).contains("So it is: \(text) ["))
  }

  @Test func writesAmountsOfTheGraphsCurrency() throws {
    let story = try Self.story(figure: "5000000 / 3", unit: "SEK / SEK a day", currency: "SEK")
    #expect(story.contains("So it is: SEK 5 million; SEK 3 a day ["))
  }

  /// One body of which a kind is many: words agree with both.
  @Test func agreesInNumber() throws {
    let text = remit(
      "explain", "lead-without-authority/E54000021/E54000021.stp-lead", on: Graphs.england
    )
    .output
    #expect(text.contains("consent: Commit a member to the plan"))
    let scrutiny = remit("explain", "scrutiny-gap/E54000021", on: Graphs.england).output
    #expect(scrutiny.contains("→ scrutinise NHS providers"))
    #expect(scrutiny.contains("← anyone scrutinises it: not found"))
    for finding in try EnglandFindings.answer().objects("findings") {
      for key in ["message", "explanation"] {
        let words = (finding[key] as? String ?? "").split { " ;,.()".contains($0) }
        for (one, next) in zip(words, words.dropFirst()) where one == "1" {
          #expect(!next.hasSuffix("s") || next == "others", "\(finding[key] ?? "")")
        }
      }
    }
  }
}
