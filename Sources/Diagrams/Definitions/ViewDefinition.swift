import GovernanceAnalysis
import GovernanceModel

/// A diagram that a graph's own file describes under a name: what is in it, how it is arranged,
/// how it looks, and what is said beside it.
///
/// What is in is decided first; everything after sees nothing else.
public struct ViewDefinition: Sendable, Hashable {
  /// How what is in becomes a picture.
  public enum Arrangement: String, Sendable, Hashable, CaseIterable {
    /// Bodies in rows by their tiers, large kinds as one node each: the whole on one page.
    case system
    /// Every body by itself, in rows by tier, in frames where ``ViewDefinition/group`` says so.
    case bodies
    /// The members of a body in frames, each below its own principals.
    case members
    /// Everything within some relationships of a body.
    case around
    /// A table for each group, with the names of those in it.
    case chart
  }

  /// How bodies are put into frames or tables.
  public enum Group: Sendable, Hashable {
    case kind
    /// By the body of this kind that they are members or parts of.
    case memberOf(KindIndex)
    /// By what one of their columns says.
    case attribute(String)
  }

  /// How the weakness of evidence shows on a line.
  public enum GradeMark: String, Sendable, Hashable, CaseIterable {
    case ring, opacity, none
  }

  /// What stands below the name of a body.
  public enum Remark: Sendable, Hashable {
    case kind, id
    case code(String)
    case attribute(String)
  }

  /// What ``remit render`` calls it.
  public let name: String
  /// What stands above the picture; nil for the title of what is drawn.
  public var title: String?
  /// What it is for, in one line.
  public var about: String?
  /// What stands below the picture, before the counts.
  public var caption: [String] = []
  /// Ids of sources that the picture as a whole rests on.
  public var sources: [String] = []

  public var arrangement: Arrangement = .system
  /// What ``Arrangement/members`` and ``Arrangement/around`` are about.
  public var body: BodyIndex?
  /// A finding to draw in place of all that is arranged.
  var finding: Finding?
  /// How many relationships ``Arrangement/around`` goes from the body.
  public var distance = 1
  /// When; nil for the moment that is asked for.
  public var moment: Moment?
  /// The earlier moment of a comparison.
  public var earlier: Moment?

  public var selection = ViewSelection()

  public var group: Group?
  /// The most bodies of a kind that are drawn one by one; nil for what suits the arrangement.
  public var stacksAbove: Int?
  /// Whether bodies are drawn that no line touches.
  public var drawsUntied = false
  /// Whether levels follow from the lines alone, and not from the tiers of kinds.
  public var ranksByLines = false
  public var remarks: [Remark] = []
  public var hasWidthByAmount = false
  public var gradeMark: GradeMark = .ring
  /// Bodies are marked with what the rules find about them, when at least so severe.
  public var findings: String?
  /// Bodies that belong to several of these groups are hatched.
  public var overlap: Group?
  public var direction: DotDirection = .topToBottom
  public var concentrates = false
  /// From how many lines of one kind and look at one node they share a trunk; nil for never.
  public var bundlesFrom: Int?
  /// Whether relationships of several kinds between two bodies become one line that names them.
  public var mergesParallel = false

  public var theme: Theme?
  public var page: Page?
  public var engine: EngineName?
  /// Whether places of an earlier picture are to be kept.
  public var isPinned = false

  public init(_ name: String) { self.name = name }
}

/// What is in a view.
public struct ViewSelection: Sendable, Hashable {
  /// Which bodies; nil for all.
  public var bodies: BodyExpression?
  /// Only this body and its members and parts.
  public var within: BodyIndex?
  /// In any case, whatever the rest says.
  public var with: [BodyIndex] = []
  /// In no case.
  public var without: [BodyIndex] = []
  /// The kinds of relationships, each with its narrower kinds; nil for what suits the arrangement.
  public var relationships: [KindIndex]?
  /// On which basis accountability is followed; nil for what is asked for.
  public var basis: Basis?
}
