import CGraphviz
import Synchronization

/// What Graphviz says while it works, kept instead of printed.
enum Messages {
  private static let pieces = Mutex<[String]>([])
  /// The longest message there is room for.
  private static let room = Mutex<Int>(0)

  /// Takes the place of Graphviz's own printing to standard error.
  static func capture() {
    cgraphviz_capture_messages { piece in
      if let piece { Messages.pieces.withLock { $0.append(String(cString: piece)) } }
      return 0
    }
  }

  /// Forgets what was said about an earlier graph, and makes room for what may be said about the
  /// next: a message quotes at most four names and labels, each no longer than the given text.
  static func reset(forTextOf bytes: Int) {
    let needed = 4 * bytes + 4096
    room.withLock { room in
      guard room < needed else { return }
      cgraphviz_reserve_message(needed)
      room = needed
    }
    cgraphviz_reset_messages()
    pieces.withLock { $0.removeAll() }
  }

  /// How many pieces were said since the last reset.
  static var count: Int { pieces.withLock { $0.count } }

  /// Forgets all but the first pieces.
  static func forget(after count: Int) {
    pieces.withLock { $0.removeLast(max(0, $0.count - count)) }
  }

  /// Everything said since the last reset, a message a line.
  static func collected() -> String {
    lines().joined(separator: "\n")
  }

  static func lines() -> [String] {
    let said = pieces.withLock { $0.joined() }
    return said.split(whereSeparator: \.isNewline).map(String.init)
  }
}
