import GovernanceModel

extension AnswerContext {
  /// Elements by the ids of their bodies, which stand in that order already in most registers.
  ///
  /// - Complexity: O(n) where they do, else O(n log n), mostly on the first eight bytes of the ids.
  func byID<Element>(_ elements: [Element], _ body: (Element) -> BodyIndex) -> [Element] {
    let ids = elements.map { graph.bodies.id[body($0).position] }
    let keys = ids.map { key(of: $0) }
    func precedes(_ left: Int, _ right: Int) -> Bool {
      if keys[left] != keys[right] { return keys[left] < keys[right] }
      return graph.text.withBytes(of: ids[left]) { left in
        graph.text.withBytes(of: ids[right]) { left.lexicographicallyPrecedes($0) }
      }
    }
    if elements.indices.dropFirst().allSatisfy({ !precedes($0, $0 - 1) }) { return elements }
    return elements.indices.sorted(by: precedes).map { elements[$0] }
  }

  /// The first eight bytes of a body's id as a number that sorts as they do.
  func key(of body: BodyIndex) -> UInt64 { key(of: graph.bodies.id[body.position]) }

  /// The first eight bytes of a text as a number that sorts as they do.
  private func key(of text: TextIndex) -> UInt64 {
    var key: UInt64 = 0
    graph.text.withBytes(of: text) { bytes in
      for index in 0..<8 { key = key << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0) }
    }
    return key
  }

  /// Writes the id of a body as a cell, without a string of its own.
  func writeID(_ body: BodyIndex, to text: inout CSVRowText) {
    graph.text.withBytes(of: graph.bodies.id[body.position]) { text.cell($0) }
  }

  /// Writes the id of a body as text in JSON.
  func writeID(_ body: BodyIndex, to text: inout JSONText) {
    graph.text.withBytes(of: graph.bodies.id[body.position]) { text.text($0) }
  }
}
