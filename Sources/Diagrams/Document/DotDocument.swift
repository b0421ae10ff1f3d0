/// A directed graph ready for Graphviz: what to draw and how it should look, with no text yet.
///
/// Everything a stranger wrote (ids, labels, tooltips) may be any string. Statements are written in
/// the order they were added, so the same calls give the same bytes.
///
/// ```swift
/// var document = DotDocument(name: "health", attributes: [.rankdir(.leftToRight)])
/// document.addNode("dhsc", [.label("Department of Health"), .shape(.box)])
/// document.addCluster("arm's length") { cluster in
///   cluster.addNode("nhse", [.label("NHS England")])
/// }
/// document.addEdge(from: "dhsc", to: "nhse", [.label("funds")])
/// print(document.text)
/// ```
///
/// ```
/// digraph "health" {
///   graph [rankdir="LR"];
///   "dhsc" [label="Department of Health", shape="box"];
///   subgraph "cluster_arm's length" {
///     "nhse" [label="NHS England"];
///   }
///   "dhsc" -> "nhse" [label="funds"];
/// }
/// ```
public struct DotDocument: DotScope, Sendable, Equatable {
  /// The title of the whole drawing.
  public var name: String
  /// How the drawing as a whole looks and is laid out.
  public var attributes: DotAttributes
  /// How every node looks unless it says otherwise.
  public var nodeDefaults: DotAttributes
  /// How every edge looks unless it says otherwise.
  public var edgeDefaults: DotAttributes
  /// The nodes, edges, clusters and rank groups, in the order they were added.
  public var statements: [DotStatement] = []

  /// Makes a document with nothing in it yet.
  public init(
    name: String = "graph", attributes: DotAttributes = [], nodeDefaults: DotAttributes = [],
    edgeDefaults: DotAttributes = []
  ) {
    self.name = name
    self.attributes = attributes
    self.nodeDefaults = nodeDefaults
    self.edgeDefaults = edgeDefaults
  }
}

/// A part of the drawing with a frame and a label around it; clusters may hold clusters.
///
/// Ids of clusters are separate from ids of nodes. Two clusters of one id are one cluster to
/// Graphviz. A cluster takes its fonts from what encloses it, and nothing else.
public struct DotCluster: DotScope, Sendable, Equatable {
  /// What ``DotAttribute/lhead(cluster:)`` and ``DotAttribute/ltail(cluster:)`` refer to.
  public var id: String
  /// How the frame and its label look.
  public var attributes: DotAttributes
  /// The contents, in the order they were added.
  public var statements: [DotStatement] = []

  /// Makes a cluster with nothing in it yet.
  public init(_ id: String, _ attributes: DotAttributes = []) {
    self.id = id
    self.attributes = attributes
  }
}

/// One line of a document, or one block of lines.
public enum DotStatement: Sendable, Equatable {
  /// A node and how it looks.
  case node(id: String, attributes: DotAttributes)
  /// An arrow between two nodes.
  case edge(from: String, to: String, attributes: DotAttributes)
  /// A framed part of the drawing.
  case cluster(DotCluster)
  /// Nodes that share a rank; understood by the `dot` layout.
  case rankGroup(DotRank, ids: [String])
}

/// Something statements can be added to: a document or a cluster.
public protocol DotScope {
  /// The contents, in the order they were added.
  var statements: [DotStatement] { get set }
}

extension DotScope {
  /// Adds a node; a second node of the same id adds its attributes to the first.
  ///
  /// A node without a label shows its id.
  public mutating func addNode(_ id: String, _ attributes: DotAttributes = []) {
    statements.append(.node(id: id, attributes: attributes))
  }

  /// Adds an edge.
  ///
  /// Graphviz draws a node inside the cluster that mentions it first, so add an edge between
  /// clusters to the document, after both.
  public mutating func addEdge(
    from tail: String, to head: String, _ attributes: DotAttributes = []
  ) {
    statements.append(.edge(from: tail, to: head, attributes: attributes))
  }

  /// Adds a cluster made elsewhere.
  public mutating func addCluster(_ cluster: DotCluster) {
    statements.append(.cluster(cluster))
  }

  /// Adds a cluster and fills it.
  public mutating func addCluster<Failure: Error>(
    _ id: String, _ attributes: DotAttributes = [],
    filledBy fill: (inout DotCluster) throws(Failure) -> Void
  ) throws(Failure) {
    var cluster = DotCluster(id, attributes)
    try fill(&cluster)
    addCluster(cluster)
  }

  /// Places nodes on one rank; adds nothing for no nodes.
  public mutating func addRankGroup(_ ids: [String], rank: DotRank = .same) {
    guard !ids.isEmpty else { return }
    statements.append(.rankGroup(rank, ids: ids))
  }
}

extension DotDocument {
  /// What Graphviz calls a node: its id, with characters it could not keep spelt out.
  public static func nameInGraph(ofNode id: String) -> String { DotQuoting.name(id) }
}
