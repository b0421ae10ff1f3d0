/// Registers of thousands of rows, most of them plain, some with whatever a file may hold: cells in
/// quotes with line breaks and quotes in them, line breaks of two bytes, blank lines, kinds that
/// first occur late, ids that are long, unknown or used twice, dates and amounts that are none,
/// broken bytes, rows with too many cells.
struct UnevenRegister {
  private var generator: SeededGenerator
  private let oddity: Int
  private let bodies: Int
  private let hasSources: Bool

  /// - Parameter oddity: one cell in so many is unusual.
  init(seed: Int, bodies: Int, oddity: Int) {
    generator = SeededGenerator(seed: seed)
    self.oddity = oddity
    self.bodies = bodies
    hasSources = seed % 2 == 0
  }

  mutating func files() -> [String: [UInt8]] {
    var files = [
      "organisations.csv": organisations(), "relationships.csv": relationships(),
    ]
    if hasSources { files["sources.csv"] = Array("id,title\nact,The Act\nplan,The Plan\n".utf8) }
    return files
  }

  private mutating func isOdd() -> Bool { Int.random(in: 0..<oddity, using: &generator) == 0 }
  private mutating func pick(_ words: [String]) -> String {
    words.randomElement(using: &generator)!
  }

  private mutating func organisations() -> [UInt8] {
    var text = "id,name,kind,opened,closed,code_ods,source,grade,note\n"
    for body in 0..<bodies {
      let id = isOdd() ? pick(["", "a b", id(body / 2), "ï\(body)"]) : id(body)
      let name =
        isOdd()
        ? pick([
          "", "\"a \"\"b\"\"\"", "\"two\nlines\"", "\"a, b\r\n,c\"", "Zoë's", "a\"b", "\u{0}",
        ])
        : pick(["Leeds Park Surgery", "St James's Hospital", "\"Leeds, North\""])
      let late = body > bodies / 2 ? ["late", "later"] : ["site"]
      let kind =
        isOdd() ? pick(["", "odd\(body % 7)", "\"site\""]) : pick(["trust", "practice"] + late)
      text += "\(id),\(name),\(kind),\(date()),,\(isOdd() ? "X\(body)" : ""),\(rest())\(lineEnd())"
    }
    return spoiled(text)
  }

  private mutating func relationships() -> [UInt8] {
    var text = "from,to,kind,amount,start,end,year,source,grade,note,id\n"
    for row in 0..<bodies * 2 {
      let from = isOdd() ? pick(["every trust", "nobody", ""]) : anyID()
      let to = isOdd() ? pick([from, "ZZ\(row)"]) : anyID()
      let kind =
        isOdd()
        ? pick(["", "accountable-t", "other\(row % 5)"]) : pick(["accountable-to", "funds"])
      let amount =
        isOdd() ? pick(["1e3", "-5", "99999999999999999999", "1."]) : pick(["", "12.50"])
      let year = pick(["", "2016/17"])
      let id = isOdd() ? pick(["r\(row)", "r1"]) : ""
      text += "\(from),\(to),\(kind),\(amount),\(date()),,\(year),\(rest()),\(id)\(lineEnd())"
    }
    return spoiled(text)
  }

  private mutating func rest() -> String {
    let source = isOdd() ? "act unknown" : pick(["", "act", "act plan"])
    let grade = isOdd() ? "sure" : pick(["", "verified", "computed"])
    return "\(source),\(grade),\(isOdd() ? "\"\(pick(["a", "b"]))\nnote\"" : pick(["", "a note"]))"
  }

  private mutating func date() -> String {
    isOdd() ? pick(["2015-02-29", "2016-13", "20x6", "1"]) : pick(["", "2013", "2013-04-01"])
  }

  private mutating func lineEnd() -> String {
    isOdd() ? pick(["\r\n", "\n\n", ",\n", "\r\n\r\n"]) : "\n"
  }

  private func id(_ body: Int) -> String {
    body % 3 == 0 ? "a-rather-long-id-\(body)" : "B\(body)"
  }

  private mutating func anyID() -> String { id(Int.random(in: 0..<bodies, using: &generator)) }

  /// Breaks a few bytes, and sometimes drops the last line break.
  private mutating func spoiled(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<bytes.count / (oddity * 400) {
      bytes[Int.random(in: 100..<bytes.count, using: &generator)] = 0xFF
    }
    if Bool.random(using: &generator) { bytes.removeLast() }
    return bytes
  }
}
