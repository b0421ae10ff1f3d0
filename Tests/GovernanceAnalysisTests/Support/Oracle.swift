/// Answers found the slow way, from the rows of a register as they are written: nothing here is
/// shared with the code under test, not even how dates are compared.
struct Oracle {
  let ids: [String]
  let isOpen: [Bool]
  /// For each body, the bodies it is accountable to.
  let principals: [Set<Int>]
  /// `reach[a]` holds every body that can be reached from `a` in one step or more, so that a body
  /// in a cycle reaches itself.
  let reach: [Set<Int>]
  private let numbers: [String: Int]

  /// - Parameters:
  ///   - day: when lines and bodies must hold, `yyyy-mm-dd`; nil for regardless of dates.
  ///   - bases: the bases that are followed.
  init(_ register: RandomRegister, on day: String?, bases: Set<String>) {
    func holds(_ start: String, _ end: String) -> Bool {
      guard let day else { return true }
      return (start.isEmpty || Self.firstDay(start) <= day)
        && (end.isEmpty || day < Self.endDay(end))
    }
    ids = register.bodies.map(\.id)
    let numbers = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    self.numbers = numbers
    let isOpen = register.bodies.map { holds($0.opened, $0.closed) }
    self.isOpen = isOpen
    var principals = [Set<Int>](repeating: [], count: ids.count)
    for line in register.lines where line.kind == "accountable-to" || line.kind == "manages" {
      let from = numbers[line.from]!
      let to = numbers[line.to]!
      let words = Set(line.basis.split(separator: " ").map(String.init))
      guard holds(line.start, line.end), isOpen[from], isOpen[to] else { continue }
      guard words.isEmpty || !words.isDisjoint(with: bases) else { continue }
      principals[from].insert(to)
    }
    self.principals = principals
    // Warshall's closure: a route may pass one more body at a time.
    var reach = principals
    for middle in ids.indices {
      for start in ids.indices where reach[start].contains(middle) {
        reach[start].formUnion(reach[middle])
      }
    }
    self.reach = reach
  }

  /// The first day of a date that may be known only to the month or year.
  static func firstDay(_ date: String) -> String {
    switch date.count {
    case 4: date + "-01-01"
    case 7: date + "-01"
    default: date
    }
  }

  /// The first day after a month or a year; a day itself.
  static func endDay(_ date: String) -> String {
    if date.count == 10 { return date }
    let year = Int(date.prefix(4))!
    if date.count == 4 || date.hasSuffix("-12") { return "\(year + 1)-01-01" }
    let month = Int(date.suffix(2))! + 1
    return "\(year)-\(month < 10 ? "0" : "")\(month)-01"
  }

  // MARK: Answers by id

  func names(_ bodies: some Sequence<Int>) -> [String] { bodies.map { ids[$0] }.sorted() }

  func superiors(of id: String) -> [String] {
    let body = numbers[id]!
    return names(reach[body].subtracting([body]))
  }

  func subordinates(of id: String) -> [String] {
    let body = numbers[id]!
    return names(ids.indices.filter { $0 != body && reach[$0].contains(body) })
  }

  var tops: Set<Int> { Set(ids.indices.filter { isOpen[$0] && principals[$0].isEmpty }) }

  /// For each body the length of the shortest route to a top: relaxed until nothing changes.
  var layers: [Int?] {
    var layers: [Int?] = ids.indices.map { tops.contains($0) ? 0 : nil }
    var isChanged = true
    while isChanged {
      isChanged = false
      for body in ids.indices {
        for principal in principals[body] {
          guard let above = layers[principal], above + 1 < layers[body] ?? .max else { continue }
          layers[body] = above + 1
          isChanged = true
        }
      }
    }
    return layers
  }

  func spanLines() -> [String] {
    let layers = layers
    return ids.indices.filter { isOpen[$0] }.map { body in
      let direct = principals.count { $0.contains(body) }
      let total = ids.indices.count { $0 != body && reach[$0].contains(body) }
      return "\(ids[body]) \(direct) \(total) \(layers[body].map(String.init) ?? "-")"
    }.sorted()
  }

  /// Groups of bodies that reach each other.
  var cycles: [[String]] {
    Set(
      ids.indices.filter { reach[$0].contains($0) }.map { body in
        names(ids.indices.filter { reach[body].contains($0) && reach[$0].contains(body) })
      }
    ).sorted { $0[0] < $1[0] }
  }

  func commonPrincipals(of bodies: [String]) -> [String] {
    let common = ids.indices.filter { candidate in
      bodies.allSatisfy { superiors(of: $0).contains(ids[candidate]) }
    }
    return names(
      common.filter { candidate in
        !common.contains { reach[$0].contains(candidate) && !reach[candidate].contains($0) }
      })
  }

  // MARK: Routes, for tiny registers only

  /// Every route that visits no body twice, from a body to those wanted.
  func simpleRoutes(from id: String, to isEnd: (Int) -> Bool) -> Set<[String]> {
    var found: Set<[String]> = []
    func extend(_ route: [Int]) {
      if isEnd(route.last!) { found.insert(route.map { ids[$0] }) }
      for next in principals[route.last!] where !route.contains(next) { extend(route + [next]) }
    }
    extend([numbers[id]!])
    return found
  }

  func routesToTop(from id: String) -> Set<[String]> {
    let tops = tops
    return simpleRoutes(from: id) { tops.contains($0) }
  }

  func shortestRoutes(from id: String, to superior: String) -> Set<[String]> {
    let end = numbers[superior]!
    let routes = simpleRoutes(from: id) { $0 == end }.filter { $0.count > 1 }
    let shortest = routes.map(\.count).min()
    return routes.filter { $0.count == shortest }
  }

  // MARK: Dominators, by taking one body away at a time

  /// `id immediate` for every body that is reached downwards from a root, or from all tops.
  func chokepointLines(root: String?) -> [String] {
    let roots = root.map { [numbers[$0]!] } ?? Array(tops)
    let reached = below(roots, without: nil)
    // dominators[x]: every body but x whose loss cuts x off. The root itself dominates all.
    var dominators = [Int: Set<Int>]()
    for body in reached { dominators[body] = [] }
    for lost in reached {
      let left = below(roots, without: lost)
      for body in reached where body != lost && !left.contains(body) {
        dominators[body]!.insert(lost)
      }
    }
    return reached.filter { root == nil || $0 != roots[0] }.map { body in
      // The nearest is the one that all others dominate.
      let nearest = dominators[body]!.max { dominators[$0]!.count < dominators[$1]!.count }
      return "\(ids[body]) \(nearest.map { ids[$0] } ?? "-")"
    }.sorted()
  }

  private func below(_ roots: [Int], without lost: Int?) -> Set<Int> {
    var reached = Set(roots).subtracting(lost.map { [$0] } ?? [])
    var isChanged = true
    while isChanged {
      let next = ids.indices.filter { body in
        body != lost && !reached.contains(body) && !principals[body].isDisjoint(with: reached)
      }
      reached.formUnion(next)
      isChanged = !next.isEmpty
    }
    return reached
  }
}
