import GovernanceModel

/// Bytes that no text file may hold: broken UTF-8 and NUL.
struct TextFault: Hashable {
  enum Kind { case brokenUTF8, nul }
  let kind: Kind
  let offset: Int
}

/// Finds every fault in a file's bytes, in order, at most `limit` of them: one cure is for them all,
/// and a picture that was taken for a table has thousands.
///
/// - Complexity: O(n), thirty-two bytes at a time where the text is ASCII.
func textFaults(in bytes: ByteText, limit: Int = 20) -> [TextFault] {
  var faults: [TextFault] = []
  let raw = UnsafeRawBufferPointer(bytes)
  var offset = 0
  while offset < raw.count, faults.count < limit {
    while offset + 32 <= raw.count {
      let words = raw.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
      // No byte has its top bit set, and none is zero.
      let zeros = (words &- 0x0101_0101_0101_0101) & ~words
      let marks = (words | zeros) & 0x8080_8080_8080_8080
      guard (marks[0] | marks[1]) | (marks[2] | marks[3]) == 0 else { break }
      offset += 32
    }
    guard offset < raw.count else { break }
    if offset + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let zeros = (word &- 0x0101_0101_0101_0101) & ~word
      if (word | zeros) & 0x8080_8080_8080_8080 == 0 {
        offset += 8
        continue
      }
    }
    let byte = raw[offset]
    if byte == 0 {
      faults.append(TextFault(kind: .nul, offset: offset))
      offset += 1
    } else if byte < 0x80 {
      offset += 1
    } else {
      let length = sequenceLength(raw, at: offset)
      if length == 0 { faults.append(TextFault(kind: .brokenUTF8, offset: offset)) }
      offset += max(1, length)
    }
  }
  return faults
}

/// The length of the well-formed multi-byte sequence that begins at an offset, or 0
/// (The Unicode Standard, table 3-7).
private func sequenceLength(_ raw: UnsafeRawBufferPointer, at offset: Int) -> Int {
  func follows(_ distance: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
    offset + distance < raw.count && range.contains(raw[offset + distance])
  }
  switch raw[offset] {
  case 0xC2...0xDF: return follows(1) ? 2 : 0
  case 0xE0: return follows(1, 0xA0...0xBF) && follows(2) ? 3 : 0
  case 0xED: return follows(1, 0x80...0x9F) && follows(2) ? 3 : 0
  case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
  case 0xF0: return follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : 0
  case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
  case 0xF4: return follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : 0
  default: return 0
  }
}
