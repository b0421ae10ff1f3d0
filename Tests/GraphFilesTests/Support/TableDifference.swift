import GovernanceModel

/// The first place where two graphs' tables differ, in words; nil where they are equal.
func difference(_ left: GraphTables, _ right: GraphTables) -> String? {
  guard left != right else { return nil }
  for (one, other) in [
    (left.title, right.title), (left.asOf?.description, right.asOf?.description),
    (left.currency, right.currency),
  ] where one != other {
    return "heading: \(String(reflecting: one)) and \(String(reflecting: other))"
  }
  for name in TableName.allCases where left[name] != right[name] {
    let (one, other) = (left[name], right[name])
    if one.columns != other.columns { return "\(name): \(one.columns) and \(other.columns)" }
    for (row, (left, right)) in zip(one.rows, other.rows).enumerated() where left != right {
      let cell = zip(left, right).enumerated().first { $1.0 != $1.1 }
      return "\(name), row \(row): \(cell.map { String(reflecting: $0.element) } ?? "cells")"
    }
    return "\(name): \(one.rows.count) and \(other.rows.count) rows"
  }
  return "tables without rows"
}
