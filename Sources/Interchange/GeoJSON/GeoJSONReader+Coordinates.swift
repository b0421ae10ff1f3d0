import GovernanceModel

extension GeoJSONReader {
  /// Reads a geometry's polygons into the layer.
  ///
  /// - Parameter depth: how many collections it stands in.
  mutating func readGeometry(
    _ cursor: inout JSONCursor, _ draft: inout Draft, depth: Int
  ) throws(JSONCursor.Fault) {
    cursor.skipSpace()
    let start = cursor.offset
    if cursor.takeWord("null") {
      draft.add(
        .nullGeometry, at: start, "has no geometry: it is null", cure: "give it one, or take it out"
      )
      return
    }
    guard cursor.next == UInt8(ascii: "{") else {
      try cursor.skipValue()
      draft.add(
        .noGeometry, at: start, "has a geometry that is no object", cure: "give it a polygon")
      return
    }
    let mark = layer.mark
    var type: (offset: Int, text: String)?
    var height: Int?
    var coordinates: Int?
    var isCollection = false
    try cursor.eachMember { (cursor, member) throws(JSONCursor.Fault) in
      let offset = cursor.offset
      if cursor.string(member, is: "coordinates") {
        if coordinates != nil {
          removePoints(since: mark)
          draft.addRepeated("coordinates", at: member.lowerBound - 1)
        }
        coordinates = offset
        guard cursor.next == UInt8(ascii: "[") else {
          try cursor.skipValue()
          draft.add(
            .wrongNesting, at: offset, "has coordinates that are no list",
            cure: "write a list of rings, each a list of positions")
          return
        }
        height = try readNested(&cursor, &draft, depth: 0)
      } else if cursor.string(member, is: "type") {
        if type != nil { draft.addRepeated("type", at: member.lowerBound - 1) }
        type = (offset, try Self.text(&cursor))
      } else if cursor.string(member, is: "geometries") {
        isCollection = true
        draft.add(
          .collection, at: offset, "is a collection of geometries",
          cure: "give it one MultiPolygon, or take the polygons out of it with --mend",
          isMended: settings.mends)
        guard settings.mends, cursor.next == UInt8(ascii: "["), depth < 8 else {
          try cursor.skipValue()
          return
        }
        try cursor.eachItem { (cursor) throws(JSONCursor.Fault) in
          try readGeometry(&cursor, &draft, depth: depth + 1)
        }
      } else {
        try cursor.skipValue()
      }
    }
    if !isCollection {
      check(type, height, coordinates, start: start, since: mark, &draft, depth: depth)
    }
    if depth == 0, layer.mark.polygons == mark.polygons, draft.faults.allSatisfy(\.isMended) {
      draft.add(
        .emptyGeometry, at: start, "has an empty geometry", cure: "give it one, or take it out")
    }
  }

  /// Whether the coordinates are what the type says.
  private mutating func check(
    _ type: (offset: Int, text: String)?, _ height: Int?, _ coordinates: Int?, start: Int,
    since mark: BoundaryLayer.Mark, _ draft: inout Draft, depth: Int
  ) {
    guard let type else {
      draft.add(
        .unknownGeometry, at: start, "has a geometry without a type",
        cure: "write \"Polygon\" or \"MultiPolygon\"")
      return
    }
    let others = ["Point", "MultiPoint", "LineString", "MultiLineString"]
    guard type.text == "Polygon" || type.text == "MultiPolygon" else {
      removePoints(since: mark)
      if others.contains(type.text) {
        // Among the polygons of a collection, lines and points have no area.
        guard depth == 0 else { return }
        draft.add(
          .notPolygons, at: type.offset, "is a \"\(type.text)\", which has no area",
          cure: "take it out, or use the layer of the areas")
      } else {
        draft.add(
          .unknownGeometry, at: type.offset,
          "has a geometry of the unknown type \"\(Self.shortened(type.text))\"",
          cure: "write \"Polygon\" or \"MultiPolygon\"")
      }
      return
    }
    guard let coordinates else {
      draft.add(
        .noCoordinates, at: start, "has a \"\(type.text)\" without coordinates",
        cure: "give it coordinates, or take it out")
      return
    }
    guard let height, height != (type.text == "Polygon" ? 2 : 3) else { return }
    let isUsable = height == 2 || height == 3
    draft.add(
      .wrongNesting, at: coordinates,
      "is a \"\(type.text)\", and its coordinates are nested as those of "
        + (height == 2 ? "a Polygon" : height == 3 ? "a MultiPolygon" : "lines or points"),
      cure: isUsable ? "write the other type, or mend it with --mend" : "write a list of rings",
      isMended: isUsable && settings.mends)
  }

