import GovernanceModel

/// The lines of accountability that a question follows: those that hold at one moment and rest on
/// one of the wanted bases, each pair of bodies once.
///
///     ccg ──▶ nhs-england ──▶ secretary-of-state ──▶ parliament
///                    └──────────────────────────────▶ parliament
///
/// It is made once and asked many times; families of questions are extensions in files of their
/// own. What several questions need is made by the first that does, and kept. Complexity of making
/// one: O(V + E).
public struct AccountabilityNetwork: Sendable {
  public let graph: GovernanceGraph
  public let moment: Moment
  public let basis: Basis

  /// For each body, its principals, ascending.
  package let principals: Neighbours
  /// Whether each body is open at the moment.
  package let isOpen: [Bool]

  /// - Parameters:
  ///   - moment: when the lines must hold; both ends must be open then.
  ///   - basis: a line counts when it rests on any of these, or when its basis is not recorded.
  public init(_ graph: GovernanceGraph, at moment: Moment, basis: Basis = .followedByDefault) {
    self.graph = graph
    self.moment = moment
    self.basis = basis
    let isOpen = graph.openBodies(at: moment)
    self.isOpen = isOpen
    let rows = HeldRows(
      of: .accountableTo, in: graph, at: moment, open: isOpen, basis: basis)
    principals = Neighbours(rows.pairs(), count: graph.bodyCount)
  }

  /// For each body, those that report to it, ascending. Made when it is first asked for.
  package var reports: Neighbours { keptReports.value { principals.reversed } }
  private let keptReports = Kept<Neighbours>()

  /// The order of the bodies that have others below them. Made when it is first asked for.
  var upperOrder: UpperOrder { keptUpperOrder.value { UpperOrder(principals) } }
  private let keptUpperOrder = Kept<UpperOrder>()

  /// The same with what questions about all bodies need. Made when it is first asked for.
  var upperBodies: UpperBodies {
    keptUpperBodies.value { UpperBodies(upperOrder, principals) }
  }
  private let keptUpperBodies = Kept<UpperBodies>()

  /// The bodies that a body is directly accountable to.
  public func principals(of body: BodyIndex) -> [BodyIndex] {
    principals[body.raw].map(BodyIndex.init(raw:))
  }

  /// The bodies that are directly accountable to a body.
  public func reports(of body: BodyIndex) -> [BodyIndex] {
    reports[body.raw].map(BodyIndex.init(raw:))
  }

  /// The rows that the network was made of.
  var followedRows: HeldRows {
    HeldRows(of: .accountableTo, in: graph, at: moment, open: isOpen, basis: basis)
  }

  /// Every body that is open at the moment.
  public var openBodies: [BodyIndex] {
    isOpen.indices.filter { isOpen[$0] }.map { BodyIndex($0) }
  }

  /// Every open body without principals, ascending.
  package var tops: [UInt32] {
    (0..<UInt32(truncatingIfNeeded: isOpen.count))
      .filter { isOpen[Int($0)] && principals.range(of: $0).isEmpty }
  }
}
