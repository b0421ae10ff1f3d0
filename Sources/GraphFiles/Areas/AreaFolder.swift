import GovernanceModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Which files of a graph's folder hold tables about areas.
struct AreaFolder {
  struct File {
    let table: AreaTableName
    /// The file's or resource's name: `zones-2017-04`.
    let name: String
    /// The path from the folder.
    let relativePath: String

    /// What stands after the first dash: of a file of zones, the id of its vintage.
    var suffix: String? {
      let rest = name.drop { $0 != "-" }.dropFirst()
      return rest.isEmpty ? nil : String(rest)
    }
  }

  let path: String

  /// What the data package lists, or where there is none, what stands in the folder; by name.
  func files() throws(FileError) -> [File] {
    let package = path + "/datapackage.json"
    guard access(package, F_OK) == 0 else { return try filesInFolder() }
    let listing = try DataPackage.read(DataPackage.Listing.self, of: FileBytes(path: package))
    return files(of: listing).sorted { $0.name < $1.name }
  }

  /// What stands in the folder, by name.
  func filesInFolder() throws(FileError) -> [File] {
    try GraphFolder(path: path).csvFiles().compactMap { name in
      AreaTableName(fileNamed: name).map {
        File(table: $0, name: name, relativePath: name + ".csv")
      }
    }
  }

  /// What leads out of the folder was reported when the graph was read.
  private func files(of package: DataPackage.Listing) -> [File] {
    package.resources.compactMap { resource in
      let fileName = resource.path.split(separator: "/").last.map(String.init) ?? ""
      let name = resource.name ?? String(fileName.prefix { $0 != "." })
      guard let table = AreaTableName(fileNamed: name),
        GraphFolder(path: path).isInside(resource.path)
      else { return nil }
      return File(table: table, name: name, relativePath: resource.path)
    }
  }
}
