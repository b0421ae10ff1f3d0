import GovernanceModel

/// Feeds the tables of a single YAML file to an assembler.
struct YAMLGraphReader {
  let path: String

  func read(into assembler: inout GraphAssembler) throws(FileError) {
    let file = try FileBytes(path: path)
    guard let root = try YAMLText.root(of: file) else {
      throw FileError([
        diagnostic(
          "empty-file", nil, "the file is empty", cure: "give it organisations and relationships")
      ])
    }
    guard case .mapping(let document) = root.content else {
      throw FileError([
        diagnostic(
          "not-a-graph", root, "the file is not a mapping of tables",
          cure: "begin it with 'organisations:'")
      ])
    }
    var budget = Budget(file.count)
    var tables: [TableName: YAMLNode] = [:]
    for (key, value) in document { readEntry(key, value, &tables, &assembler) }
    for required in [TableName.organisations, .relationships] where tables[required] == nil {
      assembler.diagnostics.append(
        diagnostic(
          "missing-table", nil, "the file has no '\(required.rawValue)'",
          cure: "add it, even if empty: '\(required.rawValue): []'"))
    }
    for name in TableName.allCases {
      if let table = tables[name] { try readTable(name, table, &budget, into: &assembler) }
    }
  }

  private func readEntry(
    _ key: YAMLNode, _ value: YAMLNode, _ tables: inout [TableName: YAMLNode],
    _ assembler: inout GraphAssembler
  ) {
    let name = key.text ?? ""
    switch name {
    case "title": assembler.title = value.text
    case "currency": assembler.currency = value.text
    case "as_of":
      let text = value.text ?? ""
      assembler.asOf = PartialDate(text)
      if assembler.asOf == nil {
        assembler.diagnostics.append(.impossibleAsOf(text, position(of: value)))
      }
    // Read by RuleFile, and only when rules are asked for.
    case "rules": break
    default:
      if let table = TableName(rawValue: name) {
        tables[table] = value
      } else {
        let known = ["title", "as_of", "currency", "rules"] + TableName.allCases.map(\.rawValue)
        assembler.diagnostics.append(
          Diagnostic(
            id: "unknown-table", severity: .warning, position: position(of: key),
            summary: "'\(name)' is none of the tables of a graph and is not read",
            cure: Suggestion.nearest(to: name, in: known).map { "did you mean '\($0)'?" }
              ?? "remove it, or keep it as a comment"))
      }
    }
  }

  private func readTable(
    _ name: TableName, _ node: YAMLNode, _ budget: inout Budget,
    into assembler: inout GraphAssembler
  ) throws(FileError) {
    if node.text?.isEmpty ?? false { return }
    guard case .sequence(let rows) = node.content else {
      assembler.diagnostics.append(
        diagnostic(
          "not-a-table", node, "'\(name.rawValue)' is not a list of rows",
          cure: "write each row as '- {id: …, name: …}'"))
      return
    }
    // The header of a YAML table is every key that any of its rows has.
    var header: [String] = []
    var cellOfKey: [String: Int] = [:]
    var places: [SourcePosition] = []
    for row in rows {
      guard case .mapping(let cells) = row.content else { continue }
      for (key, _) in cells {
        try budget.spend(1, at: position(of: key))
        guard let text = key.text, cellOfKey[text] == nil, !text.utf8.contains(0) else {
          continue
        }
        cellOfKey[text] = header.count
        header.append(text)
        places.append(position(of: key))
      }
    }
    let mappings = rows.count { $0.isMapping }
    guard mappings > 0 else {
      for row in rows { reportNoRow(row, in: name, &assembler) }
      return
    }
    let start = position(of: node)
    guard assembler.begin(name, header: header, place: { $0 >= 0 ? places[$0] : start }) else {
      return
    }
    for row in rows {
      guard case .mapping(let cells) = row.content else {
        reportNoRow(row, in: name, &assembler)
        continue
      }
      var values = [String](repeating: "", count: header.count)
      var cellPlaces = [SourcePosition?](repeating: nil, count: header.count)
      var isSound = true
      for (key, value) in cells {
        let text = try text(of: value, &budget)
        if text?.utf8.contains(0) ?? false || key.text?.utf8.contains(0) ?? false {
          isSound = false
          assembler.diagnostics.append(
            diagnostic(
              "nul-byte", value, "the cell or its column holds a NUL", cure: "remove the escape"))
          continue
        }
        guard let name = key.text, let cell = cellOfKey[name], let text else {
          isSound = false
          assembler.diagnostics.append(
            diagnostic(
              "not-a-cell", value, "the cell is neither text nor a list of texts",
              cure: "write it as text, or as a list such as [statutory, managerial]"))
          continue
        }
        values[cell] = text
        cellPlaces[cell] = position(of: value)
      }
      guard isSound else { continue }
      let rowStart = position(of: row)
      assembler.add(values, columns: header.count) { cell in
        (cell >= 0 ? cellPlaces[cell] : nil) ?? rowStart
      }
    }
  }

  private func reportNoRow(
    _ row: YAMLNode, in table: TableName, _ assembler: inout GraphAssembler
  ) {
    assembler.diagnostics.append(
      diagnostic(
        "not-a-row", row, "a row of '\(table.rawValue)' is not a mapping",
        cure: "write it as '- {id: …, name: …}'"))
  }

  /// A scalar's text as it is written, or a list's texts with spaces between; nil for anything
  /// else.
  private func text(of node: YAMLNode, _ budget: inout Budget) throws(FileError) -> String? {
    try budget.spend(1, at: position(of: node))
    switch node.content {
    case .scalar(let text): return text
    case .sequence(let list):
      var words: [String] = []
      for item in list {
        try budget.spend(1, at: position(of: item))
        guard let word = item.text else { return nil }
        words.append(word)
      }
      return words.joined(separator: " ")
    case .mapping: return nil
    }
  }

  private func position(of node: YAMLNode) -> SourcePosition {
    node.position(in: path)
  }

  private func diagnostic(_ id: String, _ node: YAMLNode?, _ summary: String, cure: String)
    -> Diagnostic
  {
    Diagnostic(
      id: id, position: node.map { position(of: $0) } ?? SourcePosition(path: path),
      summary: summary, cure: cure)
  }

  /// How many values may still be visited: a text holds at most one value a byte, so more than
  /// that come from anchors that multiply.
  private struct Budget {
    private var left: Int
    init(_ bytes: Int) { left = bytes + 1024 }

    mutating func spend(_ count: Int, at position: SourcePosition) throws(FileError) {
      left -= count
      guard left >= 0 else {
        throw FileError([
          Diagnostic(
            id: "exploding-anchors", position: position,
            summary: "anchors and aliases make the file larger than its own text",
            cure: "write the values out")
        ])
      }
    }
  }
}
