import GovernanceAnalysis
import GovernanceModel

extension AnswerContext {
  /// Which lines an answer followed.
  func followedLine(_ network: AccountabilityNetwork) -> String {
    let words = network.basis.words
    let list =
      words.count > 1
      ? words.dropLast().joined(separator: ", ") + " and " + words.last! : words.first ?? "no"
    return "Followed: \(list) lines of accountability, and those whose basis is not recorded."
  }
}

/// A list of bodies as a table.
enum BodyTable {
  static func table(_ bodies: [BodyIndex], _ context: AnswerContext) -> ReportTable {
    ReportTable(
      [.text("name"), .text("id"), .text("kind")],
      rows: bodies.map { [context.name($0), context.id($0), context.kindName($0)] })
  }
}

/// Routes as lines of names with arrows between.
enum RouteSection {
  static func section(_ heading: String, routes: Routes, none: String, _ context: AnswerContext)
    -> Report.Section
  {
    if routes.routes.count == 1, routes.routes[0].count == 1 {
      return Report.Section(
        heading, lines: ["it has no principal itself, on the bases followed: it stands at a top"])
    }
    var lines = routes.routes.map { $0.map(context.name).joined(separator: " → ") }
    if routes.isCutShort {
      lines.append("and more: only the first \(routes.routes.count) are listed")
    }
    return Report.Section(
      "\(heading) (\(routes.routes.count)\(routes.isCutShort ? " listed" : ""))",
      lines: lines.isEmpty ? [none] : lines)
  }
}

/// The statements about a body's kind that do not say which bodies they are about.
struct UnstatedLines {
  private let profile: OrganisationProfile
  private let context: AnswerContext

  init(of body: BodyIndex, _ context: AnswerContext) {
    self.init(OrganisationProfile(of: body, in: context.graph, at: context.moment), context)
  }

  init(_ profile: OrganisationProfile, _ context: AnswerContext) {
    self.profile = profile
    self.context = context
  }

  /// One sentence for each in which the body may stand on the left, marked "which ones is not
  /// recorded".
  func sentences(from kind: RelationshipKind) -> [String] { sentences(kind, side: \.from) }

  /// One sentence for each in which the body may stand on the right.
  func sentences(to kind: RelationshipKind) -> [String] { sentences(kind, side: \.to) }

  private func sentences(_ kind: RelationshipKind, side: KeyPath<Statement, Party>) -> [String] {
    let wanted = Set(context.graph.positions(of: kind))
    return profile.unstated.filter { statement in
      guard wanted.contains(statement.kind.position) else { return false }
      switch statement[keyPath: side] {
      case .body(let body): return body == profile.body
      case .every(let kind): return profile.kinds.contains(kind)
      }
    }.map(sentence).sorted()
  }

  /// One sentence for each, of every kind of relationship.
  var all: [String] { profile.unstated.map(sentence).sorted() }

  private func sentence(_ statement: Statement) -> String {
    let basis = statement.basis.isEmpty ? "" : " (\(context.basis(statement.basis)))"
    let verb = context.verb(statement.kind, isPlural: context.isPlural(statement.from))
    return "\(context.plural(statement.from)) \(verb) \(context.plural(statement.to))\(basis): "
      + "which ones is not recorded, so no line is followed"
  }
}

extension AnswerContext {
  /// A side of a statement as the subject or object of a sentence.
  func plural(_ party: Party) -> String {
    switch party {
    case .body(let body): name(body)
    case .every(let kind): graph.bodyKinds[kind].plural
    }
  }

  /// A kind of relationship as words between its two sides: "oversees", "are accountable to".
  func verb(_ kind: KindIndex, isPlural: Bool) -> String {
    let id = graph.relationshipKinds[kind].id
    switch RelationshipKind(id) {
    case .accountableTo: return isPlural ? "are accountable to" : "is accountable to"
    case .memberOf: return isPlural ? "are members of" : "is a member of"
    case .partOf: return isPlural ? "are part of" : "is part of"
    case .cooperatesWith, .delegatesTo:
      let words = id.split(separator: "-")
      return (isPlural ? String(words[0].dropLast()) : String(words[0])) + " " + words[1]
    case .funds, .commissions, .oversees, .leads, .appoints, .scrutinises, .advises, .succeeds:
      return isPlural ? String(id.dropLast()) : id
    default: return id.split(separator: "-").joined(separator: " ")
    }
  }

  func isPlural(_ party: Party) -> Bool {
    if case .every = party { true } else { false }
  }
}
