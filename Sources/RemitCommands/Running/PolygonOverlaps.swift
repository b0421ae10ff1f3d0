import BoundaryGeometry
import GovernanceAnalysis
import GovernanceModel
import Reports

/// `remit overlaps A.geojson B.geojson`: the overlaps of two files of polygons; with `--by area` those
/// of the graph's own.
struct PolygonOverlaps {
  /// What is to be said of files that are the graph's own boundaries.
  struct Own {
    let boundaries: OwnBoundaries
    let asOf: String?
    /// The units that a word names.
    let units: (String, OverlapTable) throws -> Set<String>
    /// The same geographies by small areas, to compare the answer with; nil where there are none.
    let ofPeople: OverlapTable?
  }

  let paths: [String]
  let options: PolygonOptions
  /// Whether the neighbours in each file are asked for.
  let findsBorders: Bool
  let sliver: SliverTolerance
  let isSplitOnly: Bool
  /// Only this unit of either file.
  let unit: String?
  let format: GraphOptions
  var own: Own?

  /// Whether arguments name files of polygons and no geographies of the graph.
  static func areAsked(_ arguments: [String]) -> Bool {
    arguments.contains { argument in
      let ending = argument.lowercased()
      return ending.hasSuffix(".geojson") || ending.hasSuffix(".json") || argument.contains("/")
    }
  }

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    let files = try PolygonFiles(
      paths, paths.indices.map { options.settings(ofFile: $0) }, isLenient: format.lenient,
      own: own?.boundaries)
    let (table, found) = try answer(files)
    var heading = found
    if let people = own?.ofPeople {
      heading.comparison = OverlapsAnswer.Comparison(table, from: people, sliver: sliver)
    }
    var question = OverlapsAnswer.Question()
    question.sliver = sliver
    question.isSplitOnly = isSplitOnly
    if let unit { question.units = try own?.units(unit, table) ?? Self.units(unit, of: table) }
    return format.outcome(
      OverlapsAnswer.report(on: table, question, heading: heading), in: surroundings,
      remarks: files.remarks)
  }

  private func answer(
    _ files: PolygonFiles
  ) throws -> (table: OverlapTable, heading: OverlapsAnswer.Heading) {
    let (from, to) = (files.layers[0], files.layers[1])
    do throws(GeometryError) {
      let overlay = try Overlay(from, to)
      let matrices = try overlay.matrices(from, to)
      let words =
        own?.boundaries.words
        ?? [from, to].map { ("area of \($0.name)", "areas of \($0.name)") }
      var heading = OverlapsAnswer.Heading(
        fromNames: words[0], toNames: words[1], asOf: own?.asOf, preface: preface(files),
        coverage: (own?.boundaries.remark).map { [$0] } ?? [], citations: [])
      heading.polygons = OverlapsAnswer.Polygons(
        projection: files.projection?.name, pipeline: files.projection?.pipeline,
        matrices: matrices.map {
          OverlapsAnswer.Polygons.Matrix(letters: $0.description, relation: $0.relation)
        }, attribution: files.attribution,
        borders: findsBorders ? (try Self.borders(from), try Self.borders(to)) : nil)
      let table = OverlapTable(
        overlay, of: from, to, projection: files.projection, vintage: own?.boundaries.times)
      return (table, heading)
    } catch {
      throw PolygonFiles.refusal(error)
    }
  }

  /// What was overlaid, and whose data it is.
  private func preface(_ files: PolygonFiles) -> [String] {
    let plane =
      files.projection.map { "Polygons in \($0.name)." } ?? "Polygons in the plane of their files."
    guard let own else { return [plane] + files.attribution }
    return [
      (own.asOf.map { "As of \($0). " } ?? "") + "Borders of \(own.boundaries.times). \(plane)"
    ] + files.attribution
  }

  private static func borders(
    _ layer: BoundaryLayer
  ) throws(GeometryError) -> [OverlapsAnswer.Polygons.Border] {
    try layer.sharedBorders().map {
      OverlapsAnswer.Polygons.Border(one: $0.one, other: $0.other, metres: $0.length)
    }
  }

  /// The units of either side that an argument names, by id or name.
  static func units(_ text: String, of table: OverlapTable) throws -> Set<String> {
    let units = OverlapTable.Side.allCases.flatMap { table.layer($0).units }
    let found = units.filter {
      $0.id.lowercased() == text.lowercased() || $0.name.lowercased() == text.lowercased()
    }
    guard found.isEmpty else { return Set(found.map(\.id)) }
    let near = Suggestion.nearest(to: text, in: units.map(\.name) + units.map(\.id))
    throw Refusal.misuse(
      "no area of either file is called '\(TerminalText.escaped(String(text.prefix(100))))'"
        + (near.map { "; did you mean '\(TerminalText.escaped($0))'?" } ?? ""))
  }
}
