import GovernanceModel
import GraphFiles

/// The files about areas that the tool writes; beside them stands `geographies.csv`, by hand.
enum AreaFile: Hashable {
  case areas
  case nestings
  case vintages
  case catchments
  case zones(String)

  static let small: [AreaFile] = [.areas, .nestings, .vintages, .catchments]

  var name: String {
    switch self {
    case .areas: "areas"
    case .nestings: "nestings"
    case .vintages: "vintages"
    case .catchments: "catchments"
    case .zones(let vintage): "zones-\(vintage)"
    }
  }
}

/// One table about areas as it is made, its rows in the order in which they were added.
struct AreaOutput {
  let columns: [String]
  var rows: [[String]] = []

  func values(inColumn name: String) -> [String] {
    columns.firstIndex(of: name).map { place in rows.map { $0[place] } } ?? []
  }
}
