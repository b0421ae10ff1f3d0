import GovernanceModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder that holds a graph's tables.
struct GraphFolder {
  struct TableFile {
    let table: TableName
    let name: String
    /// The path from the folder.
    let relativePath: String
  }

  let path: String

  /// The table that a file or resource belongs to: its name, or what stands before a dash in it.
  static func table(named name: String) -> TableName? {
    TableName(rawValue: String(name.prefix { $0 != "-" }))
  }

  /// The files of tables that stand in the folder, by name.
  func tableFiles() throws(FileError) -> [TableFile] {
    try csvFiles().compactMap { name in
      Self.table(named: name).map {
        TableFile(table: $0, name: name, relativePath: name + ".csv")
      }
    }
  }

  /// The names of the CSV files that stand in the folder, without the ending, in order.
  func csvFiles() throws(FileError) -> [String] { try files(ending: ".csv") }

  /// The names of the files with an ending that stand in the folder, without it, in order.
  func files(ending: String) throws(FileError) -> [String] {
    guard let directory = opendir(path) else {
      throw FileError(path: path, reason: String(cString: strerror(errno)).lowercased())
    }
    defer { closedir(directory) }
    var files: [String] = []
    while let entry = readdir(directory) {
      let file = withUnsafePointer(to: &entry.pointee.d_name) { name in
        // Safe: the system ends the name with a NUL inside its field.
        name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard file.hasSuffix(ending) else { continue }
      files.append(String(file.dropLast(ending.count)))
    }
    return files.sorted()
  }

  /// The files that a data package lists, with what is wrong with the list.
  func tableFiles(of package: DataPackage.Listing, diagnostics: inout DiagnosticList) -> [TableFile]
  {
    package.resources.compactMap { resource in
      let position = SourcePosition(path: path + "/datapackage.json")
      let fileName = resource.path.split(separator: "/").last.map(String.init) ?? ""
      let name = resource.name ?? String(fileName.prefix { $0 != "." })
      guard isInside(resource.path) else {
        diagnostics.append(
          Diagnostic(
            id: "path-leaves-folder", position: position,
            summary:
              "the resource '\(name)' has the path '\(resource.path)', which leaves the folder",
            cure: "move the file into the folder and name it by a path without '..'"))
        return nil
      }
      guard let table = Self.table(named: name) else {
        // Read when a question is about areas.
        guard AreaTableName(fileNamed: name) == nil else { return nil }
        diagnostics.append(
          Diagnostic(
            id: "unknown-table", severity: .warning, position: position,
            summary: "the resource '\(name)' is none of the tables of a graph and is not read",
            cure: Suggestion.nearest(to: name, in: TableName.allCases.map(\.rawValue))
              .map { "did you mean '\($0)'?" } ?? "nothing, if it is meant for other readers"))
        return nil
      }
      return TableFile(table: table, name: name, relativePath: resource.path)
    }
  }

  /// Whether a path stays in the folder, links followed.
  func isInside(_ relative: String) -> Bool {
    guard !relative.isEmpty, !relative.hasPrefix("/"), !relative.contains("\\"),
      !relative.contains("://"), !relative.split(separator: "/").contains("..")
    else { return false }
    guard let folder = Self.withoutLinks(path), let file = Self.withoutLinks(path + "/" + relative)
    else {
      return true  // It does not exist: opening it says so.
    }
    return file.hasPrefix(folder + "/")
  }

  /// A path with its links followed; nil for one that does not exist.
  private static func withoutLinks(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
