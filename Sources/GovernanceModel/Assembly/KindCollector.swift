/// Gathers the kinds that a graph declares and uses, before their hierarchy is known.
struct KindCollector: Sendable {
  struct Entry: Sendable {
    var id: String
    var name: String?
    var plural: String?
    var broader: [String] = []
    var ownedBy: String?
    var tier: Int?
    var definition: String?
    var source: String?
    var isDeclared = false
    var attributes: [Attribute] = []
    var place: SourcePosition?
    var broaderPlace: SourcePosition?
    var ownerPlace: SourcePosition?
  }

  private(set) var entries: [Entry] = []
  private var byID: [String: Int] = [:]
  /// The same ids as bytes, to find the kind of a row without making a string of it.
  private var identifiers = IdentifierTable()
  private var text = TextPool()
  private var texts: [TextIndex] = []
  private var known: [Bool] = []
  /// Whether the graph has a table of kinds, so that every kind used must stand in it.
  var areDeclared = false

  /// The kinds that every graph knows without declaring them.
  private let standard: Set<String>

  init(standard: [String]) {
    self.standard = Set(standard)
    for id in standard { _ = add(Entry(id: id)) }
  }

  /// How many kinds can be numbered.
  static let limit = Int(UInt16.max) + 1

  /// Adds a kind and returns its position; past the limit it is not kept, and the position is none
  /// that a ``KindIndex`` can hold.
  private mutating func add(_ entry: Entry) -> Int {
    guard entries.count < Self.limit else { return Self.limit }
    byID[entry.id] = entries.count
    entry.id.withBytes { bytes in
      identifiers.insert(bytes, as: UInt32(truncatingIfNeeded: entries.count))
      texts.append(text.append(bytes))
    }
    known.append(entry.isDeclared || standard.contains(entry.id))
    entries.append(entry)
    return entries.count - 1
  }

  func position(of id: String) -> Int? { byID[id] }

  func isKnown(_ position: Int) -> Bool { known[position] }

  /// The ids that a row may use, to suggest one from.
  var knownIDs: [String] { entries.indices.filter { isKnown($0) }.map { entries[$0].id } }

  /// The position of a kind, noted as used when it is new.
  mutating func position(ofUsed id: ByteText) -> Int {
    identifiers.find(id, in: text, texts: texts).map { Int($0) } ?? add(Entry(id: id.string))
  }

  /// The position of a kind that a row may use as it is; nil for one that is new or may not be used.
  @inline(__always)
  func usablePosition(of id: ByteText, mustBeDeclared: Bool) -> UInt16? {
    guard let position = identifiers.find(id, in: text, texts: texts),
      !mustBeDeclared || known[Int(position)]
    else { return nil }
    return UInt16(truncatingIfNeeded: position)
  }

  /// Whether one more kind can be declared.
  func hasRoom(for id: String) -> Bool { entries.count < Self.limit || byID[id] != nil }

  /// Notes a declaration; false when the kind was declared before.
  mutating func declare(_ entry: Entry) -> Bool {
    guard let position = byID[entry.id] else {
      _ = add(entry)
      return true
    }
    guard !entries[position].isDeclared else { return false }
    entries[position] = entry
    known[position] = true
    return true
  }

  /// The hierarchy, with every cycle of broader kinds reported and cut.
  func hierarchy(diagnostics: inout DiagnosticList) -> KindHierarchy {
    var broader = entries.map { entry in entry.broader.compactMap { byID[$0] } }
    report(unknownIn: entries, &diagnostics)
    for cycle in cycles(of: broader) {
      let entry = entries[cycle[0]]
      let path = (cycle + [cycle[0]]).map { "'\(entries[$0].id)'" }.joined(separator: " under ")
      diagnostics.append(
        Diagnostic(
          id: "kind-cycle", position: entry.place ?? SourcePosition(path: "kinds"),
          summary: "kinds form a cycle: \(path)", cure: "remove one of these broader kinds"))
      for position in cycle { broader[position].removeAll { cycle.contains($0) } }
    }
    return KindHierarchy(
      entries.indices.map { position in
        let entry = entries[position]
        return KindHierarchy.Kind(
          id: entry.id, name: entry.name ?? entry.id,
          plural: entry.plural ?? entry.name ?? entry.id,
          broader: broader[position].map { KindIndex($0) },
          ownedBy: entry.ownedBy.flatMap { byID[$0] }.map { KindIndex($0) }, tier: entry.tier,
          definition: entry.definition, source: entry.source, isDeclared: entry.isDeclared,
          attributes: entry.attributes)
      })
  }

  private func report(unknownIn entries: [Entry], _ diagnostics: inout DiagnosticList) {
    for entry in entries where entry.isDeclared {
      let named =
        entry.broader.map { ($0, entry.broaderPlace) }
        + (entry.ownedBy.map { [($0, entry.ownerPlace)] } ?? [])
      for (id, place) in named
      where !standard.contains(id) && byID[id].map({ !entries[$0].isDeclared }) ?? true {
        diagnostics.append(
          Diagnostic(
            id: "unknown-kind", position: place ?? SourcePosition(path: "kinds"),
            summary: "the kind '\(entry.id)' names '\(id)', which is not declared",
            cure: Suggestion.nearest(to: id, in: entries.filter(\.isDeclared).map(\.id))
              .map { "did you mean '\($0)'?" } ?? "declare it in the table of kinds"))
      }
    }
  }

  /// The groups of kinds that are broader than each other, smallest position first.
  private func cycles(of broader: [[Int]]) -> [[Int]] {
    var found: [[Int]] = []
    var state = [UInt8](repeating: 0, count: broader.count)  // 1: on the path, 2: done
    for start in broader.indices where state[start] == 0 {
      var path: [(kind: Int, next: Int)] = [(start, 0)]
      state[start] = 1
      while let (kind, next) = path.last {
        guard next < broader[kind].count else {
          state[kind] = 2
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let other = broader[kind][next]
        if state[other] == 1, let first = path.firstIndex(where: { $0.kind == other }) {
          found.append(path[first...].map(\.kind))
        } else if state[other] == 0 {
          state[other] = 1
          path.append((other, 0))
        }
      }
    }
    return found
  }
}
