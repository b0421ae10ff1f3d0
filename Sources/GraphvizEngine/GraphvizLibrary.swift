import CGraphviz

/// Graphviz's libraries, which are loaded when they are first needed.
package enum GraphvizLibrary {
  /// Loads the libraries, unless they are loaded.
  static func load() throws(GraphvizError) {
    if cgraphviz_is_loaded() == 0 { try load(from: names) }
  }

  /// Loads the libraries from the first of some files that can be.
  package static func load(from names: [String]) throws(GraphvizError) {
    var reason: String?
    for name in names {
      guard let words = cgraphviz_load(name) else { return }
      // The likeliest name says most.
      if reason == nil { reason = String(cString: words) }
    }
    throw .noLibrary(reason ?? "no library is known by name")
  }

  /// Refuses libraries whose graphs may be laid out in memory otherwise than the headers say: those
  /// that differ in more than a correction, the third number of a version.
  package static func check(
    version installed: String, builtFor: String = String(cString: cgraphviz_headers_version())
  ) throws(GraphvizError) {
    guard installed.split(separator: ".").prefix(2) == builtFor.split(separator: ".").prefix(2)
    else { throw .otherVersion(installed: installed, builtFor: builtFor) }
  }

  private static var names: [String] {
    var names: [String] = []
    while let name = cgraphviz_library_name(names.count) { names.append(String(cString: name)) }
    return names
  }
}
