import Diagrams
import GovernanceModel
import GraphFiles
import GraphvizEngine

/// A diagram whose bodies stay where an earlier layout put them: what is new stands beside what it
/// is tied to.
struct PinnedDiagram {
  let document: DotDocument
  /// What moved, in words.
  let drift: String
  /// The places of everything, as the file keeps them: `x,y,name` a line, in points.
  let places: String

  /// - Parameter path: the file of an earlier run; where there is none, everything stands where the
  ///   layout puts it.
  init(_ diagram: Diagram, keeping path: String) throws {
    let all = try Graphviz.places(of: diagram.document, engine: LayoutEngine(diagram.engine))
    // The legend is put beside whatever the picture becomes.
    let fresh = all.filter { !$0.key.hasPrefix("legend ") }
    let kept = try Self.read(path)
    let pinning = Pinning(fresh: fresh, kept: kept)
    document = diagram.document.pinned(
      at: pinning.places.merging(
        Self.below(pinning.places, all.filter { $0.key.hasPrefix("legend ") })
      ) { place, _ in place })
    drift = kept.isEmpty ? "\(path) now holds \(fresh.count) places" : pinning.words
    places = pinning.places.sorted { $0.key < $1.key }.map { name, place in
      "\(place.x),\(place.y),\(name)\n"
    }.joined()
  }

  /// The nodes of a legend out of the way of lines, until they are put where they belong.
  private static func below(
    _ picture: [String: Place], _ legend: [String: Place]
  ) -> [String: Place] {
    let lowest = picture.values.map { $0.y - $0.height / 2 }.min() ?? 0
    let highest = legend.values.map { $0.y + $0.height / 2 }.max() ?? 0
    return legend.mapValues { place in
      var place = place
      place.y += lowest - 200 - highest
      return place
    }
  }

  private static func read(_ path: String) throws -> [String: Place] {
    guard SettingsFile.exists(path) else { return [:] }
    var places: [String: Place] = [:]
    for (number, line) in try TextFile.lines(of: path).enumerated() where !line.isEmpty {
      let parts = line.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, let x = Double(parts[0]), let y = Double(parts[1]), x.isFinite,
        y.isFinite, abs(x) < 1e7, abs(y) < 1e7
      else {
        throw FileError([
          Diagnostic(
            id: "bad-place", position: SourcePosition(path: path, line: number + 1),
            summary: "the line is not a place", cure: "write it as 'x,y,name', or remove the file")
        ])
      }
      places[String(parts[2])] = Place(x: x, y: y)
    }
    return places
  }
}
