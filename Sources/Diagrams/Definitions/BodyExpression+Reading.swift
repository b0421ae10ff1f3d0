import GovernanceModel

extension BodyExpression {
  /// Why a text is no expression, and what to do about it.
  struct Fault: Error, Hashable {
    let summary: String
    let cure: String

    init(_ summary: String, _ cure: String) {
      self.summary = summary
      self.cure = cure
    }
  }

  /// Reads an expression.
  ///
  /// - Complexity: O(length · kinds) at worst, to suggest a name for an unknown one.
  init(_ text: String, in graph: GovernanceGraph) throws(Fault) {
    var parser = Parser(words: try Self.words(of: text)[...], graph: graph)
    guard !parser.words.isEmpty else {
      throw Fault("the expression is empty", "name a kind, or leave the setting out")
    }
    root = try parser.expression(depth: 0)
    if let word = parser.words.first {
      throw Fault(
        word.text == ")" && !word.isQuoted
          ? "a bracket is closed that was not opened"
          : "'\(word.text.shortened(to: 60))' stands where 'and' or 'or' is wanted",
        "write it as 'ccg and not (opened < 2015)'")
    }
    self.text = text
  }

  private struct Word {
    let text: String
    var isQuoted = false
  }

  private static func words(of text: String) throws(Fault) -> [Word] {
    var words: [Word] = []
    var current = ""
    func isOperator(_ character: Character) -> Bool { "=!<>~".contains(character) }
    func endWord() {
      if !current.isEmpty { words.append(Word(text: current)) }
      current = ""
    }
    var rest = text[...]
    while let character = rest.popFirst() {
      if character == "\"" || character == "'" && current.isEmpty {
        endWord()
        guard let end = rest.firstIndex(of: character) else {
          throw Fault("a quote is opened and not closed", "close it")
        }
        words.append(Word(text: String(rest[..<end]), isQuoted: true))
        rest = rest[rest.index(after: end)...]
      } else if character.isWhitespace {
        endWord()
      } else if character == "(" || character == ")" {
        endWord()
        words.append(Word(text: String(character)))
      } else if isOperator(character) {
        endWord()
        var symbol = String(character)
        if character != "=", character != "~", rest.first == "=" {
          symbol.append(rest.removeFirst())
        }
        words.append(Word(text: symbol))
      } else {
        current.append(character)
      }
    }
    endWord()
    return words
  }

  private struct Parser {
    var words: ArraySlice<Word>
    let graph: GovernanceGraph

    private mutating func take(_ word: String) -> Bool {
      guard let next = words.first, !next.isQuoted, next.text == word else { return false }
      words.removeFirst()
      return true
    }

    mutating func expression(depth: Int) throws(Fault) -> Node {
      var nodes = [try term(depth: depth)]
      while take("or") { nodes.append(try term(depth: depth)) }
      return nodes.count == 1 ? nodes[0] : .any(nodes)
    }

    private mutating func term(depth: Int) throws(Fault) -> Node {
      var nodes = [try factor(depth: depth)]
      while take("and") { nodes.append(try factor(depth: depth)) }
      return nodes.count == 1 ? nodes[0] : .all(nodes)
    }

    private mutating func factor(depth: Int) throws(Fault) -> Node {
      guard depth < BodyExpression.depthLimit else {
        throw Fault(
          "brackets and 'not' are nested more than \(BodyExpression.depthLimit) deep",
          "say it with fewer")
      }
      if take("not") { return .not(try factor(depth: depth + 1)) }
      if take("(") {
        let node = try expression(depth: depth + 1)
        guard take(")") else {
          throw words.isEmpty
            ? Fault("a bracket is opened and not closed", "close it")
            : Fault(
              "'\(words.first!.text.shortened(to: 60))' stands where 'and' or 'or' is wanted",
              "write it as 'ccg and not (opened < 2015)'")
        }
        return node
      }
      guard let word = words.popFirst(), word.isQuoted || !["and", "or", ")"].contains(word.text)
      else {
        throw Fault("a kind or a condition is missing", "write it as 'ccg and not (opened < 2015)'")
      }
      if let next = words.first, !next.isQuoted, let comparison = Operator(rawValue: next.text) {
        words.removeFirst()
        guard let value = words.popFirst() else {
          throw Fault("nothing follows '\(comparison.rawValue)'", "write a value after it")
        }
        try check(field: word.text)
        return .condition(field: word.text, comparison, value: value.text)
      }
      guard let kind = graph.bodyKinds.index(of: word.text) else {
        let near = Suggestion.nearest(to: word.text, in: graph.bodyKinds.kinds.map(\.id).sorted())
        throw Fault(
          "'\(word.text.shortened(to: 60))' is no kind of bodies",
          near.map { "did you mean '\($0)'?" } ?? "remit info lists the kinds")
      }
      return .kind(kind)
    }

    private func check(field: String) throws(Fault) {
      let fields =
        BodyExpression.fields + graph.bodies.codes.names.map { "code_" + $0 }
        + graph.bodies.attributes.names
      guard !fields.contains(field) else { return }
      let near = Suggestion.nearest(to: field, in: fields)
      throw Fault(
        "'\(field.shortened(to: 60))' is no field of bodies",
        near.map { "did you mean '\($0)'?" } ?? "the fields are \(fields.joined(separator: ", "))")
    }
  }
}
