import GovernanceAnalysis
import GovernanceModel

/// The views that a graph's file names, and the looks of its kinds.
///
///     looks:
///       ccg: {shape: tab, fill: pink}
///     views:
///       money:
///         title: Where the money goes
///         relationships: [funds]
///         width: amount
///
/// `Docs/views.md` lists every setting.
public struct ViewFile: Sendable {
  /// The views that are sound, in the order of the file.
  public private(set) var views: [ViewDefinition] = []
  public private(set) var looks = KindLooks()
  /// What is wrong, by position. A view with an error is left out.
  public private(set) var diagnostics: [Diagnostic] = []
  /// The names of views that are left out for what is wrong with them.
  public private(set) var broken: [String] = []

  /// A file without anything in it.
  public init() {}

  /// Makes sense of a file's values.
  ///
  /// - Parameter drawn: the names of the views that will be drawn, nil for any. The others are checked
  ///   too, but their findings are not looked for.
  /// - Complexity: O(settings · (kinds + bodies)), for names that are looked up or suggested, and what
  ///   the rules of the drawn views' findings take.
  public init(_ file: PlacedValue, in graph: GovernanceGraph, drawing drawn: Set<String>? = nil) {
    guard let entries = file.entries else {
      report(file.position, "the file is not a mapping", "begin it with 'views:'")
      return
    }
    var table = SettingsTable(entries, of: "a file of views")
    if let value = table.take("looks") { readLooks(value, graph) }
    if let value = table.take("views") {
      if let entries = value.entries {
        for entry in entries { read(entry, graph, drawn?.contains(entry.key) ?? true) }
      } else {
        table.report(
          value.position, "'views' is not a mapping", "write each view as 'name:' and its settings")
      }
    }
    table.finish()
    diagnostics += table.diagnostics
    diagnostics.sort()
  }

  /// The view of a name, or nil.
  public func view(named name: String) -> ViewDefinition? { views.first { $0.name == name } }

  private mutating func report(_ place: SourcePosition, _ summary: String, _ cure: String) {
    diagnostics.append(
      Diagnostic(id: "bad-view", position: place, summary: summary, cure: cure))
  }

  private mutating func read(
    _ entry: PlacedEntry, _ graph: GovernanceGraph, _ isDrawn: Bool
  ) {
    let isName =
      !entry.key.isEmpty && entry.key.utf8.count <= 60
      && entry.key.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
      }
      && !entry.key.hasPrefix("-")
    guard isName else {
      report(
        entry.keyPosition, "'\(entry.key.shortened(to: 60))' is no name for a view",
        "name it with small letters, digits and dashes, 60 at most")
      return
    }
    guard let settings = entry.value.entries else {
      report(
        entry.value.position, "the view '\(entry.key)' is not a mapping",
        "write each setting on a line of its own, as 'title: …'")
      broken.append(entry.key)
      return
    }
    var reader = ViewReader(
      table: SettingsTable(settings, of: "the view '\(entry.key)'"), graph: graph,
      findsWitness: isDrawn)
    let view = reader.view(named: entry.key)
    diagnostics += reader.table.diagnostics
    if reader.table.diagnostics.isEmpty { views.append(view) } else { broken.append(entry.key) }
  }

  private mutating func readLooks(_ value: PlacedValue, _ graph: GovernanceGraph) {
    guard let entries = value.entries else {
      report(
        value.position, "'looks' is not a mapping", "write it as 'ccg: {shape: tab, fill: pink}'")
      return
    }
    var placeOfLook: [NodeLook: String] = [:]
    for entry in entries {
      guard let kind = graph.bodyKinds.index(of: entry.key) else {
        let near = Suggestion.nearest(
          to: entry.key, in: graph.bodyKinds.kinds.map(\.id).sorted())
        report(
          entry.keyPosition, "'\(entry.key.shortened(to: 60))' is no kind of bodies",
          near.map { "did you mean '\($0)'?" } ?? "remit info lists the kinds")
        continue
      }
      guard let settings = entry.value.entries else {
        report(
          entry.value.position, "a look is not a mapping", "write it as '{shape: tab, fill: pink}'")
        continue
      }
      var table = SettingsTable(settings, of: "a look")
      let shape = table.word("shape", of: NodeLook.Outline.self)
      let fill = table.word("fill", of: FillName.self)
      table.finish()
      diagnostics += table.diagnostics
      guard table.diagnostics.isEmpty else { continue }
      guard let shape, let fill else {
        report(
          entry.value.position, "the look of '\(entry.key)' lacks a shape or a fill",
          "write it as '{shape: tab, fill: pink}'")
        continue
      }
      let look = NodeLook(shape, fill)
      if let other = placeOfLook.updateValue(entry.key, forKey: look) {
        report(
          entry.keyPosition, "'\(entry.key)' has the same shape and fill as '\(other)'",
          "change one of them, so that they can be told apart")
        continue
      }
      looks.declared[kind] = look
    }
  }
}
