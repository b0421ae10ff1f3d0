import BoundaryGeometry
import Interchange

extension Work {
  /// W8: the area that each two units of two layers of polygons have in common, from the files.
  static let polygons = Work(id: "W8", isOfNetwork: false) { register, _ in
    func read(_ name: String) -> GeoJSONLayer? {
      try? GeoJSONLayer.read(
        path: "\(register.folder)/polygons/\(name).geojson",
        GeoJSONSettings(key: "code", isPlanar: true))
    }
    guard let first = read("a"), let second = read("b-redrawn"),
      let overlay = try? Overlay(first.layer, second.layer)
    else {
      return { Lines() }
    }
    return {
      var lines = Lines()
      // In tens of square metres: tools may differ in the last digits.
      for common in overlay.commons where common.area > 100 {
        let (from, to) = (first.layer.units[common.from], second.layer.units[common.to])
        lines.append([from.id, to.id, "\(Int((common.area / 10).rounded()))"])
      }
      return lines
    }
  }
}
