import GovernanceModel

/// Which bodies are meant, said with kinds and conditions, `and`, `or`, `not` and brackets:
///
///     nhs-provider and not foundation-trust
///     council and region = "East of England"
///     ccg and (opened >= 2015 or name ~ "Cambridgeshire")
///
/// A kind stands for itself and every narrower one. A condition compares a field with a value:
///
///     expression = term { "or" term }
///     term       = factor { "and" factor }
///     factor     = "not" factor | "(" expression ")" | condition | kind
///     condition  = field ( "=" | "!=" | "~" | "<" | "<=" | ">" | ">=" ) value
///
/// Fields are `id`, `name`, `legal_form`, `opened`, `closed`, `grade`, `code_SCHEME`, and every
/// column that the graph names itself. `~` is "contains", whatever the case; a body that has nothing
/// in a field meets no condition on it but `!=`. Values with spaces stand in quotes.
public struct BodyExpression: Hashable, Sendable {
  indirect enum Node: Hashable, Sendable {
    case kind(KindIndex)
    case condition(field: String, Operator, value: String)
    case not(Node)
    case all([Node])
    case any([Node])
  }

  enum Operator: String, Hashable, Sendable, CaseIterable {
    case notEqual = "!="
    case atMost = "<="
    case atLeast = ">="
    case equal = "="
    case contains = "~"
    case below = "<"
    case above = ">"
  }

  /// As it was written.
  public let text: String
  let root: Node

  static let depthLimit = 32

  /// Whether a body is meant at a moment. Complexity: O(conditions · columns of the body).
  func matches(_ body: BodyIndex, in graph: GovernanceGraph, at moment: Moment) -> Bool {
    func holds(_ node: Node) -> Bool {
      switch node {
      case .kind(let kind): graph.bodyKinds.kind(graph.kind(of: body, at: moment), isA: kind)
      case .not(let node): !holds(node)
      case .all(let nodes): nodes.allSatisfy(holds)
      case .any(let nodes): nodes.contains(where: holds)
      case .condition(let field, let comparison, let value):
        comparison.holds(for: Self.values(of: field, body, graph, moment), value, field)
      }
    }
    return holds(root)
  }

  /// Whether bodies of a kind that the graph does not list may be meant: conditions count as met.
  func matches(kind: KindIndex, in kinds: KindHierarchy) -> Bool {
    func holds(_ node: Node) -> Bool {
      switch node {
      case .kind(let other): kinds.kind(kind, isA: other)
      case .not(.condition), .condition: true
      case .not(let node): !holds(node)
      case .all(let nodes): nodes.allSatisfy(holds)
      case .any(let nodes): nodes.contains(where: holds)
      }
    }
    return holds(root)
  }

  /// The fields that every graph has.
  static let fields = ["id", "name", "legal_form", "opened", "closed", "grade"]

  static func values(
    of field: String, _ body: BodyIndex, _ graph: GovernanceGraph, _ moment: Moment
  ) -> [String] {
    switch field {
    case "id": return [graph.id(of: body)]
    case "name": return [graph.name(of: body, at: moment)]
    case "legal_form": return [graph.legalForm(of: body, at: moment)?.rawValue].compactMap { $0 }
    case "opened": return [graph.life(of: body).start?.description].compactMap { $0 }
    case "closed": return [graph.life(of: body).end?.description].compactMap { $0 }
    case "grade": return [graph.evidence(of: body).grade?.word].compactMap { $0 }
    case let code where code.hasPrefix("code_"):
      return graph.codes(of: body, at: moment).filter { "code_" + $0.scheme == code }.map(\.code)
    default:
      return graph.attributes(of: body).filter { $0.name == field }.map(\.value)
    }
  }
}

extension BodyExpression.Operator {
  /// Whether any of a body's values stands so to the value of a condition.
  func holds(for values: [String], _ value: String, _ field: String) -> Bool {
    switch self {
    case .notEqual: !values.contains(value)
    case .equal: values.contains(value)
    case .contains: values.contains { $0.lowercased().contains(value.lowercased()) }
    case .below: values.contains { Self.order($0, value) ?? 0 < 0 }
    case .atMost: values.contains { Self.order($0, value).map { $0 <= 0 } ?? false }
    case .above: values.contains { Self.order($0, value) ?? 0 > 0 }
    case .atLeast: values.contains { Self.order($0, value).map { $0 >= 0 } ?? false }
    }
  }

  /// -1, 0 or 1 as the left stands before, beside or after the right: as dates by their first days,
  /// as numbers, else as text; nil where only one of them is a date or a number.
  private static func order(_ left: String, _ right: String) -> Int? {
    func sign<Value: Comparable>(_ left: Value, _ right: Value) -> Int {
      left < right ? -1 : left > right ? 1 : 0
    }
    if let left = PartialDate(left), let right = PartialDate(right) {
      return sign(left.firstDay, right.firstDay)
    }
    switch (Double(left), Double(right)) {
    case (let left?, let right?): return sign(left, right)
    case (nil, nil): return PartialDate(right) == nil ? sign(left, right) : nil
    default: return nil
    }
  }
}
