import GovernanceModel

extension GeoJSONReader {
  /// One feature while it is read.
  struct Draft {
    let number: Int
    let offset: Int
    var faults: [GeoJSONFault] = []
    var properties: [(name: String, value: Range<Int>, offset: Int)]?
    var ownID: Range<Int>?
    var hasGeometry = false
    /// Where the second of two members of one name stands.
    mutating func addRepeated(_ name: String, at offset: Int) {
      add(
        .repeatedMember, at: offset, "has \"\(GeoJSONReader.shortened(name))\" twice",
        cure: "leave the one that is meant")
    }

    /// Each kind of fault once.
    mutating func add(
      _ kind: GeoJSONFault.Kind, at offset: Int, _ summary: String, cure: String,
      isMended: Bool = false
    ) {
      guard !faults.contains(where: { $0.kind == kind }) else { return }
      faults.append(
        GeoJSONFault(
          kind: kind, offset: offset, summary: summary, cure: cure, isMended: isMended))
    }
  }

  mutating func readFeature(_ cursor: inout JSONCursor) throws(JSONCursor.Fault) {
    featureCount += 1
    cursor.skipSpace()
    var draft = Draft(number: featureCount, offset: cursor.offset)
    let mark = layer.mark
    guard cursor.next == UInt8(ascii: "{") else {
      try cursor.skipValue()
      draft.add(.notAFeature, at: draft.offset, "is no object", cure: "take it out of the list")
      finish(draft, since: mark, cursor)
      return
    }
    var types = 0
    try cursor.eachMember { (cursor, member) throws(JSONCursor.Fault) in
      if cursor.string(member, is: "geometry") {
        if draft.hasGeometry {
          removePoints(since: mark)
          draft.addRepeated("geometry", at: member.lowerBound - 1)
        }
        draft.hasGeometry = true
        try readGeometry(&cursor, &draft, depth: 0)
      } else if cursor.string(member, is: "properties") {
        if draft.properties != nil { draft.addRepeated("properties", at: member.lowerBound - 1) }
        try readProperties(&cursor, &draft)
      } else if cursor.string(member, is: "type") {
        let offset = cursor.offset
        types += 1
        if types > 1 { draft.addRepeated("type", at: member.lowerBound - 1) }
        let type = try Self.text(&cursor)
        if type != "Feature" {
          draft.add(
            .notAFeature, at: offset, "has the type \"\(Self.shortened(type))\"",
            cure: "write \"Feature\", or take it out of the list")
        }
      } else if cursor.string(member, is: "id") {
        let offset = cursor.offset
        try cursor.skipValue()
        draft.ownID = offset..<cursor.offset
      } else {
        try cursor.skipValue()
      }
    }
    if !draft.hasGeometry {
      draft.add(
        .noGeometry, at: draft.offset, "has no geometry", cure: "give it one, or take it out")
    }
    finish(draft, since: mark, cursor)
  }

  private func readProperties(
    _ cursor: inout JSONCursor, _ draft: inout Draft
  ) throws(JSONCursor.Fault) {
    guard cursor.next == UInt8(ascii: "{") else {
      try cursor.skipValue()
      return
    }
    var properties: [(name: String, value: Range<Int>, offset: Int)] = []
    try cursor.eachMember { (cursor, member) throws(JSONCursor.Fault) in
      let offset = cursor.offset
      try cursor.skipValue()
      properties.append((cursor.text(member) ?? "", offset..<cursor.offset, offset))
    }
    draft.properties = properties
  }

  /// Enters the feature as a unit, or leaves out what it added.
  private mutating func finish(
    _ draft: Draft, since mark: BoundaryLayer.Mark, _ cursor: JSONCursor
  ) {
    var draft = draft
    let unit = unit(of: &draft, cursor)
    if draft.faults.contains(where: \.isBeforeRings) { draft.faults.removeAll(where: \.isOfRings) }
    if draft.faults.isEmpty || draft.faults.allSatisfy(\.isMended), let unit {
      layer.endUnit(unit)
      featureNumbers.append(draft.number)
      featureOffsets.append(draft.offset)
    } else {
      removePoints(since: mark)
    }
    let label = Self.label(draft.number, unit?.id)
    for fault in draft.faults {
      report(
        fault.id, fault.isMended ? .warning : .error, at: fault.offset,
        "\(label) \(fault.summary)" + (fault.isMended ? ": mended" : ""), cure: fault.cure)
    }
  }

