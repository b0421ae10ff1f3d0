/// The kinds of one sort (of bodies, or of relationships) with their broader kinds, as a directed
/// acyclic graph.
///
///     acute-foundation-trust ──▶ acute-trust ──────┐
///              └───────────────▶ foundation-trust ─┴▶ nhs-provider ──▶ nhs-body
///
/// Kinds are numbered in the order in which they were met. Every kind keeps the set of all that are
/// broader than it, so that "is this a provider?" is one look.
public struct KindHierarchy: Sendable {
  /// One kind, as the graph declares it or only uses it.
  public struct Kind: Hashable, Sendable {
    public let id: String
    /// The name of one, such as "clinical commissioning group"; the id where none is declared.
    public let name: String
    public let plural: String
    public let broader: [KindIndex]
    /// The kind of which each member has one of these as its own.
    public let ownedBy: KindIndex?
    /// How far from the top it is drawn, 0 at the top; nil where not declared.
    public let tier: Int?
    public let definition: String?
    public let source: String?
    /// Whether the graph declares it, or only uses it.
    public let isDeclared: Bool
    /// Columns that the format gives no meaning to, by name.
    public let attributes: [Attribute]
  }

  /// Every kind, in the order in which they were met.
  public let kinds: [Kind]
  /// For each kind, itself and every broader kind, ascending.
  private let broaderOrSame: [[KindIndex]]
  private let byID: [String: KindIndex]

  package init(_ kinds: [Kind]) {
    self.kinds = kinds
    byID = Dictionary(
      kinds.indices.map { (kinds[$0].id, KindIndex($0)) }, uniquingKeysWith: { first, _ in first })
    broaderOrSame = kinds.indices.map { start in
      var seen: Set<KindIndex> = [KindIndex(start)]
      var waiting = [KindIndex(start)]
      while let kind = waiting.popLast() {
        for broader in kinds[kind.position].broader where seen.insert(broader).inserted {
          waiting.append(broader)
        }
      }
      return seen.sorted()
    }
  }

  /// The kind of a number. Complexity: O(1).
  public subscript(index: KindIndex) -> Kind { kinds[index.position] }

  /// The kind with an id, or nil.
  public func index(of id: String) -> KindIndex? { byID[id] }

  /// Whether a kind is another or narrower than it. Complexity: O(log of its broader kinds).
  public func kind(_ kind: KindIndex, isA other: KindIndex) -> Bool {
    kind == other || broaderOrSame[kind.position].contains(other)
  }

  /// The kind itself and all that are broader than it.
  public func selfAndBroader(_ kind: KindIndex) -> [KindIndex] { broaderOrSame[kind.position] }

  /// The kind itself and all that are narrower than it, ascending.
  public func selfAndNarrower(_ kind: KindIndex) -> [KindIndex] {
    kinds.indices.map { KindIndex($0) }.filter { self.kind($0, isA: kind) }
  }
}

/// The number of a kind in its ``KindHierarchy``.
public struct KindIndex: Hashable, Comparable, Sendable {
  package let raw: UInt16
  package init(_ position: Int) { raw = UInt16(position) }
  package init(raw: UInt16) { self.raw = raw }
  package var position: Int { Int(raw) }
  public static func < (left: KindIndex, right: KindIndex) -> Bool { left.raw < right.raw }
}
