/// How much a drawing in a process of its own may take before it is ended.
public struct WorkerLimits: Sendable, Equatable {
  /// The time on the clock, in seconds.
  public var seconds: Double
  /// The memory, in MiB.
  public var megabytes: Int

  public init(seconds: Double, megabytes: Int = 1024) {
    self.seconds = seconds
    self.megabytes = megabytes
  }
}

/// A program that draws one document that it is given and ends: this very program, started again
/// with a word by which it knows.
public struct Worker: Sendable {
  /// The path of the program.
  public let program: String
  public let arguments: [String]
  public var limits: WorkerLimits

  public init(program: String, arguments: [String], limits: WorkerLimits) {
    self.program = program
    self.arguments = arguments
    self.limits = limits
  }
}
