import GovernanceModel

/// What one list shows of a body: a value, and the day for which the list speaks.
struct Sighting<Value: Hashable> {
  let date: PartialDate
  let source: String
  let value: Value
}

/// The time in which a value held, as lists of different days show it.
struct Run<Value: Hashable> {
  let value: Value
  /// The first list that shows it; nil for the first value known, whose beginning no list shows.
  let start: PartialDate?
  /// The first list that shows another value; nil for the last value known.
  let end: PartialDate?
  /// The first and the last list that show it, and the one that ends it.
  let sources: [String]

  /// A value per run, from sightings in the order of their days.
  ///
  /// A change between two lists is dated to the later one, the first that shows it. A later date
  /// known only to the year is read at its widest, so that one run never covers a day of the next.
  static func runs(_ sightings: [Sighting<Value>]) -> [Run<Value>] {
    var groups: [[Sighting<Value>]] = []
    for sighting in sightings {
      if groups.last?.last?.value == sighting.value {
        groups[groups.count - 1].append(sighting)
      } else {
        groups.append([sighting])
      }
    }
    return groups.indices.map { index in
      let group = groups[index]
      let next = index + 1 < groups.count ? groups[index + 1][0] : nil
      var sources: [String] = []
      for source in [group[0].source, group[group.count - 1].source, next?.source] {
        if let source, !sources.contains(source) { sources.append(source) }
      }
      return Run(
        value: group[0].value, start: index == 0 ? nil : group[0].date.firstDayAfterChange,
        end: next?.date, sources: sources)
    }
  }
}

extension PartialDate {
  /// The first day on which a change "in" this date has surely happened.
  var firstDayAfterChange: PartialDate {
    isWhole ? self : PartialDate(packed: endDay)
  }
}
