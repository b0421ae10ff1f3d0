import GovernanceAnalysis
import GovernanceModel

/// Reads the settings of one view, each checked against the graph.
struct ViewReader {
  var table: SettingsTable
  let graph: GovernanceGraph
  /// Whether the view's finding is looked for, which takes running its rule.
  let findsWitness: Bool

  mutating func view(named name: String) -> ViewDefinition {
    var view = ViewDefinition(name)
    view.title = table.text("title")?.text
    view.about = table.text("about")?.text
    view.caption = table.texts("caption").map(\.text)
    view.sources = sources()
    view.arrangement = table.word("draw", of: ViewDefinition.Arrangement.self) ?? .system
    view.body = table.text("body").flatMap { body($0.text, $0.place) }
    view.distance = table.number("distance", in: 1...10) ?? 1
    setDates(&view)
    if let (text, place) = table.text("finding") { setFinding(text, place, &view) }
    view.selection = selection()
    setArrangement(&view)
    setLooks(&view)
    table.finish()
    return view
  }

  private mutating func setDates(_ view: inout ViewDefinition) {
    let dates = table.texts("as_of").compactMap { text, place -> Moment? in
      if text == "any" { return .anyTime }
      if let date = PartialDate(text) { return .date(date) }
      table.report(
        place, "'\(text.shortened(to: 60))' is not a date",
        "write it as 2016-10-01, 2016-10, 2016 or any, or two of them to compare")
      return nil
    }
    view.moment = dates.last
    if dates.count == 2 { view.earlier = dates[0] }
    if dates.count > 2 {
      table.report(
        place ?? SourcePosition(path: ""), "'as_of' has more than two dates",
        "compare two at a time")
    }
  }

  /// A finding is looked for when the view is read, at the view's own date: what is not found then
  /// is a fault of the view.
  private mutating func setFinding(
    _ text: String, _ place: SourcePosition, _ view: inout ViewDefinition
  ) {
    let id = text.prefix { $0 != "/" }
    guard let rule = RuleCatalogue.all.first(where: { $0.about.id == id }) else {
      let near = Suggestion.nearest(to: String(id), in: RuleCatalogue.all.map(\.about.id))
      table.report(
        place, "'\(String(id).shortened(to: 60))' is no rule",
        near.map { "did you mean '\($0)'?" } ?? "remit rules lists them")
      return
    }
    guard findsWitness else { return }
    let moment = view.moment ?? graph.defaultMoment
    let check = Check(Inspection(graph, at: moment), rules: [rule])
    guard let finding = text == id ? check.findings.first : check.finding(id: text) else {
      let near = Suggestion.nearest(to: text, in: check.findings.map(\.id))
      table.report(
        place, "'\(text.shortened(to: 120))' is not found on the date of the view",
        near.map { "did you mean '\($0)'?" } ?? "remit check lists what is")
      return
    }
    view.finding = finding
    view.moment = moment
  }

  private mutating func selection() -> ViewSelection {
    var selection = ViewSelection()
    if let (text, place) = table.text("bodies") {
      do throws(BodyExpression.Fault) {
        selection.bodies = try BodyExpression(text, in: graph)
      } catch {
        table.report(place, error.summary, error.cure)
      }
    }
    selection.within = table.text("within").flatMap { body($0.text, $0.place) }
    selection.with = table.texts("with").compactMap { body($0.text, $0.place) }
    selection.without = table.texts("without").compactMap { body($0.text, $0.place) }
    let kinds = table.words("relationships").compactMap { word, place -> KindIndex? in
      if let kind = graph.relationshipKinds.index(of: word) { return kind }
      let near = Suggestion.nearest(
        to: word, in: graph.relationshipKinds.kinds.map(\.id))
      table.report(
        place, "'\(word.shortened(to: 60))' is no kind of relationships",
        near.map { "did you mean '\($0)'?" }
          ?? "use any of \(RelationshipKind.standard.map(\.rawValue).joined(separator: ", "))")
      return nil
    }
    if !kinds.isEmpty { selection.relationships = kinds }
    let bases = table.words("basis")
    for (word, place) in bases {
      if word == "all" {
        selection.basis = .all
      } else if let basis = Basis(word: word) {
        selection.basis = (selection.basis ?? []).union(basis)
      } else {
        let known = Basis.named.map(\.word) + ["all"]
        table.report(
          place, "'\(word.shortened(to: 60))' is no basis",
          Suggestion.nearest(to: word, in: known).map { "did you mean '\($0)'?" }
            ?? "use any of \(known.joined(separator: ", "))")
      }
    }
    return selection
  }

