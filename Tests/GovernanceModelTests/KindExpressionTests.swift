import Testing

@testable import GovernanceModel

/// Expressions over kinds, against truth tables and a second reader of the same grammar.
struct KindExpressionTests {
  ///     acute-foundation-trust ──▶ acute-trust ──────┐
  ///              └───────────────▶ foundation-trust ─┴▶ provider ──▶ nhs-body ◀── ccg
  private static let kinds: KindHierarchy = {
    let (graph, _) = GovernanceGraph.reading(
      tables([
        .kinds: """
        id,broader
        acute-foundation-trust,acute-trust foundation-trust
        acute-trust,provider
        foundation-trust,provider
        provider,nhs-body
        nhs-body,
        ccg,nhs-body
        council,
        f(x),council
        """
      ]))
    return graph.bodyKinds
  }()

  private static func read(_ text: String) -> Result<KindExpression, KindExpression.Fault> {
    do throws(KindExpression.Fault) {
      return .success(try KindExpression(text) { kinds.index(of: $0) })
    } catch {
      return .failure(error)
    }
  }

  /// The ids of the kinds that an expression means.
  private static func meant(_ text: String) throws -> [String] {
    let expression = try read(text).get()
    return kinds.kinds.indices.map { KindIndex($0) }
      .filter { expression.matches($0, in: kinds) && kinds[$0].id != "post" }.map { kinds[$0].id }
  }

  @Test(arguments: [
    ("ccg", ["ccg"]), ("acute-trust", ["acute-foundation-trust", "acute-trust"]),
    ("acute-trust and not foundation-trust", ["acute-trust"]),
    ("acute-trust and foundation-trust", ["acute-foundation-trust"]),
    ("ccg or council", ["ccg", "council", "f(x)"]),
    ("nhs-body and not provider or council and not f(x)", ["nhs-body", "ccg", "council"]),
    ("nhs-body and not (provider or ccg)", ["nhs-body"]),
    ("not not ccg", ["ccg"]), ("((ccg))", ["ccg"]), ("( f(x) )", ["f(x)"]),
    ("not(nhs-body)and not f(x)", ["council"]), (" ccg\t or  f(x) ", ["ccg", "f(x)"]),
    ("ccg and council", []),
  ])
  func meansTheKindsThatSatisfyIt(text: String, ids: [String]) throws {
    #expect(try Self.meant(text) == ids)
  }

  @Test(arguments: [
    ("", KindExpression.Fault.empty), ("  ", .empty), ("ccg and", .kindWanted(before: nil)),
    ("and ccg", .kindWanted(before: "and")), ("()", .kindWanted(before: ")")),
    ("ccg council", .operatorWanted(before: "council")), ("(ccg", .unclosedBracket),
    ("ccg)", .unopenedBracket), ("ccg or pct", .unknownKind("pct")), ("AND", .unknownKind("AND")),
    ("(ccg not council)", .operatorWanted(before: "not")),
  ])
  func refusesWhatIsNoExpression(text: String, fault: KindExpression.Fault) {
    #expect(Self.read(text) == .failure(fault))
  }

  @Test(arguments: [
    (KindExpression.depthLimit - 1, true), (KindExpression.depthLimit, false), (100_000, false),
  ])
  func isNestedAsDeepAsItSaysAndNoDeeper(depth: Int, isRead: Bool) {
    let brackets = [String](repeating: "(", count: depth).joined()
    let closing = [String](repeating: ")", count: depth).joined()
    let not = [String](repeating: "not ", count: depth).joined()
    for text in [brackets + "ccg" + closing, not + "ccg"] {
      if isRead {
        #expect(throws: Never.self) { try Self.read(text).get() }
      } else {
        #expect(Self.read(text) == .failure(.tooDeep))
      }
    }
  }

  @Test func isAsLongAsItNeedsToBe() throws {
    let long = [String](repeating: "ccg", count: 10_000).joined(separator: " or ")
    #expect(try Self.meant(long) == ["ccg"])
  }

  @Test func namesItsKindsOnce() throws {
    let expression = try Self.read("ccg or council and not ccg or not (ccg)").get()
    #expect(expression.kinds.map { Self.kinds[$0].id } == ["ccg", "council"])
    #expect(expression.text == "ccg or council and not ccg or not (ccg)")
  }

  // MARK: Brute force

  /// An expression made at random, with what it means by set algebra.
  private struct Drawn {
    var text: String
    var members: Set<Int>
    /// 0: or, 1: and, 2: not, 3: a kind or brackets.
    var binding: Int
  }

  /// The narrower kinds of each kind, by walking the table of broader ones: independent of what
  /// the hierarchy keeps.
  private static let narrower: [Set<Int>] = {
    let all = kinds.kinds
    return all.indices.map { top in
      Set(
        all.indices.filter { start in
          var waiting = [start]
          while let kind = waiting.popLast() {
            if kind == top { return true }
            waiting += all[kind].broader.map(\.position)
          }
          return false
        })
    }
  }()

  private static func draw(_ depth: Int, _ generator: inout SeededGenerator) -> Drawn {
    let everyone = Set(kinds.kinds.indices)
    func inBrackets(_ part: Drawn, under binding: Int, _ generator: inout SeededGenerator) -> String
    {
      part.binding < binding || Int.random(in: 0..<4, using: &generator) == 0
        ? "( " + part.text + " )" : part.text
    }
    switch depth == 0 ? 3 : Int.random(in: 0..<4, using: &generator) {
    case 0, 1:
      let isOr = Bool.random(using: &generator)
      let left = draw(depth - 1, &generator)
      let right = draw(depth - 1, &generator)
      let binding = isOr ? 0 : 1
      let text =
        inBrackets(left, under: binding, &generator) + (isOr ? " or " : " and ")
        + inBrackets(right, under: binding, &generator)
      let members =
        isOr ? left.members.union(right.members) : left.members.intersection(right.members)
      return Drawn(text: text, members: members, binding: binding)
    case 2:
      let part = draw(depth - 1, &generator)
      return Drawn(
        text: "not " + inBrackets(part, under: 2, &generator),
        members: everyone.subtracting(part.members), binding: 2)
    default:
      let kind = Int.random(in: kinds.kinds.indices, using: &generator)
      return Drawn(text: kinds.kinds[kind].id, members: narrower[kind], binding: 3)
    }
  }

  @Test(arguments: 0..<200)
  func agreesWithSetAlgebra(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let drawn = Self.draw(Int.random(in: 0...5, using: &generator), &generator)
      let expression = try Self.read(drawn.text).get()
      let meant = Self.kinds.kinds.indices.filter {
        expression.matches(KindIndex($0), in: Self.kinds)
      }
      #expect(Set(meant) == drawn.members, "\(drawn.text)")
    }
  }
}
