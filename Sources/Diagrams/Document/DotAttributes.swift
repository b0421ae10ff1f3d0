/// Attributes of one element, each name once, sorted by name.
public struct DotAttributes: Sendable, Equatable {
  private var sorted: [DotAttribute] = []

  /// Collects attributes; of two with one name the later counts.
  public init(_ attributes: some Sequence<DotAttribute>) {
    sorted.reserveCapacity(attributes.underestimatedCount)
    for attribute in attributes { set(attribute) }
  }

  /// Adds an attribute, in place of any of the same name.
  public mutating func set(_ attribute: DotAttribute) {
    let index = sorted.firstIndex { $0.name >= attribute.name } ?? sorted.endIndex
    if index < sorted.endIndex, sorted[index].name == attribute.name {
      sorted[index] = attribute
    } else {
      sorted.insert(attribute, at: index)
    }
  }

  /// Takes an attribute out, if it is there.
  mutating func remove(_ name: String) { sorted.removeAll { $0.name == name } }

  /// These attributes and the given ones, which count where both have a name.
  ///
  /// - Complexity: O(n) in both.
  public func merging(_ others: DotAttributes) -> DotAttributes {
    if others.isEmpty { return self }
    var merged: DotAttributes = []
    merged.sorted.reserveCapacity(count + others.count)
    var next = 0
    for attribute in sorted {
      while next < others.count, others.sorted[next].name < attribute.name {
        merged.sorted.append(others.sorted[next])
        next += 1
      }
      if next < others.count, others.sorted[next].name == attribute.name { continue }
      merged.sorted.append(attribute)
    }
    merged.sorted += others.sorted[next...]
    return merged
  }

  /// Whether this very attribute, value included, is one of these.
  public func contains(_ attribute: DotAttribute) -> Bool {
    sorted.contains(attribute)
  }

  func contains(_ name: String) -> Bool {
    sorted.contains { $0.name == name }
  }
}

extension DotAttributes: RandomAccessCollection {
  public var startIndex: Int { sorted.startIndex }
  public var endIndex: Int { sorted.endIndex }
  public subscript(position: Int) -> DotAttribute { sorted[position] }
}

extension DotAttributes: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: DotAttribute...) {
    self.init(elements)
  }
}
