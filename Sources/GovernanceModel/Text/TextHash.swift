/// A fast hash of short byte runs. It is seeded by nothing: the order of a table never reaches an
/// answer, so determinism is worth more here than resistance to crafted collisions, and probing
/// degrades to a linear scan at worst.
@inline(__always)
package func textHash(_ text: ByteText) -> UInt64 {
  var hash = UInt64(truncatingIfNeeded: text.count) &* 0x9E37_79B9_7F4A_7C15
  var offset = 0
  let raw = UnsafeRawBufferPointer(text)
  while offset + 8 <= raw.count {
    hash = mixed(hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    offset += 8
  }
  var tail: UInt64 = 0
  while offset < raw.count {
    tail = tail << 8 | UInt64(raw[offset])
    offset += 1
  }
  return mixed(hash ^ tail)
}

@inline(__always)
package func mixed(_ value: UInt64) -> UInt64 {
  let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
  return product.high ^ product.low ^ (value >> 29)
}
