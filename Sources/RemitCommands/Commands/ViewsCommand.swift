import ArgumentParser
import Diagrams
import GovernanceModel
import Reports

/// `remit views`
struct ViewsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "views",
    abstract: "The views that a graph names, with what each holds.",
    discussion: """
      A graph's views stand in views.yaml in its folder, or in GRAPH.views.yaml beside a graph that \
      is one file: see Docs/views.md.
      """)

  @OptionGroup var options: GraphOptions

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    let session = try Session(options, surroundings)
    let file = try session.viewFile(options)
    let views = ViewsAnswer.report(
      rows: file.views.map { view in
        let diagram = Diagram(view, of: session.graph, at: session.moment, looks: file.looks)
        return ViewsAnswer.Row(
          name: view.name, title: diagram.title, about: view.about, asOf: diagram.asOf,
          bodies: diagram.counts.bodies, bodiesInGroups: diagram.counts.bodiesInStacks,
          lines: diagram.counts.lines, relationships: diagram.counts.relationships)
      }, of: session.graph)
    return session.outcome(views, leavingOut: file.diagnostics)
  }
}
