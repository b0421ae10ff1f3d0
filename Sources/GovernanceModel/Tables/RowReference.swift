/// A row of a graph's files by what it holds, so that its place can be found there again.
///
/// A graph keeps no places of its rows, since few questions need any. Two rows that hold the same
/// in these columns are one reference.
public struct RowReference: Hashable, Sendable {
  public let table: TableName
  /// The row's own id; empty where it has none.
  public let id: String
  /// Of a relationship: what its cells say; empty in other tables.
  public let from: String
  public let to: String
  public let kind: String
  public let start: String
  public let end: String

  public init(
    table: TableName, id: String, from: String = "", to: String = "", kind: String = "",
    start: String = "", end: String = ""
  ) {
    self.table = table
    self.id = id
    self.from = from
    self.to = to
    self.kind = kind
    self.start = start
    self.end = end
  }
}

extension GovernanceGraph {
  /// The row that a relationship stands in; of one that was expanded, the row about kinds.
  public func reference(to relationship: RelationshipIndex) -> RowReference {
    let row = self[relationship]
    if let statement = row.statement { return reference(toStatement: statement) }
    return RowReference(
      table: .relationships, id: row.id ?? "", from: id(of: row.from), to: id(of: row.to),
      kind: relationshipKinds[row.kind].id, start: row.period.start?.description ?? "",
      end: row.period.end?.description ?? "")
  }

  /// The row that a statement about kinds stands in.
  public func reference(toStatement position: Int) -> RowReference {
    let row = statements[position]
    func text(_ party: Party) -> String {
      switch party {
      case .body(let body): id(of: body)
      case .every(let kind): "every " + bodyKinds[kind].id
      }
    }
    return RowReference(
      table: .relationships, id: row.id ?? "", from: text(row.from), to: text(row.to),
      kind: relationshipKinds[row.kind].id, start: row.period.start?.description ?? "",
      end: row.period.end?.description ?? "")
  }

  /// The row that a body stands in; of one that was made for a kind, its owner's.
  public func reference(to body: BodyIndex) -> RowReference {
    if isMade(body), let owner = owner(of: body) { return reference(to: owner) }
    let isPost = bodies.origin[body.position] == .post
    return RowReference(table: isPost ? .posts : .organisations, id: id(of: body))
  }
}
