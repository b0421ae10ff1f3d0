import ArgumentParser

/// The root of the commands; each is in a file of its own.
struct RemitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remit",
    abstract: "Who is accountable to whom: ask a governance graph, and draw it.",
    discussion: """
      A graph is a folder of CSV tables or a YAML file; without --graph it is REMIT_GRAPH, else \
      Graphs/england. ORG is an id, any code, or a name: case, punctuation, "NHS" and \
      abbreviations do not matter.
      """,
    version: "0.1.0",
    subcommands: [
      InfoCommand.self, ListCommand.self, ShowCommand.self, ReportsToCommand.self,
      ReportsCommand.self, PathCommand.self, CommonCommand.self, FundingCommand.self,
      FundersCommand.self, PrincipalsCommand.self, SpanCommand.self, ChokepointsCommand.self,
      IncentivesCommand.self, CheckCommand.self, ExplainCommand.self, RulesCommand.self,
      OverlapsCommand.self, CoterminousCommand.self, FootprintsCommand.self, MismatchesCommand.self,
      AcrossCommand.self, FigureCommand.self,
      RenderCommand.self, ViewsCommand.self,
      ImportCommand.self, BatchCommand.self,
    ])
}
