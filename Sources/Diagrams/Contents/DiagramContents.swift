import GovernanceModel

/// What a diagram says, with no word of how it looks: what every format that is not a picture is
/// written from, and what stands beside the picture in those that are.
///
/// ```swift
/// for line in diagram.contents.lines where line.isRoute { print(line.from, "→", line.to) }
/// ```
public struct DiagramContents: Sendable {
  /// What the diagram is of.
  public let title: String
  /// "As of 2016-10-01", or "Regardless of dates".
  public let asOf: String
  /// The date it is of; nil regardless of dates.
  public let date: PartialDate?
  /// What it counts, where it comes from and what it leaves out, a paragraph each.
  public let caption: [String]
  /// From the highest level down, and by element within one.
  public let boxes: [Box]
  /// By the element.
  public let lines: [Line]
  /// The frames around boxes.
  public let frames: [Frame]
  /// Where lines part that share a trunk. They say nothing that the lines do not.
  let junctions: [Junction]
  /// What the looks of the picture mean, and the rules of reading it.
  public let legend: [LegendEntry]
  /// What boxes and lines cite, by id.
  public let sources: [Citation]

  /// One shape: a body, all bodies of a kind, or a list of bodies that have the same lines.
  public struct Box: Sendable, Equatable {
    public enum Form: String, Sendable { case body, group, list }
    /// Its element in SVG and HTML.
    public let element: String
    public let form: Form
    /// The body's name, "209 clinical commissioning groups", or how many a list holds.
    public let name: String
    /// The kinds of what is in it, each once.
    public let kinds: [Kind]
    /// The bodies that are named: none for a group.
    public let bodies: [Body]
    /// The body that a table is of.
    public let owner: Body?
    /// How many bodies a group stands for; nil for others, and where the graph lists none.
    public let count: Int?
    /// Whether the diagram is about it.
    public let isHighlighted: Bool
    /// What its small print says.
    public let notes: [String]
    /// The level it stands on, 0 at the top.
    public let level: Int
  }

  /// A kind of bodies.
  public struct Kind: Sendable, Equatable {
    public let id: String
    /// What one of them is called.
    public let name: String
    /// The ids of the kind and of every broader one, sorted.
    public let lineage: [String]
  }

  /// A body that is named.
  public struct Body: Sendable, Equatable {
    /// Its element in SVG and HTML: its own, also in a list or a table.
    public let element: String
    public let id: String
    public let name: String
    /// What else it is called: before, after, or in the main table.
    public let otherNames: [String]
    public let kind: Kind
    /// What it is in law, in words; nil where that is not recorded.
    public let legalForm: String?
    /// "ODS RGT", by scheme.
    public let codes: [String]
    /// Codes that it has at other times.
    public let otherCodes: [String]
    /// "from 2013-04-01", "from 2013-04-01 to 2020-04-01", "not recorded".
    public let life: String
    /// The grade of its row; nil where it has none.
    public let grade: EvidenceGrade?
    /// Ids of ``DiagramContents/sources``.
    public let sources: [String]
    /// The remark of its row.
    public let note: String?
    /// The money of its own line, in a list.
    public let amount: String?
    /// What else is to be said of it, in a list: "in 5 STP footprints".
    public let remark: String?
  }

  /// All relationships of one kind and direction between two boxes.
  public struct Line: Sendable, Equatable {
    /// Its element in SVG and HTML.
    public let element: String
    /// The elements of the boxes, or of frames where it holds for every body in one.
    public let from: String
    public let to: String
    /// The id of the kind.
    public let kind: String
    /// Other kinds of relationships, in the same direction, that it stands for.
    public let alsoKinds: [String]
    /// What it says, from its start to its end: "is accountable to".
    public let words: String
    /// What an accountability rests on; empty where that is not recorded.
    public let basis: [String]
    /// Whether the graph says that some pairs are so tied, and not which.
    public let isUnstated: Bool
    /// What is to be said of its being there: "new", "gone", "looked for, not found"; nil for a
    /// line that simply is.
    public let standing: String?
    /// Whether it holds: it is neither gone nor missing.
    public let holds: Bool
    /// Whether a route of accountability may follow it.
    public let isRoute: Bool
    /// How many relationships it stands for.
    public let relationships: Int
    /// How many of them are of each grade, the best first; "without a grade" last.
    public let grades: [(word: String, count: Int)]
    /// Amounts with their years.
    public let amounts: [String]
    /// "4 of 14" where it ties only some of the bodies of a group.
    public let share: String?
    /// Ids of ``DiagramContents/sources``.
    public let sources: [String]

    public static func == (left: Line, right: Line) -> Bool {
      left.element == right.element && left.relationships == right.relationships
        && left.sources == right.sources && left.amounts == right.amounts
    }
  }

  /// A frame around boxes.
  public struct Frame: Sendable, Equatable {
    public let element: String
    public let label: String
    /// The elements of its boxes.
    public let boxes: [String]
  }

  /// Where lines part that share a trunk.
  struct Junction: Sendable, Equatable {
    /// The elements of the trunk and of its junction.
    let trunk: String
    let dot: String
    /// The elements of the lines.
    let lines: [String]
    /// Whether the trunk is drawn before what is beyond it, from the top of the picture.
    let isAbove: Bool
    /// What meets there.
    let words: String
  }

  /// One entry of the legend.
  public struct LegendEntry: Sendable, Equatable {
    public enum Subject: String, Sendable { case box, line, note }
    public let subject: Subject
    /// What it means.
    public let words: String
    /// How it looks, in Graphviz's words, by attribute.
    public let looks: [Look]

    /// An attribute and its value.
    public struct Look: Sendable, Equatable {
      public let name: String
      public let value: String
    }
  }

  /// A source as a diagram cites it.
  public struct Citation: Sendable, Equatable {
    public let id: String
    public let title: String?
    public let publisher: String?
    public let date: String?
    public let url: String?
  }
}
