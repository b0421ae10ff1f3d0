import ArgumentParser
import Diagrams

struct RenderCommand: Subcommand {
  static let configuration = CommandConfiguration(commandName: "render", abstract: "A diagram.")
  @OptionGroup var options: GraphOptions
  func outcome(in surroundings: Surroundings) throws -> Outcome { Outcome() }
}
