/// What is drawn and where, as JSON for other programs: see `Docs/layout.md`.
public struct LayoutFormat: DiagramFormat {
  public var pictureUse: PictureUse { .places }

  public func bytes<Failure: Error>(
    of diagram: Diagram, drawnBy draw: (Picture) throws(Failure) -> [UInt8]
  ) throws(Failure) -> [UInt8] {
    let geometry = PictureGeometry(try draw(.svg))
    let contents = diagram.contents
    let json = Self.json(of: contents, DiagramDetails(diagram, contents), geometry)
    return Array((json.text + "\n").utf8)
  }

  /// The name of the shape of this JSON and its version.
  static let name = "remit-layout 1"

  static func json(
    of contents: DiagramContents, _ details: DiagramDetails, _ geometry: PictureGeometry
  ) -> JSONText {
    var junctionOf: [String: DiagramContents.Junction] = [:]
    for junction in contents.junctions {
      for line in junction.lines { junctionOf[line] = junction }
    }
    func place(_ element: String) -> [(String, JSONText)] {
      guard let box = geometry.rectangles[element], !box.isNothing else { return [] }
      return [
        ("x", .number(box.left)), ("y", .number(box.top)),
        ("width", .number(box.right - box.left)), ("height", .number(box.bottom - box.top)),
      ]
    }
    func body(_ body: DiagramContents.Body, isListed: Bool) -> JSONText {
      .object(
        [
          ("element", .string(body.element)), ("id", .string(body.id)),
          ("name", .string(body.name)), ("otherNames", .filled(body.otherNames)),
          ("kind", .string(body.kind.id)), ("kindName", .string(body.kind.name)),
          ("legalForm", .optional(body.legalForm)),
          ("codes", .strings(body.codes)), ("otherCodes", .filled(body.otherCodes)),
          ("life", .string(body.life)),
          ("grade", .optional(body.grade?.word)), ("sources", .strings(body.sources)),
          ("note", .optional(body.note)), ("amount", .optional(body.amount)),
          ("remark", .optional(isListed ? body.remark : nil)),
        ] + (isListed ? place(body.element) : []))
    }
    let single = Set(contents.boxes.filter { $0.form == .body }.map(\.element))
    return .object([
      ("format", .string(name)), ("title", .string(contents.title)),
      ("asOf", .optional(contents.date?.description)), ("unit", .string("point")),
      ("width", .number(geometry.width)), ("height", .number(geometry.height)),
      (
        "boxes",
        .list(
          contents.boxes.map { box in
            .object(
              [
                ("element", .string(box.element)), ("form", .string(box.form.rawValue)),
                ("name", .string(box.name)), ("kinds", .strings(box.kinds.map(\.id))),
                ("kindNames", .strings(box.kinds.map(\.name))),
                ("count", box.count.map(JSONText.whole) ?? .null),
                ("level", .whole(box.level)), ("highlighted", .flag(box.isHighlighted)),
                ("notes", .strings(box.notes)),
                (
                  "bodies",
                  .list(box.bodies.map { body($0, isListed: box.form == .list) })
                ),
                ("owner", box.owner.map { body($0, isListed: false) } ?? .null),
                (
                  "members",
                  details.members[box.element].map { members in
                    .list(members.map { body($0, isListed: false) })
                  } ?? .null
                ),
                ("records", records(details.records[box.element], of: nil, isPlain: false)),
              ] + place(box.element))
          })
      ),
      (
        "lines",
        .list(
          contents.lines.map { line in
            let isPlain = single.contains(line.from) && single.contains(line.to)
            return Self.line(
              line, geometry, junctionOf[line.element],
              records(details.records[line.element], of: line.kind, isPlain: isPlain))
          })
      ),
      (
        "frames",
        .list(
          contents.frames.map { frame in
            .object(
              [
                ("element", .string(frame.element)), ("label", .string(frame.label)),
                ("boxes", .strings(frame.boxes)),
              ] + place(frame.element))
          })
      ),
      (
        "legend",
        .list(
          contents.legend.map { entry in
            .object([
              ("subject", .string(entry.subject.rawValue)), ("words", .string(entry.words)),
              ("looks", .object(entry.looks.map { ($0.name, .string($0.value)) })),
            ])
          })
      ),
      ("caption", .strings(contents.caption)),
      (
        "sources",
        .list(
          details.sources.map { source in
            .object([
              ("id", .string(source.id)), ("title", .optional(source.title)),
              ("publisher", .optional(source.publisher)), ("date", .optional(source.date)),
              ("url", .optional(source.url)),
            ])
          })
      ),
    ])
  }

  /// - Parameters:
  ///   - kind: the kind that goes without saying.
  ///   - isPlain: whether it goes without saying which bodies they are about.
  private static func records(
    _ records: [DiagramDetails.Record]?, of kind: String?, isPlain: Bool
  ) -> JSONText {
    guard let records, !records.isEmpty else { return .null }
    return .list(
      records.map { record in
        .object([
          ("form", record.form == .relationships ? .null : .string(record.form.rawValue)),
          ("kind", record.kind == kind ? .null : .string(record.kind)),
          ("basis", .filled(record.basis)), ("legalBasis", .optional(record.legalBasis)),
          ("amount", .optional(record.amount)), ("year", .optional(record.year)),
          ("dates", .optional(record.dates)), ("grade", .optional(record.grade?.word)),
          ("sources", .filled(record.sources)), ("note", .optional(record.note)),
          ("count", record.count > 1 ? .whole(record.count) : .null),
          (
            "pairs",
            isPlain || record.pairs.isEmpty
              ? .null : .list(record.pairs.map { .strings([$0.from, $0.to]) })
          ),
        ])
      })
  }

  /// The whole way of a line: of one that shares a trunk, both parts of it.
  private static func path(
    _ line: DiagramContents.Line, _ geometry: PictureGeometry, _ junction: DiagramContents.Junction?
  ) -> String? {
    let own = geometry.paths[line.element]
    guard let junction, let own, let trunk = geometry.paths[junction.trunk] else { return own }
    let (first, second) = junction.isAbove ? (trunk, own) : (own, trunk)
    return first + " L" + second.dropFirst()
  }

  private static func line(
    _ line: DiagramContents.Line, _ geometry: PictureGeometry,
    _ junction: DiagramContents.Junction?, _ records: JSONText
  ) -> JSONText {
    .object([
      ("element", .string(line.element)), ("from", .string(line.from)), ("to", .string(line.to)),
      ("kind", .string(line.kind)), ("also", .filled(line.alsoKinds)),
      ("words", .string(line.words)),
      ("basis", .strings(line.basis)), ("route", .flag(line.isRoute)),
      ("unstated", .flag(line.isUnstated)),
      ("standing", .optional(line.standing)), ("holds", .flag(line.holds)),
      ("relationships", .whole(line.relationships)),
      ("grades", .object(line.grades.map { ($0.word, .whole($0.count)) })),
      ("amounts", .strings(line.amounts)), ("share", .optional(line.share)),
      ("sources", .strings(line.sources)), ("records", records),
      ("shared", .filled(junction.map { [$0.trunk, $0.dot] } ?? [])),
      ("path", .optional(path(line, geometry, junction))),
      (
        "label",
        geometry.labels[line.element].map { .list([.number($0.x), .number($0.y)]) } ?? .null
      ),
    ])
  }
}

extension DiagramFormat where Self == LayoutFormat {
  /// Bodies with their places and lines with their paths, as JSON.
  public static var layout: LayoutFormat { LayoutFormat() }
}