  /// Reads nested lists of positions; rings and polygons are ended as their lists are.
  ///
  /// - Returns: 0 for a position, 1 for a list of them, and so on; nil for an empty list.
  private mutating func readNested(
    _ cursor: inout JSONCursor, _ draft: inout Draft, depth: Int
  ) throws(JSONCursor.Fault) -> Int? {
    let start = cursor.offset
    guard depth < 5 else {
      try cursor.skipValue(depth: depth)
      draft.add(
        .wrongNesting, at: start, "has coordinates that are nested too deep",
        cure: "write a list of rings, each a list of positions")
      return nil
    }
    if Self.beginsPosition(cursor.afterNext) {
      try readPosition(&cursor, &draft)
      return 0
    }
    guard cursor.take(UInt8(ascii: "[")) else { throw cursor.fault("an array is missing") }
    if cursor.take(UInt8(ascii: "]")) { return nil }
    if cursor.next != UInt8(ascii: "["), cursor.next != UInt8(ascii: "{") {
      try readNumbers(&cursor, &draft, start: start)
      return 0
    }
    let mark = layer.mark
    var height: Int?
    var isMixed = false
    repeat {
      cursor.skipSpace()
      let itemStart = cursor.offset
      var item: Int?
      if cursor.next == UInt8(ascii: "[") {
        if Self.beginsPosition(cursor.afterNext) {
          try readPosition(&cursor, &draft)
          item = 0
        } else {
          item = try readNested(&cursor, &draft, depth: depth + 1)
        }
        if item == nil { isMixed = isMixed || height == 0 || height == 1 }
      } else {
        try cursor.skipValue()
        draft.add(
          .notANumber, at: itemStart, "has something else among its coordinates",
          cure: "write lists of numbers only")
      }
      if let item {
        isMixed = isMixed || (height ?? item) != item
        height = max(height ?? item, item)
      }
    } while cursor.take(UInt8(ascii: ","))
    guard cursor.take(UInt8(ascii: "]")) else { throw cursor.fault("a comma or ']' is missing") }
    if isMixed {
      draft.add(
        .wrongNesting, at: start, "has coordinates that are nested to different depths",
        cure: "write a list of rings, each a list of positions")
    }
    if height == 0 { endRing(start, since: mark, &draft) }
    if height == 1, layer.mark.rings > mark.rings { endPolygon(since: mark) }
    return height.map { $0 + 1 }
  }

