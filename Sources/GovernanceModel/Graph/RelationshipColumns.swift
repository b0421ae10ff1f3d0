/// The relationships of a graph, a column for each field: first the rows that name two bodies, in
/// the order of the files, then those that statements about kinds were expanded to.
package struct RelationshipColumns: Sendable {
  package var from: [UInt32] = []
  package var to: [UInt32] = []
  package var kind: [UInt16] = []
  package var basis = OptionalColumn<UInt8>(absent: 0)
  package var legalBasis = OptionalColumn<TextIndex>(absent: .none)
  package var amount = OptionalColumn<Int64>(absent: .min)
  package var year = OptionalColumn<TextIndex>(absent: .none)
  package var start = OptionalColumn<Int32>(absent: 0)
  package var end = OptionalColumn<Int32>(absent: 0)
  package var source = OptionalColumn<TextIndex>(absent: .none)
  package var grade = OptionalColumn<UInt8>(absent: 0)
  package var note = OptionalColumn<TextIndex>(absent: .none)
  package var id = OptionalColumn<TextIndex>(absent: .none)
  package var alternativeOf = OptionalColumn<TextIndex>(absent: .none)
  package var partOf = OptionalColumn<TextIndex>(absent: .none)
  /// The statement that a relationship was expanded from; the largest number for a stated row.
  package var statement = OptionalColumn<UInt32>(absent: .max)
  package var attributes = NamedTextColumns()

  package var count: Int { from.count }
}
