/// The tables about areas, which stand in a graph's folder and are read only when a question is
/// about areas.
public enum AreaTableName: String, CaseIterable, Hashable, Sendable {
  case geographies, areas, nestings, vintages, zones, catchments

  /// The table that a file or resource belongs to: its name, or what stands before a dash in it.
  package init?(fileNamed name: String) {
    self.init(rawValue: String(name.prefix { $0 != "-" }))
  }

  /// The columns with a meaning of their own. In ``zones`` every other column is a geography.
  public var columns: [TableSchema.Column] {
    switch self {
    case .geographies: Self.geographyColumns
    case .areas: Self.areaColumns
    case .nestings: Self.nestingColumns
    case .vintages: Self.vintageColumns
    case .zones: Self.zoneColumns
    case .catchments: Self.catchmentColumns
    }
  }

  private typealias Schema = TableSchema

  private static let geographyColumns = [
    Schema.required("id", .identifier, "The id, in the terms of national statistics: ccg, ltla."),
    Schema.required("name", .text, "The name of one of its areas."),
    Schema.optional("plural", .text, "The name of several."),
    Schema.optional("kind", .identifier, "The kind of body that each of its areas is the area of."),
    Schema.optional(
      "through", .identifier,
      "The geography through which zones are joined to it by the relationships of bodies."),
    Schema.optional(
      "relation", .word(["member-of", "part-of", "oversees"]),
      "The kind of those relationships; its own body is the overseer."),
    Schema.optional("source", .identifiers, "Where it was read."),
    Schema.optional("note", .text, "Anything a reader should know."),
  ]

  private static let areaColumns =
    [
      Schema.required("geography", .identifier, "The id of its geography."),
      Schema.required("id", .identifier, "Its code."),
      Schema.required("name", .text, "Its name."),
      Schema.optional(
        "organisation", .identifier, "The body that serves just this area, if there is one."),
    ] + TableSchema.evidenceColumns

  private static let nestingColumns =
    [
      Schema.required("part_geography", .identifier, "The geography of the smaller area."),
      Schema.required("part", .identifier, "The smaller area."),
      Schema.required("whole_geography", .identifier, "The geography of the larger area."),
      Schema.required("whole", .identifier, "The area in which all of it lies."),
      TableSchema.start, TableSchema.end,
    ] + TableSchema.evidenceColumns

  private static let vintageColumns =
    [
      Schema.required(
        "id", .identifier, "The id; the zones stand in the file zones-ID.csv."),
      Schema.required("title", .text, "The time that its borders are of, in words."),
      TableSchema.start, TableSchema.end,
      Schema.optional("zone_kind", .text, "What its zones are: LSOA 2011."),
      Schema.optional(
        "population_kind", .text, "Whom the population counts: residents, registered patients."),
      Schema.optional("population_year", .text, "The time that the population is of."),
    ] + TableSchema.evidenceColumns

  private static let zoneColumns = [
    Schema.required("zone", .identifier, "The code of the small area."),
    Schema.optional("population", .wholeNumber, "Its people: see the table of vintages."),
  ]

  private static let catchmentColumns =
    [
      Schema.required("organisation", .identifier, "The id of the body."),
      Schema.required("geography", .identifier, "The geography of the area."),
      Schema.required("area", .identifier, "The area from which people come."),
      Schema.required("share", .text, "The share of its people who come from there, 0 to 1."),
    ] + TableSchema.evidenceColumns
}
