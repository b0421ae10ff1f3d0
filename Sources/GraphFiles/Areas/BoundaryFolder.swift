import GovernanceModel

/// The polygons that a graph's folder has beside its tables: `boundaries/stp-2017-04.geojson`.
public enum BoundaryFolder {
  /// A file of polygons of one geography.
  public struct File: Hashable, Sendable {
    public let path: String
    /// The geography, as zones name it: `stp`.
    public let geography: String
    /// The time of its borders: `2017-04`; empty where its name says none.
    public let vintage: String
  }

  /// The files of a graph, by name; none where there is no such folder.
  public static func files(ofGraph path: String) -> [File] {
    let folder = path + "/boundaries"
    let names = (try? GraphFolder(path: folder).files(ending: ".geojson")) ?? []
    return names.map { name in
      let parts = name.split(separator: "-", omittingEmptySubsequences: false)
      let year = parts.firstIndex { $0.count == 4 && $0.allSatisfy(\.isNumber) } ?? parts.count
      return File(
        path: "\(folder)/\(name).geojson", geography: parts[..<year].joined(separator: "-"),
        vintage: parts[year...].joined(separator: "-"))
    }
  }
}
