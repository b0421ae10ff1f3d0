extension ONSGeography {
  /// The id that graphs give a sort of area, whatever the year: `CCG17` is `ccg`, `SICBL22` is
  /// `sub-icb`, `LAD16` and `LTLA22` are `ltla`.
  public var graphID: String {
    switch abbreviation {
    case "LAD", "LTLA": "ltla"
    case "UTLA", "CTYUA": "utla"
    case "SICBL", "LOC": "sub-icb"
    case "NHSRLO": "local-office"
    case "NHSER": "region"
    default: abbreviation.lowercased()
    }
  }

  /// Whether its areas are small ones, of which others are made.
  public var isSmallArea: Bool { ["OA", "LSOA", "MSOA", "WZ", "DZ"].contains(abbreviation) }
}
