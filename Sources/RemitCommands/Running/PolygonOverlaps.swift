import BoundaryGeometry
import GovernanceAnalysis
import GovernanceModel
import Reports

/// `remit overlaps A.geojson B.geojson`: the overlaps of two files of polygons.
struct PolygonOverlaps {
  let paths: [String]
  let options: PolygonOptions
  /// Whether the neighbours in each file are asked for.
  let findsBorders: Bool
  let sliver: SliverTolerance
  let isSplitOnly: Bool
  /// Only this unit of either file.
  let unit: String?
  let format: GraphOptions
  /// The same geographies by small areas, to compare the answer with.
  var ofPeople: OverlapTable?

  /// Whether arguments name files of polygons and no geographies of the graph.
  static func areAsked(_ arguments: [String]) -> Bool {
    arguments.contains { argument in
      let ending = argument.lowercased()
      return ending.hasSuffix(".geojson") || ending.hasSuffix(".json") || argument.contains("/")
    }
  }

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    let files = try PolygonFiles(
      paths, paths.indices.map { options.settings(ofFile: $0) }, isLenient: format.lenient)
    let (table, found) = try answer(files)
    var heading = found
    if let ofPeople {
      heading.coverage += OverlapsAnswer.differences(of: table, from: ofPeople, sliver: sliver)
    }
    var question = OverlapsAnswer.Question()
    question.sliver = sliver
    question.isSplitOnly = isSplitOnly
    if let unit { question.units = try Self.units(unit, of: table) }
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
      var heading = OverlapsAnswer.Heading(
        fromNames: ("area of \(from.name)", "areas of \(from.name)"),
        toNames: ("area of \(to.name)", "areas of \(to.name)"), asOf: nil,
        preface: [
          files.projection.map { "Polygons in \($0.name)." }
            ?? "Polygons in the plane of their files."
        ], coverage: [], citations: [])
      heading.polygons = OverlapsAnswer.Polygons(
        projection: files.projection?.name, pipeline: files.projection?.pipeline,
        matrices: matrices.map {
          OverlapsAnswer.Polygons.Matrix(letters: $0.description, relation: $0.relation)
        }, borders: findsBorders ? (try Self.borders(from), try Self.borders(to)) : nil)
      return (OverlapTable(overlay, of: from, to, projection: files.projection), heading)
    } catch {
      throw PolygonFiles.refusal(error)
    }
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
