#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// JSON with keys in order, so that the same answer gives the same bytes.
public struct JSONFormat: ReportFormat {
  public func text(of report: Report) -> String {
    guard let list = report.jsonList else { return Self.text(of: report.json) }
    return spliced(list) + "\n"
  }

  /// A value with its keys in order, ending in a line feed.
  static func text(of value: any Encodable) -> String { encoded(value) + "\n" }

  private static func encoded(_ value: any Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("an answer holds only strings, finite numbers and lists")
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// Puts a list that is written in bytes where the rest of the answer has an empty one.
  private func spliced(_ list: JSONList) -> String {
    let rest = Self.encoded(list.rest)
    // At the margin of the answer's own keys, and no text holds a line break: it stands once.
    let key = "\n  \"\(list.key)\" : "
    guard let place = rest.utf8.firstRange(of: (key + "[\n\n  ]").utf8) else {
      preconditionFailure("the rest of an answer has its list, empty")
    }
    var text = JSONText(after: Array(rest.utf8[..<place.lowerBound]) + key.utf8, level: 1)
    text.list { list.write(&$0) }
    return text.string(followedBy: rest.utf8[place.upperBound...])
  }
}
