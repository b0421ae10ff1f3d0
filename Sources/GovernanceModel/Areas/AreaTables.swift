/// What a graph knows of areas besides its zones: the geographies, their units and names, which lie
/// in which, and the vintages in which zones are recorded.
///
/// A value of small tables; the zones themselves are a ``ZoneTable``.
public struct AreaTables: Hashable, Sendable {
  /// A way to divide the country: `ccg`, `ltla`.
  public struct Geography: Hashable, Sendable {
    public let id: String
    /// The name of one of its areas, and of several.
    public let name: String
    public let plural: String
    /// The id of the kind of body that each area is the area of; nil where they are not bodies'.
    public let kind: String?
    /// The geography through which zones are joined to it, where they are by relationships of
    /// bodies, and the kind of those relationships.
    public let through: String?
    public let relation: RelationshipKind?

    package init(
      id: String, name: String, plural: String? = nil, kind: String? = nil,
      through: String? = nil, relation: RelationshipKind? = nil
    ) {
      self.relation = relation
      self.id = id
      self.name = name
      self.plural = plural ?? name + "s"
      self.kind = kind
      self.through = through
    }
  }

  /// One area with a name of its own, apart from that of any body.
  public struct Area: Hashable, Sendable {
    public let geography: String
    public let id: String
    public let name: String
    /// The id of the body that serves just this area.
    public let organisation: String?

    package init(geography: String, id: String, name: String, organisation: String?) {
      self.geography = geography
      self.id = id
      self.name = name
      self.organisation = organisation
    }
  }

  /// That all of an area lies in another.
  public struct Nesting: Hashable, Sendable {
    public let partGeography: String
    public let part: String
    public let wholeGeography: String
    public let whole: String
    public let period: Period
    public let evidence: Evidence

    package init(
      partGeography: String, part: String, wholeGeography: String, whole: String, period: Period,
      evidence: Evidence
    ) {
      self.partGeography = partGeography
      self.part = part
      self.wholeGeography = wholeGeography
      self.whole = whole
      self.period = period
      self.evidence = evidence
    }
  }

  /// The borders of a time, zone by zone.
  public struct Vintage: Hashable, Sendable {
    public let id: String
    /// "April 2017".
    public let title: String
    /// The days for which its borders hold.
    public let period: Period
    /// "LSOA 2011".
    public let zoneKind: String?
    /// Whom the population counts, and of when; nil where the vintage does not say.
    public let populationKind: String?
    public let populationYear: String?
    public let evidence: Evidence

    package init(
      id: String, title: String, period: Period, zoneKind: String?, populationKind: String?,
      populationYear: String?, evidence: Evidence
    ) {
      self.id = id
      self.title = title
      self.period = period
      self.zoneKind = zoneKind
      self.populationKind = populationKind
      self.populationYear = populationYear
      self.evidence = evidence
    }
  }

  /// How large a part of the people whom a body serves comes from an area.
  public struct Catchment: Hashable, Sendable {
    public let organisation: String
    public let geography: String
    public let area: String
    /// From 0 to 1.
    public let share: Double
    public let evidence: Evidence

    package init(
      organisation: String, geography: String, area: String, share: Double, evidence: Evidence
    ) {
      self.organisation = organisation
      self.geography = geography
      self.area = area
      self.share = share
      self.evidence = evidence
    }
  }

  /// In the order of the files.
  public var geographies: [Geography] = []
  public var areas: [Area] = []
  public var nestings: [Nesting] = []
  /// By start.
  public var vintages: [Vintage] = []
  public var catchments: [Catchment] = []

  package init() {}

  /// Nothing: what a graph without such tables knows.
  public static let none = AreaTables()

  /// The geography with an id, or nil.
  public func geography(_ id: String) -> Geography? { geographies.first { $0.id == id } }

  /// The vintage whose borders hold at a moment: of several the one that begins last; nil where
  /// none does.
  public func vintage(at moment: Moment) -> Vintage? {
    vintages.last { $0.period.holds(at: moment) }
  }
}
