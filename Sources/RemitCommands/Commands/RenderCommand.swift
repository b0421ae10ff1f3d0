import ArgumentParser
import Diagrams
import GovernanceModel
import GraphFiles
import GraphvizEngine
import Reports

/// `remit render VIEW`
struct RenderCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "A diagram, as a picture, a page, data or text by the ending of its file.",
    discussion: """
      VIEW is 'national', 'footprint STP' or 'around ORG'. Without -o the picture goes into Output/, \
      named after what it shows. The ending of the file says what becomes of it: svg, png or pdf; html, \
      a page to search and follow; json, where everything is; dot, mmd (Mermaid) and d2 for other \
      programs; txt, the same in words.
      """)

  enum View: String, ExpressibleByArgument, CaseIterable {
    case national, footprint, around
  }

  @Argument(help: "national, footprint or around.")
  var view: View

  @Argument(help: "The footprint, or the body to draw around: an id, a code or a name.")
  var org: String?

  @Option(help: "How many relationships away from the body to go; with 'around' only.")
  var depth: Int?

  @Option(name: .shortAndLong, help: "The file; its ending says the format.")
  var output: String?

  @OptionGroup var format: DiagramFormatOptions

  @OptionGroup var basis: BasisOptions
  @OptionGroup var options: GraphOptions

  func validate() throws {
    if view == .national, org != nil { throw ValidationError("'national' takes no body") }
    if view != .national, org == nil {
      throw ValidationError("name the body: remit render \(view.rawValue) ORG")
    }
    if let depth, view != .around || !(1...10).contains(depth) {
      throw ValidationError("--depth is a number from 1 to 10, for 'around'")
    }
    try format.check(output)
  }

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    let session = try Session(options, surroundings)
    let basis = try Session.basis(basis.basis)
    let (view, name) = try view(session)
    let diagram = Diagram(view, of: session.graph, at: session.moment, basis: basis)
    if format.text, output == nil {
      return Outcome(output: OutlineFormat.outline.text(of: diagram), errors: session.remarks)
    }
    let path = output ?? "Output/\(name).svg"
    let format = try self.format.format(of: path)
    do {
      let bytes = try diagram.written(as: format)
      if output == nil { try TextFile.makeFolder("Output") }
      try TextFile.write(bytes: bytes, to: path)
    } catch let error as GraphvizError {
      throw Refusal.unreadable("remit: \(TerminalText.escaped(error.description))\n")
    } catch let error as FileError {
      throw Refusal.unreadable(DiagnosticLines.text(of: error.diagnostics))
    }
    let lines = ["\(path): \(diagram.title), \(diagram.asOf)"] + diagram.caption
    let remarks = format.remarks(on: diagram).map { "remit: \(TerminalText.escaped($0))\n" }
    return Outcome(
      output: lines.map { TerminalText.escaped($0) + "\n" }.joined(),
      errors: session.remarks + remarks.joined())
  }

  /// The view that was asked for, and a name for its file.
  private func view(_ session: Session) throws -> (DiagramView, String) {
    switch view {
    case .national:
      return (.national, "national")
    case .footprint:
      let body = try session.body(org ?? "", kind: footprintKind(of: session.graph))
      return (.footprint(body), fileName("footprint", body, session.graph))
    case .around:
      let body = try session.body(org ?? "")
      return (.around(body, depth: depth ?? 1), fileName("around", body, session.graph))
    }
  }

  /// The kind of footprints, by its id; nil in a graph that has none or several, where any body may
  /// be drawn with its members.
  private func footprintKind(of graph: GovernanceGraph) -> KindIndex? {
    let kinds = graph.bodyKinds.kinds.filter {
      $0.id == "footprint" || $0.id.hasSuffix("-footprint")
    }
    return kinds.count == 1 ? graph.bodyKinds.index(of: kinds[0].id) : nil
  }

  /// An id as part of a file's name, which it must not lead out of its folder.
  private func fileName(_ view: String, _ body: BodyIndex, _ graph: GovernanceGraph) -> String {
    let safe = graph.id(of: body).map { character in
      character.isASCII && (character.isLetter || character.isNumber || character == "-")
        ? character : "-"
    }
    return view + "-" + String(safe.prefix(80))
  }
}
