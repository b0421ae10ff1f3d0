import BoundaryGeometry
import GovernanceModel
import GraphFiles
import Interchange
import Reports

/// Files of polygons, read, checked and projected: what `overlaps` and the figures work on.
struct PolygonFiles {
  /// In metres, units by id, in the order of the files.
  let layers: [BoundaryLayer]
  /// Nil where the files have metres in a plane.
  let projection: Projection?
  /// Whose data it is, as the files say, each once.
  let attribution: [String]
  /// What was wrong and was mended or passed over, for standard error.
  let remarks: String

  /// Reads files, each on a thread of its own.
  ///
  /// - Parameters:
  ///   - settings: how each file is to be read.
  ///   - isLenient: whether to go on without the features that are broken.
  ///   - own: the graph's own boundaries that the files are, whose layers and units are called as the
  ///     graph calls them.
  /// - Throws: `Refusal` with everything that is wrong.
  init(
    _ paths: [String], _ settings: [GeoJSONSettings], isLenient: Bool, own: OwnBoundaries? = nil
  ) throws {
    let files = try Self.read(paths, settings)
    let ids = own?.ids()
    let isPlanar = settings.contains { $0.isPlanar }
    let projection = isPlanar ? nil : Projection.suited(to: files.map(\.layer))
    var sound: [BoundaryLayer] = []
    var diagnostics: [Diagnostic] = []
    do throws(GeometryError) {
      for (position, (file, settings)) in zip(files, settings).enumerated() {
        var layer = file.layer
        if let projection { layer = try layer.projected(by: projection) }
        let faults = try layer.polygonFaults()
        diagnostics += file.diagnostics
        diagnostics += faults.map { Self.diagnostic($0, in: file, isMended: settings.mends) }
        let broken = faults.map(\.unit)
        if settings.mends {
          layer = try layer.mended(units: broken)
        } else if !broken.isEmpty {
          layer = layer.only(layer.units.indices.filter { !broken.contains($0) })
        }
        if let own, let ids {
          layer.name = own.names[position]
          layer.rename(ids[position])
        }
        sound.append(layer)
      }
      layers = try PolygonLayers(sound, in: projection).layers
    } catch {
      throw Self.refusal(error)
    }
    self.projection = projection
    var attribution: [String] = []
    for words in files.compactMap(\.attribution) where !attribution.contains(words) {
      attribution.append(words)
    }
    self.attribution = attribution
    remarks = DiagnosticLines.text(of: diagnostics)
    let errors = diagnostics.count { $0.severity == .error }
    if errors > 0, !isLenient {
      let them = errors == 1 ? "it" : "them"
      throw Refusal.unreadable(
        remarks
          + "remit: the files have \(errors) \(errors == 1 ? "error" : "errors"); mend \(them)"
          + (settings.contains { $0.mends }
            ? "" : ", have \(them) mended with --mend where it is plain how")
          + ", or go on without those features with --lenient\n")
    }
  }

  static func refusal(_ error: GeometryError) -> Refusal {
    Refusal.unreadable("remit: \(TerminalText.escaped(error.description))\n")
  }

  /// The files as they are. What is wrong with any is told at once.
  private static func read(
    _ paths: [String], _ settings: [GeoJSONSettings]
  ) throws -> [GeoJSONLayer] {
    var files: [GeoJSONLayer] = []
    var faults: [Diagnostic] = []
    Parallel.inOrder(paths.count) { number in
      Result { () throws(FileError) in
        try GeoJSONLayer.read(path: paths[number], settings[number])
      }
    } consume: { _, read in
      switch read {
      case .success(let file): files.append(file)
      case .failure(let error): faults += error.diagnostics
      }
    }
    guard faults.isEmpty else {
      throw Refusal.unreadable(DiagnosticLines.text(of: faults))
    }
    return files
  }

  private static func diagnostic(
    _ fault: PolygonFault, in file: GeoJSONLayer, isMended: Bool
  ) -> Diagnostic {
    let unit = file.layer.units[fault.unit]
    return Diagnostic(
      id: "invalid-polygon", severity: isMended ? .warning : .error,
      position: file.position(ofPoint: fault.point),
      summary:
        "feature \(file.featureNumbers[fault.unit]) (\"\(unit.id)\") is not valid near here: "
        + fault.words + (isMended ? ": mended" : ""),
      cure: "correct the ring, or have it mended with --mend")
  }
}
