/// Which kinds are meant, said with `and`, `or`, `not` and brackets over the ids of kinds:
///
///     acute-trust and not foundation-trust
///     mental-health-trust or community-trust
///     (ccg or nhs-provider) and not acute-trust
///
/// A kind that is named stands for itself and every narrower one, as in a ``KindHierarchy``. `not`
/// binds closest, then `and`, then `or`:
///
///     expression = term { "or" term }
///     term       = factor { "and" factor }
///     factor     = "not" factor | "(" expression ")" | kind
///
/// Words are separated by spaces; a bracket stands by itself with or without them. The three words
/// are written small, and no kind of those names can be meant. Brackets and `not` may be nested
/// ``depthLimit`` deep.
public struct KindExpression: Hashable, Sendable {
  indirect enum Node: Hashable, Sendable {
    case kind(KindIndex)
    case not(Node)
    case all([Node])
    case any([Node])
  }

  /// The expression as it was written.
  public let text: String
  let root: Node

  /// How deep brackets and `not` may be nested.
  public static let depthLimit = 32

  /// The kinds that it names, each once, in the order of their numbers.
  public var kinds: [KindIndex] {
    func kinds(in node: Node) -> Set<KindIndex> {
      switch node {
      case .kind(let kind): [kind]
      case .not(let node): kinds(in: node)
      case .all(let nodes), .any(let nodes):
        nodes.reduce(into: []) { $0.formUnion(kinds(in: $1)) }
      }
    }
    return kinds(in: root).sorted()
  }

  /// Whether a body of a kind, and of no narrower one, is meant. Complexity: O(words).
  public func matches(_ kind: KindIndex, in kinds: KindHierarchy) -> Bool {
    func holds(_ node: Node) -> Bool {
      switch node {
      case .kind(let other): kinds.kind(kind, isA: other)
      case .not(let node): !holds(node)
      case .all(let nodes): nodes.allSatisfy(holds)
      case .any(let nodes): nodes.contains(where: holds)
      }
    }
    return holds(root)
  }
}

extension KindExpression {
  /// Why a text is no expression.
  enum Fault: Error, Hashable {
    /// It names no kind at all.
    case empty
    /// A kind, `not` or an opening bracket was wanted; nil at the end of the text.
    case kindWanted(before: String?)
    /// `and` or `or` was wanted between two kinds.
    case operatorWanted(before: String)
    case unopenedBracket
    case unclosedBracket
    case unknownKind(String)
    case tooDeep
  }

  /// Reads an expression.
  ///
  /// - Parameter kind: the kind with an id; nil for an id that no row may use.
  init(_ text: String, kind: (String) -> KindIndex?) throws(Fault) {
    var parser = Parser(words: Word.words(of: text, kind: kind)[...])
    guard !parser.words.isEmpty else { throw .empty }
    root = try parser.expression(depth: 0)
    if let word = parser.words.first {
      throw word.text == ")" ? .unopenedBracket : .operatorWanted(before: word.text)
    }
    self.text = text
  }

  /// One that names a single kind.
  init(_ kind: KindIndex, id: String) {
    root = .kind(kind)
    text = id
  }

  /// A word or bracket of an expression, with the kind that it names.
  private struct Word {
    let text: String
    var kind: KindIndex?

    static func words(of text: String, kind: (String) -> KindIndex?) -> [Word] {
      var words: [Word] = []
      for word in text.split(whereSeparator: { $0.isWhitespace }).map(String.init) {
        // A kind may have brackets in its id.
        if let known = kind(word) {
          words.append(Word(text: word, kind: known))
          continue
        }
        var part = ""
        func endPart() {
          if !part.isEmpty { words.append(Word(text: part, kind: kind(part))) }
          part = ""
        }
        for character in word {
          guard character == "(" || character == ")" else {
            part.append(character)
            continue
          }
          endPart()
          words.append(Word(text: String(character)))
        }
        endPart()
      }
      return words
    }
  }

  private struct Parser {
    var words: ArraySlice<Word>

    mutating func expression(depth: Int) throws(Fault) -> Node {
      var nodes = [try term(depth: depth)]
      while words.first?.text == "or" {
        words.removeFirst()
        nodes.append(try term(depth: depth))
      }
      return nodes.count == 1 ? nodes[0] : .any(nodes)
    }

    private mutating func term(depth: Int) throws(Fault) -> Node {
      var nodes = [try factor(depth: depth)]
      while words.first?.text == "and" {
        words.removeFirst()
        nodes.append(try factor(depth: depth))
      }
      return nodes.count == 1 ? nodes[0] : .all(nodes)
    }

    private mutating func factor(depth: Int) throws(Fault) -> Node {
      guard depth < KindExpression.depthLimit else { throw .tooDeep }
      guard let word = words.popFirst() else { throw .kindWanted(before: nil) }
      switch word.text {
      case "not":
        return .not(try factor(depth: depth + 1))
      case "(":
        let node = try expression(depth: depth + 1)
        guard let next = words.popFirst() else { throw .unclosedBracket }
        guard next.text == ")" else { throw .operatorWanted(before: next.text) }
        return node
      case "and", "or", ")":
        throw .kindWanted(before: word.text)
      default:
        guard let kind = word.kind else { throw .unknownKind(word.text) }
        return .kind(kind)
      }
    }
  }
}
