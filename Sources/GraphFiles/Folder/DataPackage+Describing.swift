import GovernanceModel

extension DataPackage {
  /// A package whose resources are the table files that stand in a folder, each with the schema of
  /// its header: `organisations.csv`, `organisations-trusts.csv`, …
  ///
  /// - Parameter heading: what stands at the head; its resources are replaced.
  /// - Throws: ``FileError`` when the folder or a file cannot be read, or a file has no sound header.
  public static func describing(folder path: String, heading: DataPackage) throws(FileError)
    -> DataPackage
  {
    var package = heading
    package.resources = []
    var faults: [Diagnostic] = []
    let files = try GraphFolder(path: path).tableFiles()
    for table in TableName.allCases {
      for file in files where file.table == table {
        do throws(FileError) {
          let header = try header(of: path + "/" + file.relativePath)
          package.resources.append(
            Resource(
              name: package.unusedName(file.name), path: file.relativePath, table: table,
              header: header))
        } catch {
          faults += error.diagnostics
        }
      }
    }
    let areaFiles = try AreaFolder(path: path).filesInFolder()
    for table in AreaTableName.allCases {
      for file in areaFiles where file.table == table {
        do throws(FileError) {
          let header = try header(of: path + "/" + file.relativePath)
          package.resources.append(
            Resource(
              name: package.unusedName(file.name), path: file.relativePath, table: table,
              header: header))
        } catch {
          faults += error.diagnostics
        }
      }
    }
    guard faults.isEmpty else { throw FileError(faults) }
    return package
  }

  private static func header(of path: String) throws(FileError) -> [String] {
    let file = try FileBytes(path: path)
    let result: Result<[String], FileError> = file.withBytes { bytes in
      var scanner = CSVScanner(bytes)
      guard scanner.nextRow() else {
        return .failure(
          FileError([
            Diagnostic(
              id: "empty-file", position: SourcePosition(path: path),
              summary: "the file holds no row", cure: "write a header such as 'id,name,kind'")
          ]))
      }
      let row = ByteText(rebasing: bytes[0..<scanner.offset])
      let faults =
        scanner.diagnostics(path: path)
        + TextFault.diagnostics(of: textFaults(in: row), in: row, path: path)
      return faults.isEmpty ? .success(scanner.cells.map(\.string)) : .failure(FileError(faults))
    }
    return try result.get()
  }

  /// A resource's name by the standard, made of a file's, that no resource has yet.
  private func unusedName(_ file: String) -> String {
    let name = Self.slug(file) ?? file
    var candidate = name
    var number = 2
    while resources.contains(where: { $0.name == candidate }) {
      candidate = "\(name)-\(number)"
      number += 1
    }
    return candidate
  }

  /// A name by the standard: lower case letters and digits, with dashes for everything else; nil
  /// where nothing is left of the text.
  static func slug(_ text: String) -> String? {
    let isWord = { (scalar: Unicode.Scalar) in
      ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }
    let words = text.lowercased().unicodeScalars.split { !isWord($0) }
    return words.isEmpty ? nil : words.map { String($0) }.joined(separator: "-")
  }

  /// A name made of a folder's own.
  static func slug(ofFolder path: String) -> String {
    path.split(separator: "/").last.flatMap { slug(String($0)) } ?? "graph"
  }
}
