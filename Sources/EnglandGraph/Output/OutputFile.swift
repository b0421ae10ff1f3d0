import GovernanceModel

/// The files that the tool writes. Their names begin with the table to which their rows belong.
enum OutputFile: String, CaseIterable {
  case sources = "sources-data"
  case regions = "organisations-regions"
  case groups = "organisations-ccgs"
  case trusts = "organisations-trusts"
  case councils = "organisations-councils"
  case boards = "organisations-council-boards"
  case footprints = "organisations-footprints"
  case partners = "organisations-footprint-partners"
  case careBoards = "organisations-icbs"
  case programmes = "organisations-programmes"
  case leads = "posts-footprints"
  case leadHolders = "holders-footprints"
  case regionHistory = "history-regions"
  case groupHistory = "history-ccgs"
  case trustHistory = "history-trusts"
  case councilHistory = "history-councils"
  case footprintHistory = "history-footprints"
  case structure = "relationships-nhs-england"
  case groupMembership = "relationships-footprint-ccgs"
  case trustMembership = "relationships-footprint-trusts"
  case councilMembership = "relationships-footprint-councils"
  case partnerMembership = "relationships-footprint-partners"
  case leadership = "relationships-footprint-leads"
  case combinedAuthorities = "relationships-combined-authorities"
  case careBoardStructure = "relationships-icbs"
  case succession = "relationships-succession"

  var table: TableName {
    guard let table = TableName(rawValue: String(rawValue.prefix { $0 != "-" })) else {
      preconditionFailure("The name of \(rawValue) begins with no table.")
    }
    return table
  }

  /// The columns by which its rows are sorted.
  var sortColumns: [String] {
    switch table {
    case .organisations, .posts, .sources: ["id"]
    case .history: ["organisation", "field", "end", "value"]
    case .holders: ["post", "start", "name"]
    default: ["from", "to", "kind", "start"]
    }
  }
}
