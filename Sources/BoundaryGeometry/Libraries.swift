import CGEOS
import CPROJ
import Synchronization

/// GEOS and PROJ, which are loaded when they are first needed: see decision 7.
enum Libraries {
  private static let loading = Mutex(())

  static func loadGEOS() throws(GeometryError) {
    try loading.withLock { (_) throws(GeometryError) in
      guard cgeos_is_loaded() == 0 else { return }
      let names = names(cgeos_library_name)
      try load("GEOS", package: "libgeos-dev", names: names) { name in
        cgeos_load(name).map { String(cString: $0) }
      }
    }
  }

  static func loadPROJ() throws(GeometryError) {
    try loading.withLock { (_) throws(GeometryError) in
      guard cproj_is_loaded() == 0 else { return }
      let names = names(cproj_library_name)
      try load("PROJ", package: "libproj-dev", names: names) { name in
        cproj_load(name).map { String(cString: $0) }
      }
    }
  }

  /// Loads a library from the first of some files that can be.
  ///
  /// - Parameter load: loads one, or gives the reason why it cannot be.
  static func load(
    _ library: String, package: String, names: [String], load: (String) -> String?
  ) throws(GeometryError) {
    var reason: String?
    for name in names {
      guard let words = load(name) else { return }
      // The likeliest name says most.
      if reason == nil { reason = words }
    }
    throw .noLibrary(library, package: package, reason ?? "no library is known by name")
  }

  private static func names(_ name: (Int) -> UnsafePointer<CChar>?) -> [String] {
    var names: [String] = []
    while let found = name(names.count) { names.append(String(cString: found)) }
    return names
  }
}