  /// `feature 12 ("E38000001")`.
  static func label(_ number: Int, _ id: String?) -> String {
    "feature \(number)" + (id.map { " (\"\(shortened($0))\")" } ?? "")
  }

  /// The code and name of a feature; nil, with the reason among the faults, where it has no code.
  private mutating func unit(
    of draft: inout Draft, _ cursor: JSONCursor
  ) -> BoundaryLayer.Unit? {
    guard draft.faults.first?.kind != .notAFeature else { return nil }
    let properties = draft.properties ?? []
    if key == nil {
      key = Self.likelyKey(among: properties.map(\.name))
      guard key != nil || draft.ownID != nil else {
        let names = properties.map { Self.shortened($0.name) }.joined(separator: ", ")
        draft.add(
          .noKey, at: draft.offset, "has no property that is plainly its code",
          cure: names.isEmpty
            ? "give its properties a code, and name it with --key"
            : "name the one that is, with --key: there are \(names)")
        return nil
      }
      key = key ?? "id"
    }
    if name == nil {
      name = settings.name ?? Self.likelyName(for: key ?? "", among: properties.map(\.name))
    }
    let keyed = properties.last { $0.name == key }?.value ?? (key == "id" ? draft.ownID : nil)
    if let second = properties.filter({ $0.name == key }).dropFirst().first {
      draft.addRepeated(second.name, at: second.offset)
      return nil
    }
    guard let keyed else {
      let near = Suggestion.nearest(to: key ?? "", in: properties.map(\.name))
      draft.add(
        draft.properties == nil ? .noProperties : .noKey, at: draft.offset,
        draft.properties == nil
          ? "has no properties, and so no code" : "has no property \"\(key ?? "")\"",
        cure: near.map { "did you mean \"\($0)\"? name it with --key" }
          ?? "add it, or name the property with the codes with --key")
      return nil
    }
    guard let id = Self.scalar(keyed, cursor), !id.isEmpty else {
      draft.add(
        .keyIsNoText, at: keyed.lowerBound, "has a \"\(key ?? "")\" that is no text or number",
        cure: "give it a code of its own")
      return nil
    }
    guard !id.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      draft.add(
        .keyIsNoText, at: keyed.lowerBound,
        "has a \"\(key ?? "")\" with a control character in it", cure: "take the character out")
      return nil
    }
    let nameValue = properties.last { $0.name == name }?.value
    let named = nameValue.flatMap { Self.scalar($0, cursor) }
    if named == nil, let nameValue, cursor.byte(at: nameValue.lowerBound) == UInt8(ascii: "\"") {
      firstBadName = firstBadName ?? nameValue.lowerBound
    }
    return BoundaryLayer.Unit(id: id, name: named ?? id)
  }

  /// A string's contents, or a number as it stands; nil for anything else.
  private static func scalar(_ range: Range<Int>, _ cursor: JSONCursor) -> String? {
    switch cursor.byte(at: range.lowerBound) {
    case UInt8(ascii: "\""): cursor.text(range.lowerBound + 1..<range.upperBound - 1)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): cursor.raw(range)
    default: nil
    }
  }

  /// The property that ends in CD, as the codes of the Office for National Statistics do, or is
  /// called code, key or id; nil when there are several of a sort, or none.
  static func likelyKey(among names: [String]) -> String? {
    let names = names.enumerated().filter { !names[..<$0.offset].contains($0.element) }.map(
      \.element)
    let codes = names.filter { $0.lowercased().hasSuffix("cd") }
    if codes.count == 1 { return codes[0] }
    let plain = names.filter { ["code", "key", "id"].contains($0.lowercased()) }
    return codes.isEmpty && plain.count == 1 ? plain[0] : nil
  }

  /// `STP17NM` for `STP17CD`, or the property that is called name.
  static func likelyName(for key: String, among names: [String]) -> String? {
    let stem = key.lowercased().hasSuffix("cd") ? key.dropLast(2).lowercased() + "nm" : "name"
    return names.first { $0.lowercased() == stem } ?? names.first { $0.lowercased() == "name" }
  }

  mutating func removePoints(since mark: BoundaryLayer.Mark) {
    layer.remove(since: mark)
    ringOffsets.removeLast(ringOffsets.count - mark.rings)
  }
}
