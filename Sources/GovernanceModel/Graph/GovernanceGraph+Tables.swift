extension GovernanceGraph {
  /// The graph's tables, as a writer puts them into files: reading them again gives the same graph.
  ///
  /// Expanded relationships and counterparts that were made are left out: the statements that they
  /// stand for are there. Complexity: O(rows).
  public var tables: GraphTables {
    var tables = GraphTables()
    tables.title = title
    tables.asOf = asOf
    tables.currency = currency
    for source in sources { tables.append(cells(of: source), to: .sources) }
    for kind in bodyKinds.kinds where kind.isDeclared {
      let isPost = postKind.map { bodyKinds.kind(bodyKinds.index(of: kind.id)!, isA: $0) } ?? false
      tables.append(cells(of: kind, in: bodyKinds, sort: isPost ? "post" : nil), to: .kinds)
    }
    for kind in relationshipKinds.kinds where kind.isDeclared {
      tables.append(cells(of: kind, in: relationshipKinds, sort: "relationship"), to: .kinds)
    }
    for body in allBodies where bodies.origin[body.position] == .organisation {
      tables.append(cells(of: body), to: .organisations)
    }
    for body in allBodies where bodies.origin[body.position] == .post {
      tables.append(cells(of: body), to: .posts)
    }
    for holder in holders {
      tables.append(
        [("post", id(of: holder.post)), ("name", holder.name)] + cells(of: holder.period)
          + cells(of: holder.evidence) + cells(of: holder.attributes), to: .holders)
    }
    for entry in history {
      tables.append(
        [("organisation", id(of: entry.body)), ("field", entry.field), ("value", entry.value)]
          + cells(of: entry.period) + cells(of: entry.evidence) + cells(of: entry.attributes),
        to: .history)
    }
    for statement in statements { tables.append(cells(of: statement), to: .relationships) }
    for row in 0..<explicitCount {
      tables.append(cells(of: self[RelationshipIndex(row)]), to: .relationships)
    }
    for pair in listedPairs { tables.append(cells(of: pair), to: .pairs) }
    for duty in duties { tables.append(cells(of: duty), to: .duties) }
    addIncentiveTables(to: &tables)
    return tables
  }

  typealias Cells = [(String, String?)]

  func cells(of period: Period) -> Cells {
    [("start", period.start?.description), ("end", period.end?.description)]
  }

  func cells(of evidence: Evidence) -> Cells {
    [
      ("source", evidence.sources.joined(separator: " ")), ("grade", evidence.grade?.word),
      ("note", evidence.note),
    ]
  }

  func cells(of attributes: [Attribute]) -> Cells { attributes.map { ($0.name, $0.value) } }

  private func cells(of source: Source) -> Cells {
    [
      ("id", source.id), ("title", source.title), ("publisher", source.publisher),
      ("date", source.date), ("url", source.url), ("licence", source.licence),
      ("note", source.note),
    ] + cells(of: source.attributes)
  }

  private func cells(of kind: KindHierarchy.Kind, in kinds: KindHierarchy, sort: String?) -> Cells {
    [
      ("id", kind.id), ("of", sort), ("name", kind.name), ("plural", kind.plural),
      ("broader", kind.broader.map { kinds[$0].id }.joined(separator: " ")),
      ("owned_by", kind.ownedBy.map { kinds[$0].id }), ("tier", kind.tier.map { String($0) }),
      ("definition", kind.definition), ("source", kind.source),
    ] + cells(of: kind.attributes)
  }

  private func cells(of body: BodyIndex) -> Cells {
    let life = life(of: body)
    let isPost = bodies.origin[body.position] == .post
    return [
      ("id", id(of: body)), ("name", name(of: body, at: .anyTime)),
      ("kind", bodyKinds[kind(of: body, at: .anyTime)].id),
      ("legal_form", isPost ? nil : legalForm(of: body, at: .anyTime)?.rawValue),
      ("opened", life.start?.description), ("closed", life.end?.description),
      ("owner", owner(of: body).map { id(of: $0) }),
    ]
      + bodies.codes.values(at: body.position, in: text).map {
        (TableSchema.codePrefix + $0.name, $0.value)
      } + cells(of: attributes(of: body)) + cells(of: evidence(of: body))
  }

  private func id(of party: Party) -> String {
    switch party {
    case .body(let body): id(of: body)
    case .every(let kind): "every " + bodyKinds[kind].id
    }
  }

  private func cells(of statement: Statement) -> Cells {
    [
      ("id", statement.id), ("from", id(of: statement.from)), ("to", id(of: statement.to)),
      ("kind", relationshipKinds[statement.kind].id),
      ("basis", statement.basis.words.joined(separator: " ")),
      ("legal_basis", statement.legalBasis), ("amount", statement.amount?.description),
      ("year", statement.year), ("pairing", statement.pairing?.rawValue),
      ("alternative_of", statement.alternativeOf), ("part_of", statement.partOf),
    ] + cells(of: statement.period) + cells(of: statement.evidence)
      + cells(of: statement.attributes)
  }

  private func cells(of relationship: Relationship) -> Cells {
    [
      ("id", relationship.id), ("from", id(of: relationship.from)),
      ("to", id(of: relationship.to)), ("kind", relationshipKinds[relationship.kind].id),
      ("basis", relationship.basis.words.joined(separator: " ")),
      ("legal_basis", relationship.legalBasis), ("amount", relationship.amount?.description),
      ("year", relationship.year), ("alternative_of", relationship.alternativeOf),
      ("part_of", relationship.partOf),
    ] + cells(of: relationship.period) + cells(of: relationship.evidence)
      + cells(of: relationship.attributes)
  }

  private func cells(of pair: ListedPair) -> Cells {
    [
      ("statement", pair.statement), ("from", id(of: pair.from)), ("to", id(of: pair.to)),
      ("amount", pair.amount?.description), ("year", pair.year),
    ] + cells(of: pair.period) + cells(of: pair.evidence) + cells(of: pair.attributes)
  }

  private func cells(of duty: Duty) -> Cells {
    [
      ("holder", id(of: duty.holder)), ("type", duty.type.rawValue), ("subject", duty.subject),
      ("legal_basis", duty.legalBasis),
    ] + cells(of: duty.period) + cells(of: duty.evidence) + cells(of: duty.attributes)
  }
}
