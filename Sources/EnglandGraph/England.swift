import GovernanceModel
import GraphFiles

/// The generated part of Graphs/england: everything that published data gives, body by body.
///
/// What holds for a whole kind of body, and the national bodies, are written by hand beside it.
enum England {
  /// The whole of it, in the order in which one part needs another.
  static func make(from sources: SourceFolder) throws(FileError) -> EnglandTables {
    var tables = EnglandTables()
    let lists = try CommissioningLists(sources)
    let groups = try CommissioningGroups(sources, lists: lists)
    groups.add(to: &tables)
    try HealthServiceRegions(sources, groups: groups).add(to: &tables)

    let trusts = try Trusts(sources)
    trusts.add(to: &tables)
    let councils = try Councils(sources)
    councils.add(to: &tables)
    try CombinedAuthorities(sources).add(to: &tables)

    let footprints = try Footprints(sources, lists: lists)
    footprints.add(to: &tables)
    try FootprintMembership(sources, footprints: footprints, groups: groups, lists: lists)
      .add(to: &tables)
    try FootprintPartners(sources, footprints: footprints, trusts: trusts, councils: councils)
      .add(to: &tables)
    try FootprintLeads(
      sources, footprints: footprints,
      homes: HomeOrganisations(groups: groups, trusts: trusts, councils: councils)
    ).add(to: &tables)

    try IntegratedCareBoards(sources, footprints: footprints, groups: groups).add(to: &tables)
    try Successions(sources).add(to: &tables)
    try Programmes(sources).add(to: &tables)

    let zones = try Zones(sources)
    zones.add(to: &tables)
    try AreaNames(sources, zones: zones).add(to: &tables)
    try Catchments(sources).add(to: &tables)
    SourceCatalogue.add(to: &tables)
    return tables
  }
}
