import GovernanceModel

extension CSVScanner {
  /// The place of an offset in the current row, as a person counts it: columns are characters.
  func position(ofOffset target: Int, path: String) -> SourcePosition {
    var line = line
    var lineStart = rowStart
    var offset = rowStart
    while offset < min(target, bytes.count) {
      if bytes[offset] == UInt8(ascii: "\n") {
        line += 1
        lineStart = offset + 1
      }
      offset += 1
    }
    let characters = bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 }
    return SourcePosition(path: path, line: line, column: characters + 1)
  }

  /// What to say of the faults in the current row.
  func diagnostics(path: String) -> [Diagnostic] {
    faults.map { fault in
      let position = position(ofOffset: fault.offset, path: path)
      switch fault.kind {
      case .unterminatedQuote:
        return Diagnostic(
          id: "unterminated-quote", position: position,
          summary: "the quoted cell that begins here never ends",
          cure: "close it with a quote; everything after it was taken for its text")
      case .textAfterQuote:
        return Diagnostic(
          id: "text-after-quote", position: position,
          summary: "text follows the closing quote of a cell",
          cure: "put the whole cell in quotes and double the quotes inside it")
      case .quoteInPlainCell:
        return Diagnostic(
          id: "quote-in-cell", position: position,
          summary: "a quote stands inside a cell that is not in quotes",
          cure: "put the whole cell in quotes and double the quotes inside it")
      case .loneCarriageReturn:
        return Diagnostic(
          id: "lone-carriage-return", position: position,
          summary: "a carriage return stands without a line feed",
          cure: "save the file with line feeds, or put the cell in quotes")
      }
    }
  }
}

extension TextFault {
  /// What to say of the faults found in a whole text, in their order.
  ///
  /// - Complexity: O(n), however many there are.
  static func diagnostics(of faults: [TextFault], in bytes: ByteText, path: String) -> [Diagnostic]
  {
    var line = 1
    var lineStart = bytes.startsWithByteOrderMark ? 3 : 0
    var index = 0
    return faults.map { fault in
      while index < fault.offset {
        if bytes[index] == UInt8(ascii: "\n") {
          line += 1
          lineStart = index + 1
        }
        index += 1
      }
      let column = bytes[lineStart..<fault.offset].count { $0 & 0xC0 != 0x80 } + 1
      return fault.diagnostic(at: SourcePosition(path: path, line: line, column: column))
    }
  }

  /// What to say of the fault: its place, and its byte offset for those who open the file in hex.
  func diagnostic(at position: SourcePosition) -> Diagnostic {
    switch kind {
    case .brokenUTF8:
      return Diagnostic(
        id: "broken-utf8", position: position, summary: "byte \(offset) is not valid UTF-8",
        cure: "save the file as UTF-8")
    case .nul:
      return Diagnostic(
        id: "nul-byte", position: position, summary: "byte \(offset) is NUL",
        cure: "remove it, or save the file as UTF-8 rather than UTF-16")
    }
  }
}
