import GovernanceModel

extension DataPackage.Resource {
  /// Describes a file of a graph table with the columns of its header.
  init(name: String, path: String, table: TableName, header: [String]) {
    self.init(
      name: name, path: path, profile: "tabular-data-resource", title: nil, format: "csv",
      mediatype: "text/csv", encoding: "utf-8",
      schema: DataPackage.Schema(
        fields: header.map { column in
          DataPackage.Field(
            column: column, known: table.schema.column(named: column),
            otherwise: column.hasPrefix(TableSchema.codePrefix)
              ? "The code in the scheme '\(column.dropFirst(TableSchema.codePrefix.count))'."
              : "An attribute.")
        },
        primaryKey: table.hasUniqueID && header.contains("id") ? ["id"] : nil,
        missingValues: [""]))
  }

  /// Describes a file of a table about areas with the columns of its header.
  init(name: String, path: String, table: AreaTableName, header: [String]) {
    let key: String? =
      switch table {
      case .geographies, .vintages: "id"
      case .zones: "zone"
      case .areas, .nestings, .catchments: nil
      }
    self.init(
      name: name, path: path, profile: "tabular-data-resource", title: nil, format: "csv",
      mediatype: "text/csv", encoding: "utf-8",
      schema: DataPackage.Schema(
        fields: header.map { column in
          DataPackage.Field(
            column: column, known: table.columns.first { $0.name == column },
            otherwise: table == .zones
              ? "The area of the geography '\(column)' that it lies in; empty: none."
              : "An attribute.")
        },
        primaryKey: key.map { header.contains($0) ? [$0] : nil } ?? nil, missingValues: [""]))
  }
}

extension TableName {
  /// Whether the id of each row is required and its own.
  fileprivate var hasUniqueID: Bool {
    schema.column(named: "id")?.isRequired ?? false
  }
}

extension DataPackage.Field {
  fileprivate init(column: String, known: TableSchema.Column?, otherwise: String) {
    guard let known else {
      self.init(name: column, type: "string", description: otherwise, constraints: nil)
      return
    }
    var constraints = DataPackage.Constraints()
    if known.isRequired { constraints.required = true }
    var type = "string"
    switch known.form {
    case .date: constraints.pattern = #"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"#
    case .amount: type = "number"
    case .wholeNumber:
      type = "integer"
      constraints.minimum = 0
    case .grade: constraints.enum = EvidenceGrade.allCases.map(\.word)
    case .basis:
      let word = Basis.named.map(\.word).joined(separator: "|")
      constraints.pattern = "(\(word))( (\(word)))*"
    case .word(let words): constraints.enum = words
    case .words(let words):
      let word = words.joined(separator: "|")
      constraints.pattern = "(\(word))( (\(word)))*"
    case .identifier, .identifiers, .text: break
    }
    self.init(
      name: column, type: type, description: known.description,
      constraints: constraints == DataPackage.Constraints() ? nil : constraints)
  }
}
