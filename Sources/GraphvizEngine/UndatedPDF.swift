/// Cairo writes the time of day into every PDF; the same document must give the same bytes.
enum UndatedPDF {
  /// The bytes with the first day of 1970 as the date of creation, which keeps every length.
  static func bytes(_ bytes: [UInt8]) -> [UInt8] {
    let key = Array("/CreationDate (D:".utf8)
    let date = Array("19700101000000".utf8)
    guard let found = bytes.firstRange(of: key) else { return bytes }
    let digits = found.upperBound..<found.upperBound + date.count
    guard digits.upperBound <= bytes.count,
      bytes[digits].allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return bytes }
    var undated = bytes
    undated.replaceSubrange(digits, with: date)
    return undated
  }
}
