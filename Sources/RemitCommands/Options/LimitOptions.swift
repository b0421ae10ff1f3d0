import ArgumentParser
import GraphvizEngine

/// How much a drawing may take.
struct LimitOptions: ParsableArguments {
  @Option(
    help: "Draw in a process of its own, and end it after so many seconds.")
  var timeLimit: Double?

  @Option(help: "With --time-limit: the memory of that process, in MiB (else 1024).")
  var memoryLimit: Int?

  func validate() throws {
    if let timeLimit, !(timeLimit > 0 && timeLimit <= 86_400) {
      throw ValidationError("--time-limit is a number of seconds up to 86400")
    }
    if let memoryLimit, timeLimit == nil || !(32...1_000_000).contains(memoryLimit) {
      throw ValidationError("--memory-limit is a number of MiB from 32, beside --time-limit")
    }
  }

  /// The process that draws; nil to draw within this one.
  func worker() -> Worker? {
    timeLimit.map { seconds in
      Worker(
        program: ProgramPath.ofProcess, arguments: [Remit.workerWord],
        limits: WorkerLimits(seconds: seconds, megabytes: memoryLimit ?? 1024))
    }
  }

  /// A process that may take as long and as much as it likes: while it draws, this one can say for
  /// how long it has been going on.
  static var unlimited: Worker {
    Worker(
      program: ProgramPath.ofProcess, arguments: [Remit.workerWord],
      limits: WorkerLimits(seconds: 86_400, megabytes: 1_000_000))
  }
}
