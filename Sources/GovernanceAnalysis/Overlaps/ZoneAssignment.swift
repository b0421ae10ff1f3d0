import GovernanceModel

/// The unit of one geography that each zone lies in.
package struct ZoneAssignment: Hashable, Sendable {
  /// Units of which a zone may lie in any, and nobody says in which.
  package struct Doubt: Hashable, Sendable {
    /// Positions of units, in order.
    package let candidates: [Int]
    /// What stands in several.
    package let through: String

    package init(candidates: [Int], through: String) {
      self.candidates = candidates
      self.through = through
    }
  }

  package let geography: String
  /// The ids of the units, sorted.
  package let units: [String]
  package let doubts: [Doubt]
  /// For each zone the position of its unit; above the units, that of its doubt; or
  /// ``ZoneTable/none``.
  package let places: [UInt32]

  package init(geography: String, units: [String], doubts: [Doubt] = [], places: [UInt32]) {
    self.geography = geography
    self.units = units
    self.doubts = doubts
    self.places = places
  }

  package init(_ column: ZoneTable.Column) {
    self.init(geography: column.geography, units: column.units, places: column.unitOfZone)
  }

  /// The number of places that a zone may have, that of lying in no unit the last.
  var placeCount: Int { units.count + doubts.count + 1 }
}
