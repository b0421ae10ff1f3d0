/// The tables of a graph, in the order in which they are read: what a row refers to is read before.
public enum TableName: String, CaseIterable, Hashable, Sendable {
  case sources, kinds, organisations, posts, holders, history, relationships, pairs, duties
  case classes, metrics, incentives, effects, evidence, decisions, reallocations, measurements

  /// The columns of the table.
  public var schema: TableSchema { TableSchema.of(self) }
}

/// The columns of one table: what they hold and which are required.
public struct TableSchema: Sendable {
  /// One column: its name, what its cells hold, and whether it must be there.
  public struct Column: Hashable, Sendable {
    public enum Form: Hashable, Sendable {
      case identifier, text, date, amount, wholeNumber, basis, grade, identifiers
      /// One of these words, or any of them with spaces between.
      case word([String])
      case words([String])
    }
    public let name: String
    public let form: Form
    public let isRequired: Bool
    public let description: String
  }

  public let table: TableName
  /// The columns with a meaning of their own. Others are kept as attributes of the row.
  public let columns: [Column]

  /// The prefix of the columns that hold codes, one for each scheme: `code_ods`.
  public static let codePrefix = "code_"

  /// The column with a name, or nil for an attribute.
  public func column(named name: String) -> Column? { columns.first { $0.name == name } }

  static func of(_ table: TableName) -> TableSchema {
    switch table {
    case .sources: sources
    case .kinds: kinds
    case .organisations: organisations
    case .posts: posts
    case .holders: holders
    case .history: history
    case .relationships: relationships
    case .pairs: pairs
    case .duties: duties
    case .metrics: metrics
    case .classes: classes
    case .incentives: incentives
    case .effects: effects
    case .evidence: evidence
    case .decisions: decisions
    case .reallocations: reallocations
    case .measurements: measurements
    }
  }
}

extension TableSchema {
  static func required(_ name: String, _ form: Column.Form, _ description: String) -> Column {
    Column(name: name, form: form, isRequired: true, description: description)
  }

  static func optional(_ name: String, _ form: Column.Form, _ description: String) -> Column {
    Column(name: name, form: form, isRequired: false, description: description)
  }

  static let start = optional(
    "start", .date, "The first day on which it holds; empty: not recorded, counts as always.")
  static let end = optional(
    "end", .date, "The first day on which it no longer holds; empty: no end is recorded.")
  private static let opened = optional("opened", .date, "The first day on which it is open.")
  private static let closed = optional(
    "closed", .date, "The first day on which it is no longer open.")
  /// The last three columns of most tables: where a row comes from and how far it can be trusted.
  static let evidenceColumns = [
    optional("source", .identifiers, "Where it was read: ids of sources, separated by spaces."),
    optional(
      "grade", .grade,
      "verified, computed, inferred, estimated or recalled (then the source would confirm it)."),
    optional("note", .text, "Anything a reader should know, in this graph's own words."),
  ]

  static let sources = TableSchema(
    table: .sources,
    columns: [
      required("id", .identifier, "The id by which rows cite it."),
      optional("title", .text, "Its title."),
      optional("publisher", .text, "Who published it."),
      optional("date", .text, "When it was published."),
      optional("url", .text, "Where it can be read."),
      optional("licence", .text, "The licence it is under."),
      optional("note", .text, "Anything a reader should know."),
    ])

  static let kinds = TableSchema(
    table: .kinds,
    columns: [
      required("id", .identifier, "The id that rows use."),
      optional("of", .text, "organisation (also when empty), post or relationship."),
      optional("name", .text, "The name of one."),
      optional("plural", .text, "The name of several."),
      optional("broader", .identifiers, "The ids of broader kinds, separated by spaces."),
      optional("owned_by", .identifier, "The kind of which each member has one as its own."),
      optional("tier", .wholeNumber, "How far from the top it is drawn, 0 at the top."),
      optional("definition", .text, "What belongs to it."),
      optional("source", .identifiers, "Where the definition rests."),
    ])

  static let organisations = TableSchema(
    table: .organisations,
    columns: [
      required("id", .identifier, "The id; unique over organisations and posts, never reused."),
      required("name", .text, "The name, where history does not give another for the date."),
      required("kind", .identifier, "The id of its kind."),
      optional(
        "legal_form", .text, "statutory-body, part-of-body, operating-name, partnership, …"),
      opened, closed,
      optional("owner", .identifier, "The body whose own board, committee or electorate it is."),
    ] + evidenceColumns)

  static let posts = TableSchema(
    table: .posts,
    columns: [
      required("id", .identifier, "The id; unique over organisations and posts, never reused."),
      required("name", .text, "The name of the post."),
      optional("kind", .identifier, "The id of its kind; empty: post."),
      optional("owner", .identifier, "The body it belongs to."),
      opened, closed,
    ] + evidenceColumns)

  static let holders = TableSchema(
    table: .holders,
    columns: [
      required("post", .identifier, "The id of the post."),
      required("name", .text, "The holder's name."),
      start, end,
    ] + evidenceColumns)

  static let history = TableSchema(
    table: .history,
    columns: [
      required("organisation", .identifier, "The id of the organisation or post."),
      required("field", .text, "The column that differed: name, kind, legal_form or code_…."),
      required("value", .text, "What it held in the period."),
      start, end,
    ] + evidenceColumns)

  static let relationships = TableSchema(
    table: .relationships,
    columns: [
      optional("id", .identifier, "The id by which other rows refer to this one."),
      required("from", .identifier, "The id of the body on the left, or `every KIND`."),
      required("to", .identifier, "The id of the body on the right, or `every KIND`."),
      required("kind", .identifier, "What the left is to the right, such as accountable-to."),
      optional("basis", .basis, "statutory, contractual, managerial, financial, political, …"),
      optional("legal_basis", .text, "The Act and section, regulation or document."),
      optional("amount", .amount, "Pounds, or the graph's currency, with at most two decimals."),
      optional("year", .text, "The financial year of the amount, 2016/17."),
      start, end,
    ] + evidenceColumns + [
      optional("pairing", .text, "own, listed, overlapping or unstated, for a row about kinds."),
      optional("alternative_of", .identifier, "The row whose amount this is another figure for."),
      optional("part_of", .identifier, "The row of whose amount this is a component."),
    ])

  static let pairs = TableSchema(
    table: .pairs,
    columns: [
      required("statement", .identifier, "The id of the relationship row that lists its pairs."),
      required("from", .identifier, "The id of the body on the left."),
      required("to", .identifier, "The id of the body on the right."),
      start, end,
      optional("amount", .amount, "The amount for this pair."),
      optional("year", .text, "The financial year of the amount."),
    ] + evidenceColumns)

  static let duties = TableSchema(
    table: .duties,
    columns: [
      required("holder", .identifier, "The id of the body, or `every KIND`."),
      required("type", .text, "duty or power."),
      required("subject", .text, "What must or may be done, in this graph's own words."),
      optional("legal_basis", .text, "The Act and section."),
      start, end,
    ] + evidenceColumns)
}