  private static func beginsPosition(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  @inline(__always)
  private mutating func readPosition(
    _ cursor: inout JSONCursor, _ draft: inout Draft
  ) throws(JSONCursor.Fault) {
    let start = cursor.offset
    cursor.advance()
    try readNumbers(&cursor, &draft, start: start)
  }

  /// Reads a position after its bracket.
  @inline(__always)
  private mutating func readNumbers(
    _ cursor: inout JSONCursor, _ draft: inout Draft, start: Int
  ) throws(JSONCursor.Fault) {
    let x = try readNumber(&cursor, &draft)
    guard cursor.take(UInt8(ascii: ",")) else {
      guard cursor.take(UInt8(ascii: "]")) else { throw cursor.fault("a comma or ']' is missing") }
      draft.add(
        .shortPosition, at: start, "has a position of one number", cure: "give it two")
      return
    }
    let y = try readNumber(&cursor, &draft)
    while cursor.take(UInt8(ascii: ",")) {
      _ = try readNumber(&cursor, &draft)
      if firstHeight == nil { firstHeight = start }
    }
    guard cursor.take(UInt8(ascii: "]")) else { throw cursor.fault("a comma or ']' is missing") }
    layer.points.append(x)
    layer.points.append(y)
  }

  @inline(__always)
  private func readNumber(
    _ cursor: inout JSONCursor, _ draft: inout Draft
  ) throws(JSONCursor.Fault) -> Double {
    cursor.skipSpace()
    let byte = cursor.next
    if byte &- UInt8(ascii: "0") < 10
      || (byte == UInt8(ascii: "-") && cursor.afterNext &- UInt8(ascii: "0") < 10)
    {
      let start = cursor.offset
      let value = try cursor.number()
      if !value.isFinite { addNotFinite(at: start, &draft) }
      return value
    }
    return try readNoNumber(&cursor, &draft)
  }

  /// What stands where a number should.
  private func readNoNumber(
    _ cursor: inout JSONCursor, _ draft: inout Draft
  ) throws(JSONCursor.Fault) -> Double {
    let start = cursor.offset
    for word in ["NaN", "Infinity", "-Infinity", "-NaN"] as [StaticString]
    where cursor.takeWord(word) {
      addNotFinite(at: start, &draft)
      return 0
    }
    try cursor.skipValue()
    draft.add(
      .notANumber, at: start, "has a coordinate that is no number",
      cure: "write the number without quotes")
    return 0
  }

  private func addNotFinite(at offset: Int, _ draft: inout Draft) {
    draft.add(
      .notFinite, at: offset, "has a coordinate that is no finite number",
      cure: "give the point its place, or take it out")
  }

  private mutating func endPolygon(since mark: BoundaryLayer.Mark) {
    if isShellDropped {
      removePoints(since: mark)
      isShellDropped = false
    } else {
      layer.endPolygon()
    }
  }

  private mutating func endRing(
    _ offset: Int, since mark: BoundaryLayer.Mark, _ draft: inout Draft
  ) {
    var count = layer.mark.points - mark.points
    guard count > 0 else { return }
    let (first, last) = (2 * mark.points, layer.points.count - 2)
    if layer.points[first] != layer.points[last]
      || layer.points[first + 1] != layer.points[last + 1]
    {
      draft.add(
        .openRing, at: offset, "has a ring that does not end where it begins",
        cure: "repeat the first position at its end, or close it with --mend",
        isMended: settings.mends)
      layer.points += [layer.points[first], layer.points[first + 1]]
      count += 1
    }
    unwrap(since: mark, at: offset, &draft)
    let isFlat = count >= 4 && isFlat(since: mark)
    guard count >= 4, !isFlat else {
      draft.add(
        isFlat ? .flatRing : .shortRing, at: offset,
        isFlat
          ? "has a ring whose positions lie on one line, which has no area"
          : "has a ring of fewer than four positions, which has no area",
        cure: "take the ring out, or have it left out with --mend", isMended: settings.mends)
      // Without its shell a polygon has no area; a hole is just not cut out.
      if mark.rings == (layer.polygonEnds.last.map(Int.init) ?? 0) { isShellDropped = true }
      layer.remove(since: mark)
      return
    }
    layer.endRing()
    ringOffsets.append(offset)
  }

  /// Whether all positions lie on one line, as exactly as decimals can say so.
  ///
  /// - Complexity: O(points), and O(1) of most rings.
  private func isFlat(since mark: BoundaryLayer.Mark) -> Bool {
    layer.points.withUnsafeBufferPointer { points in
      let range = mark.points..<points.count / 2
      let (x, y) = (points[2 * range.lowerBound], points[2 * range.lowerBound + 1])
      func side(_ point: Int) -> (x: Double, y: Double) {
        (points[2 * point] - x, points[2 * point + 1] - y)
      }
      var line: (x: Double, y: Double)?
      for point in range {
        let to = side(point)
        guard to.x != 0 || to.y != 0 else { continue }
        guard let line else {
          line = to
          continue
        }
        let (one, other) = (line.x * to.y, line.y * to.x)
        if abs(one - other) > 1e-12 * (abs(one) + abs(other)) { return false }
      }
      return true
    }
  }

  /// Finds a ring that crosses the antimeridian; mended, it goes on beyond 180 degrees.
  private mutating func unwrap(
    since mark: BoundaryLayer.Mark, at offset: Int, _ draft: inout Draft
  ) {
    guard !settings.isPlanar else { return }
    let range = mark.points..<layer.points.count / 2
    let crosses = layer.points.withUnsafeBufferPointer { points in
      range.dropFirst().contains { abs(points[2 * $0] - points[2 * $0 - 2]) > 180 }
    }
    // Metres are told apart later, when the whole layer is there.
    guard crosses, range.allSatisfy({ abs(layer.points[2 * $0]) <= 180 }) else { return }
    draft.add(
      .antimeridian, at: offset, "crosses the antimeridian",
      cure: "cut it in two there, as the standard has it, or have it joined with --mend",
      isMended: settings.mends)
    guard settings.mends else { return }
    for point in range where layer.points[2 * point] < 0 { layer.points[2 * point] += 360 }
  }
}