  private mutating func setArrangement(_ view: inout ViewDefinition) {
    if let (text, place) = table.text("group") { view.group = group(text, place) }
    if let (text, place) = table.text("stack") {
      if text == "never" {
        view.stacksAbove = .max
      } else if let number = Int(text), (0...10_000).contains(number) {
        view.stacksAbove = number
      } else {
        table.report(
          place, "'\(text.shortened(to: 60))' is no number of bodies",
          "write the most that are drawn one by one, or 'never'")
      }
    }
    view.drawsUntied = table.flag("untied") ?? false
    view.ranksByLines = table.word("ranks", [("tier", false), ("lines", true)]) ?? false
    view.remarks = table.texts("remarks").compactMap { remark($0.text, $0.place) }
    view.direction =
      table.word("direction", [("down", DotDirection.topToBottom), ("right", .leftToRight)])
      ?? .topToBottom
    view.concentrates = table.flag("concentrate") ?? false
    view.bundlesFrom = table.number("bundle", in: LineBundle.range)
    view.mergesParallel =
      table.word("parallel", [("merged", true), ("separate", false)]) ?? false
    if view.arrangement == .members || view.arrangement == .around, view.body == nil,
      table.diagnostics.isEmpty
    {
      table.report(
        place ?? SourcePosition(path: ""),
        "\(table.what) is about a body that it does not name", "add 'body: ID'")
    }
  }

  private mutating func setLooks(_ view: inout ViewDefinition) {
    view.hasWidthByAmount = table.word("width", [("amount", true), ("same", false)]) ?? false
    view.gradeMark = table.word("grade", of: ViewDefinition.GradeMark.self) ?? .ring
    view.findings = table.word("findings", of: Finding.Severity.self)?.rawValue
    if let (text, place) = table.text("overlap") { view.overlap = group(text, place) }
    view.theme = table.word("theme", Theme.all.map { ($0.name, $0) })
    if let (text, place) = table.text("page") {
      view.page = Page(words: text)
      if view.page == nil {
        table.report(
          place, "'\(text.shortened(to: 60))' is no sheet of paper",
          "write it as 'a4' or 'a3 landscape'; the sizes are "
            + Page.Size.allCases.map(\.rawValue).joined(separator: ", "))
      }
    }
    view.engine = table.word("engine", of: EngineName.self)
  }

  /// Where the settings begin, for what is wrong with all of them.
  private var place: SourcePosition? { table.start }

  // MARK: Names

  private mutating func body(_ text: String, _ place: SourcePosition) -> BodyIndex? {
    if let body = graph.body(id: text) { return body }
    if case .found(let body) = OrganisationFinder(graph, at: graph.defaultMoment).find(text) {
      return body
    }
    table.report(
      place, "'\(text.shortened(to: 60))' is no body, or more than one",
      "name it by its id; remit show finds it")
    return nil
  }

  private mutating func sources() -> [String] {
    table.words("sources").compactMap { id, place in
      if graph.source(id: id) != nil || graph.sources.isEmpty { return id }
      let near = Suggestion.nearest(to: id, in: graph.sources.map(\.id))
      table.report(
        place, "'\(id.shortened(to: 60))' is no source of the graph",
        near.map { "did you mean '\($0)'?" } ?? "add it to sources.csv")
      return nil
    }
  }

  private mutating func group(_ text: String, _ place: SourcePosition) -> ViewDefinition.Group? {
    if text == "kind" { return .kind }
    if let kind = graph.bodyKinds.index(of: text) { return .memberOf(kind) }
    let fields = graph.bodies.attributes.names
    if fields.contains(text) { return .attribute(text) }
    let known = ["kind"] + graph.bodyKinds.kinds.map(\.id).sorted() + fields
    table.report(
      place, "'\(text.shortened(to: 60))' is nothing to group by",
      Suggestion.nearest(to: text, in: known).map { "did you mean '\($0)'?" }
        ?? "use 'kind', a kind of bodies that have members, or a column of the organisations")
    return nil
  }

  private mutating func remark(_ text: String, _ place: SourcePosition) -> ViewDefinition.Remark? {
    let codes = graph.bodies.codes.names
    let fields = graph.bodies.attributes.names
    switch text {
    case "kind": return .kind
    case "id": return .id
    case let code where code.hasPrefix("code_") && codes.contains(String(code.dropFirst(5))):
      return .code(String(code.dropFirst(5)))
    case let field where fields.contains(field) || BodyExpression.fields.contains(field):
      return .attribute(field)
    default:
      let known =
        ["kind", "id"] + codes.map { "code_" + $0 } + BodyExpression.fields + fields
      table.report(
        place, "'\(text.shortened(to: 60))' is nothing to say of a body",
        Suggestion.nearest(to: text, in: known).map { "did you mean '\($0)'?" }
          ?? "use any of \(known.joined(separator: ", "))")
      return nil
    }
  }
}
