import ArgumentParser
import BoundaryGeometry
import Diagrams
import Figures
import GovernanceAnalysis
import GovernanceModel
import GraphFiles
import GraphvizEngine
import Reports

/// `remit figure KIND`
struct FigureCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "figure",
    abstract: "A figure of areas, as SVG, PNG, PDF, DOT or text by the ending of its file.",
    discussion: """
      'matrix stp utla' is a heat map of how much of each area lies in which; 'pairing stp utla' who \
      is cut by whom; 'map STP' an area and the councils that its border cuts. Areas are those of \
      the graph, or of files of polygons (GeoJSON). The text says the same as the picture. Without \
      -o the figure goes into Output/.
      """)

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case matrix, map, pairing
  }

  @Argument(help: "matrix, map or pairing.")
  var kind: Kind

  @Argument(help: "The first geography or file; of a map, the area: an id, a code or a name.")
  var area: String

  @Argument(help: "The second geography or file; of a map, the one whose areas are shown.")
  var other: String?

  @Option(help: "Of a map, the geography or file that the area is of (else found by its kind).")
  var layer: String?

  @Option(help: "Parts up to this share of an area do not count (else 0%; of a map, 0.5%).")
  var sliver: SliverTolerance?

  @Option(name: .shortAndLong, help: "The file; its ending says the format.")
  var output: String?

  @OptionGroup var polygons: PolygonOptions
  @OptionGroup var options: GraphOptions

  func validate() throws {
    if kind != .map, other == nil {
      throw ValidationError("name two geographies or files: remit figure \(kind.rawValue) stp utla")
    }
    if layer != nil, kind != .map { throw ValidationError("--layer is for 'map'") }
    if let output, !FileEnding(of: output).isWords { _ = try Self.format(of: output) }
  }

  private static func format(of path: String) throws -> ImageFormat {
    guard let format = ImageFormat(rawValue: FileEnding(of: path).text) else {
      throw FileEnding.unknown(path, known: ["svg", "png", "pdf", "dot", "txt"])
    }
    return format
  }

  /// Words as part of a file's name, which they must not lead out of its folder.
  private static func fileName(_ words: [String]) -> String {
    words.map { word in
      String(
        word.map { character in
          character.isASCII && (character.isLetter || character.isNumber || character == "-")
            ? character : "-"
        }.prefix(80))
    }.joined(separator: "-")
  }

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    guard kind != .map else { return try map(in: surroundings) }
    let compared = try compared(in: surroundings)
    let sliver = sliver ?? SliverTolerance.none
    let name = Self.fileName([kind.rawValue, compared.table.from.name, compared.table.to.name])
    if kind == .matrix {
      return try write(
        MatrixFigure.figure(of: compared.table, compared.words, sliver: sliver), named: name,
        remarks: compared.remarks)
    }
    let diagram = PairingDiagram(
      of: compared.table, names: (compared.words.from, compared.words.to),
      preface: compared.words.preface, attribution: compared.words.attribution, sliver: sliver)
    return try write(
      title: diagram.title, lines: diagram.lines, named: name, remarks: compared.remarks
    ) { format throws(GraphvizError) in try Graphviz.render(diagram.document, format: format) }
  }

  // MARK: What is compared

  private struct Compared {
    let table: OverlapTable
    let words: FigureWords
    let remarks: String
  }

  /// The overlap of two geographies of the graph, or of two files.
  private func compared(in surroundings: Surroundings) throws -> Compared {
    let asked = [area, other ?? ""]
    if PolygonOverlaps.areAsked(asked) {
      let files = try PolygonFiles(
        asked, asked.indices.map { polygons.settings(ofFile: $0) }, isLenient: options.lenient)
      let table = try Self.table(of: files)
      return Compared(
        table: table, words: Self.words(table.from.name, table.to.name, files),
        remarks: files.remarks)
    }
    let session = try Session(options, surroundings)
    let areas = try session.areas()
    let names = try asked.map { try OverlapsCommand.geography($0, in: areas.book) }
    let table = try areas.book.overlap(from: names[0], to: names[1])
    let heading = OverlapsAnswer.Heading(areas.book, from: names[0], to: names[1])
    var preface = heading.preface
    if case .people(let counted, let year) = table.quantity {
      preface.append("Shares of \(counted), \(year).")
    } else {
      preface.append("Shares of zones.")
    }
    return Compared(
      table: table,
      words: FigureWords(
        from: heading.fromNames, to: heading.toNames, preface: preface,
        attribution: [
          "Sources: "
            + heading.citations.map { source in
              [source.title ?? source.id, source.publisher, source.date].compactMap { $0 }
                .joined(separator: ", ")
            }.joined(separator: "; ") + "."
        ]),
      remarks: session.remarks + DiagnosticLines.text(of: areas.problems))
  }

  private static func table(of files: PolygonFiles) throws -> OverlapTable {
    do throws(GeometryError) {
      let (from, to) = (files.layers[0], files.layers[1])
      return OverlapTable(try Overlay(from, to), of: from, to, projection: files.projection)
    } catch {
      throw PolygonFiles.refusal(error)
    }
  }

  private static func words(
    _ from: String, _ to: String, _ files: PolygonFiles
  ) -> FigureWords {
    FigureWords(
      from: ("area of \(from)", "areas of \(from)"), to: ("area of \(to)", "areas of \(to)"),
      preface: [
        "Shares of area"
          + (files.projection.map { ", in \($0.name)." } ?? ", in the plane of the files.")
      ], attribution: files.attribution)
  }

  // MARK: Maps

  private func map(in surroundings: Surroundings) throws -> Outcome {
    var remarks = ""
    let chosen: Chosen
    if let layer, let other, PolygonOverlaps.areAsked([layer]), PolygonOverlaps.areAsked([other]) {
      chosen = Chosen(paths: [layer, other], units: [area])
    } else {
      let session = try Session(options, surroundings)
      remarks = session.remarks
      chosen = try ownLayers(session)
    }
    let files = try PolygonFiles(
      chosen.paths, chosen.paths.indices.map { polygons.settings(ofFile: $0) },
      isLenient: options.lenient, own: chosen.own)
    let table = try Self.table(of: files)
    var words = chosen.words ?? Self.words(table.from.name, table.to.name, files)
    words.attribution = files.attribution
    let unit = try Self.unit(chosen.units, of: table)
    let figure = MapFigure.figure(
      of: unit, on: .from, own: files.layers[0], other: files.layers[1], table: table, words,
      sliver: sliver ?? .usual)
    guard let figure else {
      throw Refusal.misuse("'\(TerminalText.escaped(area))' has no polygon to draw")
    }
    return try write(
      figure, named: Self.fileName(["map", table.from.units[unit].id]),
      remarks: remarks + files.remarks)
  }

  /// The files of a map, and which area of the first is shown.
  private struct Chosen {
    let paths: [String]
    var words: FigureWords?
    var own: OwnBoundaries?
    /// Words for the area, of which the first that names one counts.
    let units: [String]
  }

  /// The graph's own boundaries with an area, and those that it is shown with.
  private func ownLayers(_ session: Session) throws -> Chosen {
    let known = BoundaryFolder.files(ofGraph: session.path).map(\.geography)
    guard !known.isEmpty else {
      throw Refusal.misuse(
        "the graph has no folder of boundaries; name files with --layer A.geojson and as the second "
          + "argument")
    }
    let tables = try session.areaTables().tables
    let (geography, units) = try shown(session, tables, known)
    let own = try OwnBoundaries(
      [geography, other ?? (geography == "utla" ? "stp" : "utla")], of: session, tables)
    var words = FigureWords(
      from: own.words[0], to: own.words[1],
      preface: [
        "Borders of \(own.times). Shares of area, in \(Projection.britishNationalGrid.name)."
      ], attribution: [])
    if let remark = own.remark { words.preface.append("Beware: \(remark).") }
    return Chosen(paths: own.paths, words: words, own: own, units: units)
  }

  /// The geography of the area that is asked for, and words for the area: an area of that name, such
  /// as Essex, else that of the body of that name.
  private func shown(
    _ session: Session, _ tables: AreaTables, _ known: [String]
  ) throws -> (geography: String, units: [String]) {
    let word = area.lowercased()
    let named = tables.areas.filter { area in
      known.contains(area.geography) && layer.map { area.geography == $0 } ?? true
        && (area.id.lowercased() == word || area.name.lowercased() == word)
    }
    if named.count == 1 { return (named[0].geography, [named[0].id]) }
    let body = try session.body(area)
    let id = session.graph.id(of: body)
    let kind = session.graph.bodyKinds[session.graph.kind(of: body, at: session.moment)]
    // The geography whose bodies are of the kind.
    let geography =
      layer
      ?? tables.geographies.first { $0.kind == kind.id && known.contains($0.id) }?.id ?? "utla"
    // Codes change, and boundaries are of a day that may be another than the one asked for.
    return (
      geography,
      [tables.areas.first { $0.geography == geography && $0.organisation == id }?.id ?? id]
        + session.graph.codes(of: body, at: .anyTime).map(\.code)
    )
  }

  /// The first area that any of some words names.
  private static func unit(_ words: [String], of table: OverlapTable) throws -> Int {
    let units = table.from.units
    for text in words {
      if let found = units.firstIndex(where: { $0.id.lowercased() == text.lowercased() })
        ?? units.firstIndex(where: { $0.name.lowercased() == text.lowercased() })
      {
        return found
      }
    }
    let text = words[0]
    let near = Suggestion.nearest(to: text, in: units.map(\.name) + units.map(\.id))
    throw Refusal.misuse(
      "no area of \(TerminalText.escaped(table.from.name)) is called "
        + "'\(TerminalText.escaped(String(text.prefix(100))))'"
        + (near.map { "; did you mean '\(TerminalText.escaped($0))'?" } ?? ""))
  }

  // MARK: Writing

  private func write(_ figure: Figure, named name: String, remarks: String) throws -> Outcome {
    try write(title: figure.title, lines: figure.lines, named: name, remarks: remarks) {
      format throws(GraphvizError) in
      switch format {
      case .svg: Array(figure.svg.utf8)
      case .dot: Array(figure.dot.utf8)
      // Everything stands where it is to be: nothing is laid out.
      case .png, .pdf:
        try Graphviz.draw(dot: figure.dot, layout: "nop2", format: format.rawValue).bytes
      }
    }
  }

  private func write(
    title: String, lines: [String], named name: String, remarks: String,
    _ bytes: (ImageFormat) throws(GraphvizError) -> [UInt8]
  ) throws -> Outcome {
    let path = output ?? "Output/\(name).svg"
    let text = ([title, ""] + lines).map { $0 + "\n" }.joined()
    do {
      let made =
        FileEnding(of: path).isWords ? Array(text.utf8) : try bytes(try Self.format(of: path))
      if output == nil { try TextFile.makeFolder("Output") }
      try TextFile.write(bytes: made, to: path)
    } catch let error as GraphvizError {
      throw Refusal.unreadable("remit: \(TerminalText.escaped(error.description))\n")
    } catch let error as FileError {
      throw Refusal.unreadable(DiagnosticLines.text(of: error.diagnostics))
    }
    return Outcome(
      output: (["\(path): \(title)"] + lines).map { TerminalText.escaped($0) + "\n" }.joined(),
      errors: remarks)
  }
}
