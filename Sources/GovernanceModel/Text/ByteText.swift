/// A run of UTF-8 bytes inside a buffer that outlives it: a cell of a file while its row is read.
///
/// Cells are handed on as bytes so that a register of millions of rows is read without a string
/// for each. A `ByteText` must not be kept beyond the call that was given it: what is to stay is
/// copied into a ``TextPool``.
package typealias ByteText = UnsafeBufferPointer<UInt8>

/// The cells of one row, borrowed for the call that is given them.
package typealias RowCells = UnsafeBufferPointer<ByteText>

extension ByteText {
  /// A copy as a string. The readers have checked the encoding; broken bytes would show as U+FFFD.
  package var string: String { String(decoding: self, as: UTF8.self) }

  /// Whether the bytes can be an id: at least one, no spaces and no control characters.
  @inline(__always)
  var isIdentifier: Bool { !isEmpty && allSatisfy { $0 > 0x20 && $0 != 0x7F } }

  /// Whether the bytes are those of a word of ASCII or UTF-8.
  package func equals(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    for index in 0..<count where self[index] != word.utf8Start[index] { return false }
    return true
  }
}

extension String {
  /// Calls `body` with the string's bytes.
  package func withBytes<Result>(_ body: (ByteText) throws -> Result) rethrows -> Result {
    var copy = self
    return try copy.withUTF8(body)
  }
}
