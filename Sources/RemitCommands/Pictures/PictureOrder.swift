import Diagrams
import GovernanceModel
import Reports

/// One picture that was asked for: what it shows, and what its file is called.
struct PictureOrder {
  let view: ViewDefinition
  let fileName: String

  /// The pictures that the words of a command ask for: names of the graph's views, or `national`,
  /// `footprint STP`, `around ORG` or `finding ID`. A view of the graph's own counts before these.
  static func orders(
    _ command: RenderCommand, _ session: inout Session, _ file: ViewFile
  ) throws -> [PictureOrder] {
    if command.all {
      guard !file.views.isEmpty else {
        throw Refusal.misuse("the graph names no views; put them into views.yaml in its folder")
      }
      return file.views.map { PictureOrder(view: $0, fileName: $0.name) }
    }
    let words = command.views
    if words.count <= 2, file.view(named: words[0]) == nil,
      let order = try known(words, command.depth ?? 1, &session)
    {
      return [order]
    }
    return try words.map { word in
      if let view = file.view(named: word) { return PictureOrder(view: view, fileName: word) }
      if word == "national" {
        return PictureOrder(view: ViewDefinition(.national), fileName: word)
      }
      let names = file.views.map(\.name) + ["national", "footprint", "around", "finding"]
      throw Refusal.misuse(
        "the graph has no view '\(TerminalText.escaped(String(word.prefix(100))))'; "
          + (Suggestion.nearest(to: word, in: names).map { "did you mean '\($0)'?" }
            ?? "remit views lists them"))
    }
  }

  /// The views that every graph has.
  private static func known(
    _ words: [String], _ depth: Int, _ session: inout Session
  ) throws -> PictureOrder? {
    let org = words.dropFirst().first
    switch words[0] {
    case "national" where org == nil:
      return PictureOrder(view: ViewDefinition(.national), fileName: "national")
    case "footprint", "around":
      guard let org else {
        throw Refusal.misuse("name the body: remit render \(words[0]) ORG")
      }
      let isFootprint = words[0] == "footprint"
      let body = try session.body(
        org, kind: isFootprint ? footprintKind(of: session.graph) : nil)
      let view: DiagramView = isFootprint ? .footprint(body) : .around(body, depth: depth)
      return PictureOrder(
        view: ViewDefinition(view), fileName: fileName(words[0], session.graph.id(of: body)))
    case "finding":
      guard let id = org else {
        throw Refusal.misuse("name the finding: remit render finding ID; remit check lists them")
      }
      let (finding, _) = try session.finding(id)
      return PictureOrder(
        view: ViewDefinition(.finding(finding)), fileName: fileName("finding", finding.id))
    default: return nil
    }
  }

  /// The kind of footprints, by its id; nil in a graph that has none or several, where any body may
  /// be drawn with its members.
  private static func footprintKind(of graph: GovernanceGraph) -> KindIndex? {
    let kinds = graph.bodyKinds.kinds.filter {
      $0.id == "footprint" || $0.id.hasSuffix("-footprint")
    }
    return kinds.count == 1 ? graph.bodyKinds.index(of: kinds[0].id) : nil
  }

  /// An id as part of a file's name, which it must not lead out of its folder.
  private static func fileName(
    _ view: String, _ id: String
  ) -> String {
    let safe = id.map { character in
      character.isASCII && (character.isLetter || character.isNumber || character == "-")
        ? character : "-"
    }
    return view + "-" + String(safe.prefix(80))
  }
}
