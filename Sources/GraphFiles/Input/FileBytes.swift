import GovernanceModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file's bytes, mapped into memory rather than copied, for as long as the value lives.
package final class FileBytes {
  package let path: String
  private let mapped: UnsafeMutableRawPointer?
  package let count: Int

  /// Maps a file. Throws when it cannot be opened or is not a plain file.
  package init(path: String) throws(FileError) {
    self.path = path
    // Without O_NONBLOCK, opening a pipe would wait for someone to write into it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError(path: path, reason: Self.lastError()) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw FileError(path: path, reason: Self.lastError())
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path: path, reason: "it is not a plain file")
    }
    count = Int(status.st_size)
    guard count > 0 else {
      mapped = nil
      return
    }
    let address = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address, address != MAP_FAILED else {
      throw FileError(path: path, reason: Self.lastError())
    }
    mapped = address
    _ = madvise(address, count, MADV_SEQUENTIAL)
  }

  deinit {
    if let mapped { munmap(mapped, count) }
  }

  /// Calls `body` with the bytes, which must not be kept beyond the call.
  package func withBytes<Result>(_ body: (ByteText) throws -> Result) rethrows -> Result {
    // Safe: the mapping is `count` bytes long and stays until `self` goes.
    try withExtendedLifetime(self) {
      try body(ByteText(start: mapped?.assumingMemoryBound(to: UInt8.self), count: count))
    }
  }

  /// Tells the system that the bytes before an offset will not be read again, so that a large file
  /// does not fill memory while it is read. They would be read anew from the file if they were.
  package func release(before offset: Int) {
    guard let mapped else { return }
    let pages = offset & ~(Self.pageSize - 1)
    if pages > 0 { _ = madvise(mapped, pages, MADV_DONTNEED) }
  }

  private static let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))

  package var string: String { withBytes { $0.string } }

  private static func lastError() -> String { String(cString: strerror(errno)).lowercased() }
}

/// The world failed: a file could not be opened, read or written, or could not be understood at
/// all.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, at least one entry, each with its place and its cure.
  public let diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  package init(path: String, reason: String, cure: String = "check the path and its permissions") {
    diagnostics = [
      Diagnostic(
        id: "unreadable-file", position: SourcePosition(path: path),
        summary: "cannot use the file: \(reason)", cure: cure)
    ]
  }

  public var description: String {
    diagnostics.map {
      "\($0.position.path):\($0.position.line):\($0.position.column): \($0.severity.word): "
        + "\($0.summary); \($0.cure)"
    }.joined(separator: "\n")
  }
}
