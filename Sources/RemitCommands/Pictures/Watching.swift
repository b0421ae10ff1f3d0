import GraphFiles
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Draws again whenever a file of the graph changes, until the program is interrupted or told to
/// end. What is wrong with the files is said, and the next change waited for.
enum Watching {
  /// Set by the signals that end the watch.
  private static let isOver = Atomic<Bool>(false)
  /// How often files are looked at, in microseconds.
  private static let pause: useconds_t = 200_000

  static func outcome(of command: RenderCommand, in surroundings: Surroundings) throws -> Outcome {
    let path = Session.path(
      command.options.source.graph, surroundings.environment)
    isOver.store(false, ordering: .relaxed)
    for ending in [SIGINT, SIGTERM, SIGHUP] {
      signal(ending) { _ in Watching.isOver.store(true, ordering: .relaxed) }
    }
    // Whoever started the program may have blocked them.
    var endings = sigset_t()
    sigemptyset(&endings)
    for ending in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&endings, ending) }
    pthread_sigmask(SIG_UNBLOCK, &endings, nil)
    defer { for ending in [SIGINT, SIGTERM, SIGHUP] { signal(ending, SIG_DFL) } }
    var seen = FolderState(of: path)
    draw(command, surroundings)
    surroundings.say("watching \(path); interrupt to end\n")
    while !isOver.load(ordering: .relaxed) {
      usleep(pause)
      let state = FolderState(of: path)
      guard state != seen else { continue }
      // A save may take several steps: wait until nothing changes any more.
      var settled = state
      for _ in 0..<25 {
        usleep(pause / 4)
        let next = FolderState(of: path)
        if next == settled { break }
        settled = next
      }
      seen = settled
      draw(command, surroundings)
    }
    return Outcome()
  }

  private static func draw(_ command: RenderCommand, _ surroundings: Surroundings) {
    do {
      let outcome = try command.drawn(in: surroundings)
      surroundings.say(outcome.errors)
      let first = outcome.output.split(separator: "\n").filter { $0.contains(": ") }.prefix(1)
      let lines =
        command.all || command.views.count > 1
        ? outcome.output : first.map { $0 + "\n" }.joined()
      surroundings.say(lines)
    } catch let refusal as Refusal {
      surroundings.say(refusal.outcome.errors)
    } catch {
      surroundings.say("remit: \(error)\n")
    }
  }
}

/// Which files a graph has, and which state each is in.
struct FolderState: Equatable {
  private var files: [String: [Int]] = [:]

  /// The state of a folder and the files in it, or of a file and the settings beside it.
  init(of path: String) {
    add(path)
    if let directory = opendir(path) {
      defer { closedir(directory) }
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
          // Safe: the system ends the name with a NUL inside its field.
          name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        // Pictures may be drawn into the graph's own folder.
        if [".csv", ".yaml", ".json"].contains(where: name.hasSuffix) { add(path + "/" + name) }
      }
    } else if let views = SettingsFile.path(of: "views", ofGraphAt: path) {
      add(views)
    }
  }

  private mutating func add(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    // A folder changes with every file that is written beside the graph: its files say enough.
    guard status.st_mode & S_IFMT == S_IFREG else { return }
    files[path] = [
      Int(status.st_ino), Int(status.st_size), Int(time.tv_sec), Int(time.tv_nsec),
    ]
  }
}
