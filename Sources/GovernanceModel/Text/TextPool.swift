internal import CPrefetch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The number of a text in a ``TextPool``; 0 is the empty text, which stands for "not recorded".
package struct TextIndex: Hashable, Sendable {
  package let raw: UInt32
  package init(raw: UInt32) { self.raw = raw }
  package static let none = TextIndex(raw: 0)
  package var isNone: Bool { raw == 0 }
}

/// All the texts of a graph in one block of UTF-8 bytes, each known by a number.
///
/// A million names cost their bytes and four more each, and no allocation of their own.
package struct TextPool: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text ends; text `i` begins where text `i - 1` ends.
  private var ends: [UInt32] = [0]

  package init() {}

  package var count: Int { ends.count }

  package mutating func reserve(texts: Int, bytes count: Int) {
    ends.reserveCapacity(texts)
    bytes.reserveCapacity(count)
  }

  /// Adds a text without looking whether it is there already.
  ///
  /// - Precondition: the pool stays below 4 GiB; readers check their input's size first.
  package mutating func append(_ text: ByteText) -> TextIndex {
    guard !text.isEmpty else { return .none }
    bytes.append(contentsOf: text)
    precondition(bytes.count <= UInt32.max, "the texts of one graph may not exceed 4 GiB")
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
    return TextIndex(raw: UInt32(truncatingIfNeeded: ends.count - 1))
  }

  /// Adds all texts of another pool; their numbers grow by what is returned.
  mutating func append(contentsOf other: TextPool) -> UInt32 {
    let shift = UInt32(truncatingIfNeeded: ends.count - 1)
    let base = UInt32(truncatingIfNeeded: bytes.count)
    precondition(
      bytes.count + other.bytes.count <= UInt32.max, "the texts of one graph may not exceed 4 GiB")
    bytes.append(contentsOf: other.bytes)
    ends.append(contentsOf: other.ends.lazy.dropFirst().map { $0 + base })
    return shift
  }

  package subscript(index: TextIndex) -> String {
    withBytes(of: index) { $0.string }
  }

  /// Calls `body` with the bytes of a text.
  package func withBytes<Result>(of index: TextIndex, _ body: (ByteText) -> Result) -> Result {
    let range = range(of: index)
    return bytes.withUnsafeBufferPointer { body(ByteText(rebasing: $0[range])) }
  }

  /// The same without a result. Other modules' calls of the one above stay generic, which takes
  /// several times as long, and an answer of a million rows makes one for nearly every cell.
  package func withBytes(of index: TextIndex, _ body: (ByteText) -> Void) {
    let range = range(of: index)
    bytes.withUnsafeBufferPointer { body(ByteText(rebasing: $0[range])) }
  }

  /// Brings the bytes of a text nearer, for callers that will want those of several.
  package func prefetch(_ index: TextIndex) {
    let start = range(of: index).lowerBound
    // Safe: nothing is read from the address, which lies inside `bytes` or at its end.
    bytes.withUnsafeBufferPointer { cprefetch($0.baseAddress.map { $0 + start }) }
  }

  /// Whether a text has exactly these bytes.
  package func text(_ index: TextIndex, equals other: ByteText) -> Bool {
    let range = range(of: index)
    guard range.count == other.count else { return false }
    guard let otherStart = other.baseAddress, !range.isEmpty else { return true }
    // Safe: the range lies inside `bytes`, and both runs have the length that is compared.
    return bytes.withUnsafeBufferPointer {
      memcmp($0.baseAddress! + range.lowerBound, otherStart, other.count) == 0
    }
  }

  private func range(of index: TextIndex) -> Range<Int> {
    guard index.raw > 0 else { return 0..<0 }
    return Int(ends[Int(index.raw) - 1])..<Int(ends[Int(index.raw)])
  }
}
