/// Small areas with their people, and the unit of each geography that each lies in: columns of
/// numbers, so that millions of zones can be counted at the speed of memory.
public struct ZoneTable: Sendable {
  /// One geography.
  public struct Column: Sendable {
    public let geography: String
    /// The codes of its units, sorted, each once.
    public let units: [String]
    /// For each zone the position in ``units``, or ``ZoneTable/none``.
    public let unitOfZone: [UInt32]

    package init(geography: String, units: [String], unitOfZone: [UInt32]) {
      self.geography = geography
      self.units = units
      self.unitOfZone = unitOfZone
    }
  }

  /// In a column: the zone lies in no unit.
  public static let none = UInt32.max

  public let count: Int
  /// The people of each zone; nil where the table has no such column.
  public let population: [UInt32]?
  /// In the order of the file.
  public let columns: [Column]
  /// The codes of the zones, in their order, where they were asked for.
  public let ids: [String]?

  package init(count: Int, population: [UInt32]?, columns: [Column], ids: [String]? = nil) {
    precondition(
      population.map { $0.count == count } ?? true
        && columns.allSatisfy { $0.unitOfZone.count == count }
        && ids.map { $0.count == count } ?? true,
      "Every column has an entry for every zone.")
    self.count = count
    self.population = population
    self.columns = columns
    self.ids = ids
  }

  /// The column of a geography, or nil.
  public func column(_ geography: String) -> Column? {
    columns.first { $0.geography == geography }
  }
}
