import GovernanceModel

/// Dates as the Organisation Data Service writes them: `20130401`, or `2013-04-01` in some extracts.
enum ODSDate {
  enum Cell: Hashable {
    case date(PartialDate)
    case notRecorded, impossible
  }

  /// Reads a cell. 1 January 1900 is what the service fills in where no date is known, so it is
  /// read as not recorded.
  static func cell(_ text: String) -> Cell {
    if text.isEmpty { return .notRecorded }
    var dashed = text
    if text.utf8.count == 8, !text.contains("-") {
      dashed = "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))"
    }
    guard let date = PartialDate(dashed), date.isWhole else { return .impossible }
    return date == PartialDate(year: 1900, month: 1, day: 1) ? .notRecorded : .date(date)
  }
}
