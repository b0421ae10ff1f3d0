import GovernanceModel

extension ZoneAssignment {
  /// The same with zones that lie nowhere put where another assignment to the same geography has them.
  ///
  /// - Complexity: O(zones + units · log units).
  func filled(from other: ZoneAssignment) -> ZoneAssignment {
    let all = Set(units).union(other.units).sorted()
    let positions = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
    /// The place in the whole of each place of a part; its doubts stand after all those before.
    func places(of part: ZoneAssignment, doubtsBefore: Int) -> [UInt32] {
      part.units.map { UInt32(positions[$0]!) }
        + part.doubts.indices.map { UInt32(all.count + doubtsBefore + $0) }
    }
    func doubts(of part: ZoneAssignment) -> [Doubt] {
      part.doubts.map { doubt in
        Doubt(
          candidates: doubt.candidates.map { positions[part.units[$0]]! }, through: doubt.through)
      }
    }
    let own = places(of: self, doubtsBefore: 0)
    let others = places(of: other, doubtsBefore: self.doubts.count)
    return ZoneAssignment(
      geography: geography, units: all, doubts: doubts(of: self) + doubts(of: other),
      places: zip(self.places, other.places).map { place, otherPlace in
        if place != ZoneTable.none { return own[Int(place)] }
        return otherPlace == ZoneTable.none ? ZoneTable.none : others[Int(otherPlace)]
      })
  }
}
