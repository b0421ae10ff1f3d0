#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// JSON with keys in order, so that the same answer gives the same bytes.
public struct JSONFormat: ReportFormat {
  public func text(of report: Report) -> String { Self.text(of: report.json) }

  /// A value with its keys in order, ending in a line feed.
  static func text(of value: any Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("an answer holds only strings, finite numbers and lists")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
