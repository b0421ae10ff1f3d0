extension String {
  /// Whether every format shows the text as it is, as it does most: there are no control characters,
  /// separators of lines or characters that XML cannot hold, and none of some marks.
  func isPlain(without isMark: (UInt8) -> Bool) -> Bool {
    var before: (UInt8, UInt8) = (0, 0)
    for byte in utf8 {
      if byte < 0x80 {
        if byte < 0x20 || byte == 0x7F || isMark(byte) { return false }
      } else {
        // U+0080 to U+009F; U+2028 and U+2029; U+FFFD to U+FFFF.
        if before.1 == 0xC2, byte < 0xA0 { return false }
        if before == (0xE2, 0x80), byte == 0xA8 || byte == 0xA9 { return false }
        if before == (0xEF, 0xBF), byte >= 0xBD { return false }
        before = (before.1, byte)
      }
    }
    return true
  }
}
