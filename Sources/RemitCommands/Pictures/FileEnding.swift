import ArgumentParser
import Reports

/// What the ending of a picture's file says of its format.
struct FileEnding: Hashable {
  /// In small letters, without its point; empty where the name has none.
  let text: String

  init(of path: String) {
    let name = path.split(separator: "/").last ?? ""
    text = name.split(separator: ".").dropFirst().last.map { $0.lowercased() } ?? ""
  }

  /// Whether the picture is asked for in words.
  var isWords: Bool { text == "txt" }

  /// That a file ends in none of the endings that are known.
  static func unknown(_ path: String, known: [String]) -> ValidationError {
    let endings = known.map { "." + $0 }
    return ValidationError(
      "'\(TerminalText.escaped(path))' does not end in "
        + "\(endings.dropLast().joined(separator: ", ")) or \(endings.last ?? "")")
  }
}
