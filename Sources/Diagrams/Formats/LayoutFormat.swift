/// What is drawn and where, as JSON for other programs: see `Docs/layout.md`.
public struct LayoutFormat: DiagramFormat {
  public var pictureUse: PictureUse { .places }

  public func bytes<Failure: Error>(
    of diagram: Diagram, drawnBy draw: (Picture) throws(Failure) -> [UInt8]
  ) throws(Failure) -> [UInt8] {
    let geometry = PictureGeometry(try draw(.svg))
    return Array((Self.json(of: diagram.contents, geometry).text + "\n").utf8)
  }

  /// The name of the shape of this JSON and its version.
  static let name = "remit-layout 1"

  static func json(of contents: DiagramContents, _ geometry: PictureGeometry) -> JSONText {
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
          ("name", .string(body.name)), ("kind", .string(body.kind.id)),
          ("kindName", .string(body.kind.name)),
          ("codes", .strings(body.codes)), ("life", .string(body.life)),
          ("grade", .optional(body.grade?.word)), ("sources", .strings(body.sources)),
          ("amount", .optional(body.amount)),
          ("remark", .optional(isListed ? body.remark : nil)),
        ] + (isListed ? place(body.element) : []))
    }
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
              ] + place(box.element))
          })
      ),
      ("lines", .list(contents.lines.map { line($0, geometry) })),
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
          contents.sources.map { source in
            .object([
              ("id", .string(source.id)), ("title", .optional(source.title)),
              ("publisher", .optional(source.publisher)), ("date", .optional(source.date)),
              ("url", .optional(source.url)),
            ])
          })
      ),
    ])
  }

  private static func line(
    _ line: DiagramContents.Line, _ geometry: PictureGeometry
  ) -> JSONText {
    .object([
      ("element", .string(line.element)), ("from", .string(line.from)), ("to", .string(line.to)),
      ("kind", .string(line.kind)), ("words", .string(line.words)),
      ("basis", .strings(line.basis)), ("route", .flag(line.isRoute)),
      ("unstated", .flag(line.isUnstated)),
      ("standing", .optional(line.standing)), ("holds", .flag(line.holds)),
      ("relationships", .whole(line.relationships)),
      ("grades", .object(line.grades.map { ($0.word, .whole($0.count)) })),
      ("amounts", .strings(line.amounts)), ("share", .optional(line.share)),
      ("sources", .strings(line.sources)),
      ("path", .optional(geometry.paths[line.element])),
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
