extension KindExpression.Fault {
  /// What is wrong, and what to do about it.
  var wording: (summary: String, cure: String) {
    let example = "such as 'acute-trust and not foundation-trust'"
    switch self {
    case .empty:
      return ("the expression names no kind", "name one, \(example)")
    case .kindWanted(let word):
      return (
        word.map { "'\($0)' stands where a kind is wanted" }
          ?? "the expression ends where a kind is wanted",
        "write a kind, 'not' or an opening bracket there, \(example)"
      )
    case .operatorWanted(let word):
      return (
        "'\(word)' stands where 'and' or 'or' is wanted",
        "put 'and' or 'or' between two kinds, \(example)"
      )
    case .unopenedBracket:
      return (
        "a bracket is closed that was not opened",
        "remove it, or open it before the kinds that it is to hold together"
      )
    case .unclosedBracket:
      return (
        "a bracket is not closed", "close it after the kinds that it is to hold together"
      )
    case .tooDeep:
      return (
        "the expression is nested more than \(KindExpression.depthLimit) deep",
        "write it with fewer brackets, or declare a broader kind and name that"
      )
    case .unknownKind(let id):
      return ("no kind has the id '\(id)'", "declare it in the table of kinds, or name a body")
    }
  }
}
