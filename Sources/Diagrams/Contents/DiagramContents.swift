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
  /// What more is looked up in when it is asked for: most formats do without most of it.
  let context: SceneContext
  /// What counts as drawn with no line of its own.
  let furtherTally: LineTally

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

  /// A kind of bodies; what it says is in `DiagramContents+Bodies.swift`.
  public struct Kind: Sendable, Equatable {
    let kind: KindIndex
    let context: SceneContext
  }

  /// A body that is named; what it says is in `DiagramContents+Bodies.swift`.
  public struct Body: Sendable, Equatable {
    /// Its element in SVG and HTML: its own, also in a list or a table.
    public let element: String
    public let id: String
    public let name: String
    public let kind: Kind
    /// The money of its own line, in a list.
    public let amount: String?
    /// What else is to be said of it, in a list: "in 5 STP footprints".
    public let remark: String?
    let body: BodyIndex
    let context: SceneContext
  }

  /// All relationships of one kind and direction between two boxes; what it says is in
  /// `DiagramContents+Lines.swift`.
  public struct Line: Sendable, Equatable {
    /// Its element in SVG and HTML.
    public let element: String
    /// The elements of the boxes, or of frames where it holds for every body in one.
    public let from: String
    public let to: String
    let line: SceneLine
    let context: SceneContext
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
