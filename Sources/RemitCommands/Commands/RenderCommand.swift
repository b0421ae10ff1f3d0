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
    abstract: "A diagram, as SVG, PNG, PDF or DOT by the ending of its file.",
    discussion: """
      VIEW is 'national', 'footprint STP', 'around ORG' or 'finding ID'. Without -o the picture goes into Output/, \
      named after what it shows.
      """)

  enum View: String, ExpressibleByArgument, CaseIterable {
    case national, footprint, around, finding
  }

  @Argument(help: "national, footprint, around or finding.")
  var view: View

  @Argument(help: "The footprint or body, by an id, a code or a name; or the id of a finding.")
  var org: String?

  @Option(help: "How many relationships away from the body to go; with 'around' only.")
  var depth: Int?

  @Option(name: .shortAndLong, help: "The file; its ending says the format: svg, png, pdf or dot.")
  var output: String?

  @OptionGroup var basis: BasisOptions
  @OptionGroup var options: GraphOptions

  func validate() throws {
    if view == .national, org != nil { throw ValidationError("'national' takes no body") }
    if view != .national, org == nil {
      throw ValidationError(
        view == .finding
          ? "name the finding: remit render finding ID; remit check lists them"
          : "name the body: remit render \(view.rawValue) ORG")
    }
    if let depth, view != .around || !(1...10).contains(depth) {
      throw ValidationError("--depth is a number from 1 to 10, for 'around'")
    }
    if let output { _ = try Self.format(of: output) }
  }

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    var session = try Session(options, surroundings)
    let basis = try Session.basis(basis.basis)
    let (view, name) = try view(&session)
    let diagram = Diagram(view, of: session.graph, at: session.moment, basis: basis)
    let path = output ?? "Output/\(name).svg"
    do {
      let bytes = try Graphviz.render(diagram.document, format: try Self.format(of: path))
      if output == nil { try TextFile.makeFolder("Output") }
      try TextFile.write(bytes: bytes, to: path)
    } catch let error as GraphvizError {
      throw Refusal.unreadable("remit: \(TerminalText.escaped(error.description))\n")
    } catch let error as FileError {
      throw Refusal.unreadable(DiagnosticLines.text(of: error.diagnostics))
    }
    let lines = ["\(path): \(diagram.title), \(diagram.asOf)"] + diagram.caption
    return Outcome(
      output: lines.map { TerminalText.escaped($0) + "\n" }.joined(), errors: session.remarks)
  }

  private static func format(of path: String) throws -> ImageFormat {
    let name = path.split(separator: "/").last ?? ""
    let ending = name.split(separator: ".").dropFirst().last.map { $0.lowercased() } ?? ""
    guard let format = ImageFormat(rawValue: ending) else {
      throw ValidationError(
        "'\(TerminalText.escaped(path))' does not end in .svg, .png, .pdf or .dot")
    }
    return format
  }

  /// The view that was asked for, and a name for its file.
  private func view(_ session: inout Session) throws -> (DiagramView, String) {
    switch view {
    case .national:
      return (.national, "national")
    case .footprint:
      let body = try session.body(org ?? "", kind: footprintKind(of: session.graph))
      return (.footprint(body), fileName("footprint", session.graph.id(of: body)))
    case .around:
      let body = try session.body(org ?? "")
      return (.around(body, depth: depth ?? 1), fileName("around", session.graph.id(of: body)))
    case .finding:
      let (finding, _) = try session.finding(org ?? "")
      return (.finding(finding), fileName("finding", finding.id))
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
  private func fileName(_ view: String, _ id: String) -> String {
    let safe = id.map { character in
      character.isASCII && (character.isLetter || character.isNumber || character == "-")
        ? character : "-"
    }
    return view + "-" + String(safe.prefix(80))
  }
}
