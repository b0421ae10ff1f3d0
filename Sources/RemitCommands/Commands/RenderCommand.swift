import ArgumentParser
import Diagrams
import GovernanceModel
import GraphFiles
import GraphvizEngine
import Reports

/// `remit render VIEW…`
struct RenderCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Diagrams, as pictures, pages, data or text by the ending of their files.",
    discussion: """
      VIEW is the name of one of the graph's views ('remit views' lists them), or 'national', \
      'footprint STP', 'around ORG' or 'finding ID', which every graph has. Without -o a picture \
      goes into Output/, named after what it shows. The ending of the file says what becomes of it: svg, png or \
      pdf; html, a page to search and follow; json, where everything is; dot, mmd (Mermaid) and d2 for \
      other programs; txt, the same in words.
      """)

  @Argument(help: "The names of views; or national, footprint STP, around ORG, or finding ID.")
  var views: [String] = []

  @Flag(help: "Draw every view of the graph.")
  var all = false

  @Flag(help: "Draw again whenever the graph or its views change, until interrupted.")
  var watch = false

  @Option(help: "How many relationships away from the body to go; with 'around' only.")
  var depth: Int?

  @Option(name: .shortAndLong, help: "The file; its ending says the format.")
  var output: String?

  @Option(
    help: """
      Keep bodies where they were: the file of places that an earlier run with this option wrote; \
      it is written anew.
      """)
  var pin: String?

  @OptionGroup var looks: LookOptions
  @OptionGroup var limits: LimitOptions
  @OptionGroup var format: DiagramFormatOptions
  @OptionGroup var basis: BasisOptions
  @OptionGroup var options: GraphOptions

  func validate() throws {
    if all, !views.isEmpty { throw ValidationError("--all draws every view; name none") }
    if !all, views.isEmpty {
      throw ValidationError("name a view: remit render national; 'remit views' lists them")
    }
    if let depth, views.first != "around" || !(1...10).contains(depth) {
      throw ValidationError("--depth is a number from 1 to 10, for 'around'")
    }
    if all, output != nil { throw ValidationError("--all draws many files; leave -o out") }
    if pin != nil, all || views.isEmpty {
      throw ValidationError("--pin keeps the places of one view; name it")
    }
    try format.check(output)
    _ = try looks.sheet()
  }

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    guard watch else { return try drawn(in: surroundings) }
    return try Watching.outcome(of: self, in: surroundings)
  }

  /// Reads the graph and its views, and draws what was asked for.
  func drawn(in surroundings: Surroundings) throws -> Outcome {
    let drawsHere = try !format.text && limits.worker() == nil && format.needsPicture(output)
    if drawsHere { Graphviz.prepare() }
    defer { if drawsHere { Graphviz.settle() } }
    var session = try Session(options, surroundings)
    let file = try session.viewFile(options, drawing: all ? nil : Set(views))
    let orders = try PictureOrder.orders(self, &session, file)
    if orders.count > 1, let one = output ?? pin {
      throw Refusal.misuse(
        "'\(TerminalText.escaped(one))' is one file, for \(orders.count) views; leave it out")
    }
    let basis = try Session.basis(basis.basis)
    var lines: [String] = []
    var remarks = ""
    for (number, order) in orders.enumerated() {
      if orders.count > 1, surroundings.isWatched {
        surroundings.say("drawing \(order.fileName), \(number + 1) of \(orders.count)\n")
      }
      var view = try looks.applied(to: order.view)
      view.isPinned = pin != nil
      let diagram = Diagram(
        view, of: session.graph, at: session.moment, basis: basis,
        looks: file.looks)
      if format.text, output == nil {
        lines.append(OutlineFormat.outline.text(of: diagram))
        continue
      }
      let picture = PictureFile(
        path: output ?? "Output/\(order.fileName).svg", options: format,
        makesFolder: output == nil, worker: limits.worker(), pin: pin, surroundings: surroundings)
      let said = try picture.draw(diagram)
      let words =
        ["\(picture.path): \(diagram.title), \(diagram.asOf)"]
        + (orders.count == 1 ? diagram.caption : []) + said
      lines += words.map { TerminalText.escaped($0) + "\n" }
      for remark in try format.format(of: picture.path).remarks(on: diagram) {
        remarks += "remit: \(TerminalText.escaped(remark))\n"
      }
    }
    return Outcome(
      output: lines.joined(),
      errors: session.remarks + DiagnosticLines.text(of: file.diagnostics) + remarks)
  }
}
