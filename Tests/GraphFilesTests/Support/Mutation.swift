/// Spoils bytes: flips, inserts, deletes, doubles and splices, a few at a time.
struct Mutation {
  private var generator: SeededGenerator

  init(seed: Int) { generator = SeededGenerator(seed: seed) }

  /// What means something to one of the readers, or to none.
  private static let pieces: [[UInt8]] =
    [
      "\"", "\"\"", ",", "\n", "\r", "\r\n", " ", "\t", "[", "]", "{", "}", ": ", "- ", "? ", "#",
      "&a ",
      "*a", "<<: *a", "!!", "|", ">", "'", "\\", "\\u0000", "\\0", "%", "@", "`", "---\n", "...\n",
      "every ccg", "every ", "own", "listed", "unstated", "2016", "2016-13", "2016-02-29",
      "9999-12-31",
      "0000", "-", "1e9", "92233720368547758.07", "-0.01", "null", "true", "../", "/", "é",
      "\u{301}",
      "🏥", "\u{FEFF}", "\u{85}", "\u{2028}", "code_", "id", "kind", "post", "group", "board",
    ].map { Array($0.utf8) } + [[0], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x1A], [0x7F]]

  mutating func mutate(_ bytes: [UInt8], donor: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &generator) { mutateOnce(&bytes, donor) }
    return bytes
  }

  private mutating func mutateOnce(_ bytes: inout [UInt8], _ donor: [UInt8]) {
    let place = Int.random(in: 0...bytes.count, using: &generator)
    let length = min(Int.random(in: 1...24, using: &generator), bytes.count - place)
    switch Int.random(in: 0..<7, using: &generator) {
    case 0 where place < bytes.count:
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 1:
      bytes.removeSubrange(place..<(place + length))
    case 2:
      bytes.insert(contentsOf: bytes[place..<(place + length)], at: place)
    case 3 where !donor.isEmpty:
      let start = Int.random(in: 0..<donor.count, using: &generator)
      let end = min(donor.count, start + Int.random(in: 1...40, using: &generator))
      bytes.replaceSubrange(place..<(place + length), with: donor[start..<end])
    case 4:
      bytes.replaceSubrange(
        place..<min(bytes.count, place + 1), with: Self.pieces.randomElement(using: &generator)!)
    case 5 where bytes.count > 2 && Int.random(in: 0..<8, using: &generator) == 0:
      bytes.removeSubrange(place...)
    default:
      bytes.insert(contentsOf: Self.pieces.randomElement(using: &generator)!, at: place)
    }
  }
}
