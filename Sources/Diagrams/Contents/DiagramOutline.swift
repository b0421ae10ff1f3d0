/// A diagram told in words, in an order that needs no picture: what it shows, each box from the top
/// down with the lines that leave it and reach it, the frames, what the looks mean; then what stands
/// behind it: the bodies of groups, what is recorded of each body, what each line rests on; the sources.
struct DiagramOutline {
  struct Section {
    let heading: String
    var paragraphs: [String] = []
    var items: [Item] = []
    /// What is behind it, of a section that few read as a whole; nil for what is to be read.
    var summary: String?
  }

  struct Item {
    let words: String
    /// The element that it tells of.
    var element: String?
    /// The element of which it tells what is recorded.
    var record: String?
    /// Where more is recorded of what it tells of.
    var more: [More] = []
    var url: String?
    var parts: [Part] = []
  }

  struct Part {
    let words: String
    var element: String?
    var record: String?
    var more: [More] = []
    /// What it lists, a line each.
    var names: [String] = []
  }

  /// Leads to the words with such a ``Item/record``.
  struct More {
    let words: String
    let record: String
  }

  let title: String
  let asOf: String
  let sections: [Section]

  init(_ contents: DiagramContents, _ phrases: DiagramPhrases, _ details: DiagramDetails) {
    title = contents.title
    asOf = contents.asOf
    var leaving: [String: [DiagramContents.Line]] = [:]
    var reaching: [String: [DiagramContents.Line]] = [:]
    for line in contents.lines {
      leaving[line.from, default: []].append(line)
      reaching[line.to, default: []].append(line)
    }
    func lines(_ element: String, pronoun: String) -> [Part] {
      (leaving[element] ?? []).map {
        Part(
          words: phrases.standing($0)
            + "\(phrases.verb($0)) \(phrases.name($0.to))\(phrases.particulars($0))",
          more: [More(words: "what it rests on", record: $0.element)])
      }
        + (reaching[element] ?? []).map {
          Part(
            words: phrases.standing($0)
              + "\(phrases.name($0.from)) \(phrases.verb($0)) \(pronoun)"
              + phrases.particulars($0),
            more: [More(words: "what it rests on", record: $0.element)])
        }
    }
    var frameOf: [String: String] = [:]
    for frame in contents.frames
    where leaving[frame.element] != nil || reaching[frame.element] != nil {
      for box in frame.boxes { frameOf[box] = frame.label }
    }
    var sections = [Section(heading: "What it shows", paragraphs: contents.caption)]
    sections.append(
      Section(
        heading: "Bodies, from the top of the picture down (\(contents.boxes.count.grouped))",
        items: contents.boxes.map { box in
          Item(
            words: Self.heading(
              of: box, hasLines: leaving[box.element] != nil || reaching[box.element] != nil),
            element: box.element, more: Self.more(of: box, details),
            parts: (box.form == .list ? box.bodies.map(Self.entry) : [])
              + lines(box.element, pronoun: box.form == .body ? "it" : "them")
              + (frameOf[box.element].map {
                [Part(words: "in the frame “\($0)”, whose lines below concern it too")]
              } ?? []))
        }))
    if !contents.frames.isEmpty {
      sections.append(
        Section(
          heading: "Frames (\(contents.frames.count.grouped))",
          items: contents.frames.map { frame in
            Item(
              words: "\(frame.label): " + frame.boxes.map(phrases.name).joined(separator: ", "),
              element: frame.element, parts: lines(frame.element, pronoun: "every body in it"))
          }))
    }
    sections.append(
      Section(
        heading: "How to read the picture",
        items: contents.legend.map { Item(words: $0.telling) }))
    sections += OutlineBodies(contents, details).sections
    sections += OutlineRows(contents, phrases, details).sections
    if !details.sources.isEmpty {
      sections.append(
        Section(
          heading: "Sources (\(details.sources.count.grouped))",
          items: details.sources.map { source in
            let published = [source.publisher, source.date].compactMap { $0 }
              .joined(separator: ", ")
            let parts = [source.title, published.isEmpty ? nil : published].compactMap { $0 }
            return Item(
              words: ([source.id] + (parts.isEmpty ? [] : [parts.joined(separator: ". ")]))
                .joined(separator: ": "),
              url: source.url)
          }))
    }
    self.sections = sections
  }

  private static func heading(of box: DiagramContents.Box, hasLines: Bool) -> String {
    var words = box.name
    if let body = box.bodies.first, box.form == .body {
      words += " (\(body.id)), \(body.kind.name)"
      if let grade = body.grade, grade.isWeak { words += "; \(grade.word)" }
    } else if let owner = box.owner {
      words += " (\(owner.id)), \(owner.kind.name): \(box.bodies.count.grouped) bodies"
    } else if box.form == .list, hasLines {
      words += " with the same lines"
    }
    if box.isHighlighted { words += "; the body in question" }
    return ([words] + box.notes).joined(separator: "; ")
  }

  private static func entry(_ body: DiagramContents.Body) -> Part {
    var words = "\(body.name) (\(body.id)), \(body.kind.name)"
    if let amount = body.amount { words += ": \(amount)" }
    if let remark = body.remark { words += "; \(remark)" }
    if let grade = body.grade, grade.isWeak { words += "; \(grade.word)" }
    return Part(words: words, element: body.element, more: [recorded(body)])
  }

  private static func recorded(_ body: DiagramContents.Body) -> More {
    More(words: "what is recorded of it", record: body.element)
  }

  private static func more(of box: DiagramContents.Box, _ details: DiagramDetails) -> [More] {
    switch box.form {
    case .group: box.count == nil ? [] : [More(words: "who they are", record: box.element)]
    case .body: box.bodies.map(recorded)
    case .list:
      (box.owner.map { [recorded($0)] } ?? [])
        + (OutlineRows.tellsTable(box, details)
          ? [More(words: "what says who is in it", record: OutlineRows.record(ofTable: box))] : [])
    }
  }
}

extension DiagramContents.LegendEntry {
  /// What the entry says to who does not see its sample.
  var telling: String {
    func look(_ name: String) -> String? { looks.first { $0.name == name }?.value }
    switch subject {
    case .note: return words
    case .box:
      let looks = [look("shape"), look("style"), look("fillcolor")].compactMap { $0 }
      return "Box (\(looks.joined(separator: ", "))): \(words)"
    case .line:
      let looks = [
        look("style"), look("color"), look("arrowhead").map { "arrow \($0)" },
        look("penwidth").map { "width \($0)" },
      ].compactMap { $0 }
      return "Line (\(looks.joined(separator: ", "))): \(words)"
    }
  }
}
