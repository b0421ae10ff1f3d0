import GovernanceModel

@testable import GraphFiles

extension ReadingSettings {
  /// The plain way: no block, no other thread.
  static var rowByRow: ReadingSettings {
    var settings = ReadingSettings()
    settings.readsRowByRow = true
    return settings
  }

  static func blocks(of size: Int, workers: Int = 3) -> ReadingSettings {
    var settings = ReadingSettings()
    settings.blockSize = size
    settings.workers = workers
    return settings
  }
}

/// The first thing in which two readings of one graph differ, in words; nil where they are equal.
func difference(_ left: GraphReader.Reading?, _ right: GraphReader.Reading?) -> String? {
  guard let left, let right else {
    return (left == nil) == (right == nil) ? nil : "only one could be read"
  }
  for (one, other) in zip(left.diagnostics, right.diagnostics) where one != other {
    return "diagnostics: \(one) and \(other)"
  }
  guard left.diagnostics.count == right.diagnostics.count else {
    return "\(left.diagnostics.count) and \(right.diagnostics.count) diagnostics"
  }
  if left.graph.bodyKinds.kinds.map(\.id) != right.graph.bodyKinds.kinds.map(\.id) {
    return "kinds of bodies stand in another order"
  }
  for (one, other) in zip(left.graph.allRelationships, right.graph.allRelationships) {
    let (one, other) = (left.graph[one], right.graph[other])
    if one.from != other.from || one.to != other.to || one.kind != other.kind {
      return "relationships: \(one) and \(other)"
    }
  }
  return difference(left.graph.tables, right.graph.tables)
}
