/// The number of a body, an organisation or a post, in its graph: dense, from 0.
public struct BodyIndex: Hashable, Comparable, Sendable {
  package let raw: UInt32
  package init(raw: UInt32) { self.raw = raw }
  package init(_ position: Int) { raw = UInt32(truncatingIfNeeded: position) }
  /// The position in a column of all bodies.
  public var position: Int { Int(raw) }
  public static func < (left: BodyIndex, right: BodyIndex) -> Bool { left.raw < right.raw }
}

/// The number of a relationship in its graph: dense, from 0; stated rows before expanded ones.
public struct RelationshipIndex: Hashable, Comparable, Sendable {
  package let raw: UInt32
  package init(raw: UInt32) { self.raw = raw }
  package init(_ position: Int) { raw = UInt32(truncatingIfNeeded: position) }
  /// The position in a column of all relationships.
  public var position: Int { Int(raw) }
  public static func < (left: RelationshipIndex, right: RelationshipIndex) -> Bool {
    left.raw < right.raw
  }
}
