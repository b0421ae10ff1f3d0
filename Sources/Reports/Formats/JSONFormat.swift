#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// JSON with keys in order, so that the same answer gives the same bytes.
public struct JSONFormat: ReportFormat {
  public func text(of report: Report) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(report.json) else {
      preconditionFailure("an answer holds only strings, finite numbers and lists")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
