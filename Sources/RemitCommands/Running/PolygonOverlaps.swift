import BoundaryGeometry
import GovernanceAnalysis
import GovernanceModel
import GraphFiles
import Interchange
import Reports

/// `remit overlaps A.geojson B.geojson`: the overlaps of two files of polygons.
struct PolygonOverlaps {
  let paths: [String]
  let options: PolygonOptions
  let sliver: SliverTolerance
  /// Whether to go on without the features that are broken.
  let isLenient: Bool

  /// Whether arguments name files of polygons and no geographies of the graph.
  static func areAsked(_ arguments: [String]) -> Bool {
    arguments.contains { argument in
      let ending = argument.lowercased()
      return ending.hasSuffix(".geojson") || ending.hasSuffix(".json") || argument.contains("/")
    }
  }

  /// The answer, and what to say on standard error.
  func report() throws -> (report: Report, remarks: String) {
    do {
      let files = try read()
      let (layers, projection, remarks) = try sound(files)
      guard let from = layers.layers.first, let to = layers.layers.last else {
        preconditionFailure("There are two layers.")
      }
      let overlay = try Overlay(from, to)
      let matrices = try overlay.matrices(from, to)
      let table = OverlapTable(overlay, of: from, to, projection: projection)
      let polygons = PolygonOverlapsAnswer.Polygons(
        projection: projection?.name, pipeline: projection?.pipeline,
        matrices: matrices.map { ($0.description, $0.relation) },
        borders: options.borders ? [.from: try borders(from), .to: try borders(to)] : nil)
      return (PolygonOverlapsAnswer.report(on: table, polygons, sliver: sliver), remarks)
    } catch let error as GeometryError {
      throw Refusal.unreadable("remit: \(TerminalText.escaped(error.description))\n")
    } catch let error as FileError {
      throw Refusal.unreadable(DiagnosticLines.text(of: error.diagnostics))
    }
  }

  private func borders(
    _ layer: BoundaryLayer
  ) throws(GeometryError) -> [PolygonOverlapsAnswer.Border] {
    try layer.sharedBorders().map {
      PolygonOverlapsAnswer.Border(one: $0.one, other: $0.other, metres: $0.length)
    }
  }

  /// The files, read on two threads. What is wrong with either is told at once.
  private func read() throws(FileError) -> [GeoJSONLayer] {
    var files: [GeoJSONLayer] = []
    var faults: [Diagnostic] = []
    let paths = paths
    let settings = paths.indices.map { options.settings(ofFile: $0) }
    Parallel.inOrder(2) { number in
      Result { () throws(FileError) in
        try GeoJSONLayer.read(path: paths[number], settings[number])
      }
    } consume: { _, read in
      switch read {
      case .success(let file): files.append(file)
      case .failure(let error): faults += error.diagnostics
      }
    }
    guard faults.isEmpty else { throw FileError(faults) }
    return files
  }

  /// The layers in metres, with valid polygons only.
  private func sound(
    _ files: [GeoJSONLayer]
  ) throws -> (layers: PolygonLayers, projection: Projection?, remarks: String) {
    let projection = options.planar ? nil : Projection.suited(to: files.map(\.layer))
    var sound: [BoundaryLayer] = []
    var diagnostics: [Diagnostic] = []
    for file in files {
      var layer = file.layer
      if let projection { layer = try layer.projected(by: projection) }
      let faults = try layer.polygonFaults()
      diagnostics += file.diagnostics + faults.map { diagnostic($0, in: file) }
      let broken = faults.map(\.unit)
      if options.mend {
        layer = try layer.mended(units: broken)
      } else if !broken.isEmpty {
        layer = layer.only(layer.units.indices.filter { !broken.contains($0) })
      }
      sound.append(layer)
    }
    let remarks = DiagnosticLines.text(of: diagnostics)
    let errors = diagnostics.count { $0.severity == .error }
    if errors > 0, !isLenient {
      let them = errors == 1 ? "it" : "them"
      throw Refusal.unreadable(
        remarks
          + "remit: the files have \(errors) \(errors == 1 ? "error" : "errors"); mend \(them)"
          + (options.mend ? "" : ", have \(them) mended with --mend where it is plain how")
          + ", or go on without those features with --lenient\n")
    }
    return (try PolygonLayers(sound, in: projection), projection, remarks)
  }

  private func diagnostic(_ fault: PolygonFault, in file: GeoJSONLayer) -> Diagnostic {
    let unit = file.layer.units[fault.unit]
    return Diagnostic(
      id: "invalid-polygon", severity: options.mend ? .warning : .error,
      position: file.position(ofPoint: fault.point),
      summary:
        "feature \(file.featureNumbers[fault.unit]) (\"\(unit.id)\") is not valid near here: "
        + fault.words + (options.mend ? ": mended" : ""),
      cure: "correct the ring, or have it mended with --mend")
  }
}
