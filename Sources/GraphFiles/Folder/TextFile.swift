import GovernanceModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes text to a file whole: a reader sees the old bytes or the new ones, never a part.
public enum TextFile {
  /// - Throws: ``FileError`` when the file cannot be written; the old one then stays.
  public static func write(_ text: String, to path: String) throws(FileError) {
    var text = text
    let isWritten = text.withUTF8 { write(UnsafeRawBufferPointer($0), to: path) }
    guard isWritten else { throw failure(path) }
  }

  /// - Throws: ``FileError`` when the file cannot be written; the old one then stays.
  public static func write(bytes: [UInt8], to path: String) throws(FileError) {
    let isWritten = bytes.withUnsafeBytes { write($0, to: path) }
    guard isWritten else { throw failure(path) }
  }

  /// Writes bytes beside the file, then puts them in its place; false with `errno` where that fails.
  private static func write(_ bytes: UnsafeRawBufferPointer, to path: String) -> Bool {
    let temporary = path + ".partial"
    guard let file = fopen(temporary, "wb") else { return false }
    let written = fwrite(bytes.baseAddress, 1, bytes.count, file)
    let closed = fclose(file)
    if written == bytes.count, closed == 0, rename(temporary, path) == 0 { return true }
    let reason = errno
    unlink(temporary)
    errno = reason
    return false
  }

  /// Whether there is a file or folder at a path.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Makes a folder and those above it, where they are missing.
  public static func makeFolder(_ path: String) throws(FileError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += part + "/"
      if mkdir(made, 0o777) != 0, errno != EEXIST { throw failure(path) }
    }
  }

  private static func failure(_ path: String) -> FileError {
    FileError(
      path: path, reason: String(cString: strerror(errno)).lowercased(),
      cure: "check that the folder exists and may be written to")
  }
}

extension TextFile {
  /// The lines of a UTF-8 file, without their line breaks and spaces at their ends.
  public static func lines(of path: String) throws(FileError) -> [String] {
    let file = try FileBytes(path: path)
    let faults = file.withBytes { bytes in
      TextFault.diagnostics(of: textFaults(in: bytes), in: bytes, path: path)
    }
    guard faults.isEmpty else { throw FileError(faults) }
    return file.withBytes { bytes in
      bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
        var line = line
        while let last = line.last, last <= UInt8(ascii: " ") { line = line.dropLast() }
        return String(decoding: line, as: UTF8.self)
      }
    }
  }
}
