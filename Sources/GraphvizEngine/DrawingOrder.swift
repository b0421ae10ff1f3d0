/// What a worker is told to draw, and what it answers, as bytes.
///
///     dot svg 842 595 29 30 1024          engine, format, sheet (or -), seconds, MiB
///     digraph …                           the document, to the end
///
/// The answer is `ok SCALE BYTES-OF-REMARKS`, a line feed, the remarks and the picture; or `error`, a
/// line feed, and the three parts of the error.
struct DrawingOrder {
  let engine: String
  let format: String
  let sheet: Graphviz.Sheet?
  let limits: WorkerLimits

  /// The exit code of a worker that got no more memory.
  static let outOfMemory: Int32 = 3

  private static let separator = "\u{1F}"

  var line: String {
    let sheet = sheet.map { "\($0.width) \($0.height) \($0.margin)" } ?? "- - -"
    return "\(engine) \(format) \(sheet) \(limits.seconds) \(limits.megabytes)\n"
  }

  static func read(_ bytes: [UInt8]) -> (DrawingOrder, dot: String)? {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let words = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ").map(
      String.init)
    guard words.count == 7, LayoutEngine(rawValue: words[0]) != nil,
      ImageFormat(rawValue: words[1]) != nil, let seconds = Double(words[5]), seconds > 0,
      let megabytes = Int(words[6]), megabytes > 0
    else { return nil }
    var sheet: Graphviz.Sheet?
    if let width = Double(words[2]), let height = Double(words[3]), let margin = Double(words[4]) {
      sheet = Graphviz.Sheet(width: width, height: height, margin: margin)
    }
    let order = DrawingOrder(
      engine: words[0], format: words[1], sheet: sheet,
      limits: WorkerLimits(seconds: seconds, megabytes: megabytes))
    return (order, String(decoding: bytes[(end + 1)...], as: UTF8.self))
  }

  static func answer(_ drawing: Graphviz.Drawing) -> [UInt8] {
    let remarks = Array(drawing.remarks.joined(separator: "\n").utf8)
    return Array("ok \(drawing.scale) \(remarks.count)\n".utf8) + remarks + drawing.bytes
  }

  static func answer(_ error: GraphvizError) -> [UInt8] {
    Array(
      ("error\n" + [error.attempted, error.words, error.cure].joined(separator: separator)).utf8)
  }

  /// What an answer says.
  ///
  /// - Parameter status: how the worker ended: its exit code, or nil after a signal.
  static func drawing(
    of answer: [UInt8], _ attempted: String, status: Int32?, _ limits: WorkerLimits
  ) throws(GraphvizError) -> Graphviz.Drawing {
    if status == 0, let end = answer.firstIndex(of: UInt8(ascii: "\n")) {
      let words = String(decoding: answer[..<end], as: UTF8.self).split(separator: " ")
      let rest = answer[(end + 1)...]
      if words.count == 3, words[0] == "ok", let scale = Double(words[1]),
        let count = Int(words[2]), count <= rest.count
      {
        let remarks = String(decoding: rest.prefix(count), as: UTF8.self)
        return Graphviz.Drawing(
          bytes: Array(rest.dropFirst(count)),
          remarks: remarks.split(separator: "\n").map(String.init), scale: scale)
      }
      let parts = String(decoding: rest, as: UTF8.self).split(
        separator: Character(separator), omittingEmptySubsequences: false
      ).map(String.init)
      if words.first == "error", parts.count == 3 {
        throw GraphvizError(attempted: parts[0], words: parts[1], cure: parts[2])
      }
    }
    throw GraphvizError.outOfMemory(attempted, limits, isCertain: status == outOfMemory)
  }
}

extension GraphvizError {
  static func tooSlow(_ attempted: String, _ limits: WorkerLimits) -> Self {
    Self(
      attempted: attempted, words: "it took longer than \(limits.seconds) seconds",
      cure: "give it more time, draw less, or choose a faster engine such as sfdp", limit: .time)
  }

  /// A worker that ends without an answer has most likely met its limit: Graphviz ends a program
  /// that gets no memory.
  static func outOfMemory(
    _ attempted: String, _ limits: WorkerLimits, isCertain: Bool = false
  ) -> Self {
    Self(
      attempted: attempted,
      words: isCertain
        ? "it needs more memory than \(limits.megabytes) MiB"
        : "its process ended without an answer, most likely for want of memory beyond "
          + "\(limits.megabytes) MiB",
      cure: "give it more memory, draw less, or choose another engine such as sfdp",
      limit: .memory)
  }
}
