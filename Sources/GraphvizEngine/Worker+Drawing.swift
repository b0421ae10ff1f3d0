import Diagrams

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Worker {
  /// Draws a document in a process of its own, which is ended when it takes too long or too much:
  /// for documents of strangers, and for large ones.
  ///
  /// - Parameters:
  ///   - document: What to draw.
  ///   - progress: Told about once a second for how long it has been going on.
  /// - Throws: ``GraphvizError``: what Graphviz says in the worker, or which limit was reached.
  public func draw(
    _ document: DotDocument, engine: LayoutEngine = .dot, format: ImageFormat, page: Page? = nil,
    progress: (Double) -> Void = { _ in }
  ) throws(GraphvizError) -> Graphviz.Drawing {
    let order = DrawingOrder(
      engine: engine.rawValue, format: format.rawValue, sheet: page.map(Graphviz.Sheet.init),
      limits: limits)
    let drawing = "drawing a graph as \(format.rawValue) with the '\(engine.rawValue)' layout"
    var process = try start(drawing)
    defer { process.end() }
    let request = Array((order.line + document.text).utf8)
    let answer = try process.exchange(request, within: limits, drawing, progress)
    return try DrawingOrder.drawing(of: answer, drawing, status: process.wait(), limits)
  }

  private func start(_ drawing: String) throws(GraphvizError) -> WorkerProcess {
    guard let process = WorkerProcess(program: program, arguments: arguments) else {
      throw GraphvizError(
        attempted: drawing, words: "no process could be started from '\(program)'",
        cure: "leave the limit out, to draw within this process")
    }
    return process
  }
}

extension Graphviz {
  /// Does the work of a worker: reads one order from standard input, draws it under its limits, and
  /// writes the answer to standard output. The program's own limits are lowered, so it has to end
  /// afterwards.
  public static func serveOneDrawing() -> Int32 {
    var input: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      input += buffer[..<count]
    }
    guard let (order, dot) = DrawingOrder.read(input) else { return 64 }
    // Its parts are loaded first: one that finds no memory would be done without, silently.
    _ = try? draw(dot: "digraph { a }", layout: order.engine, format: order.format)
    order.limits.enforce()
    let answer: [UInt8]
    do {
      answer = DrawingOrder.answer(
        try draw(dot: dot, layout: order.engine, format: order.format, sheet: order.sheet))
    } catch {
      // Libraries that find no memory say that they are not installed.
      if WorkerLimits.isMemoryUsedUp { return DrawingOrder.outOfMemory }
      answer = DrawingOrder.answer(error)
    }
    var written = 0
    while written < answer.count {
      let count = answer[written...].withUnsafeBytes {
        write(STDOUT_FILENO, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return 1 }
      written += count
    }
    return 0
  }
}

extension WorkerLimits {
  /// Lowers the limits of this process to these.
  func enforce() {
    func set(_ resource: Resource, _ value: Int) {
      var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
      setrlimit(resource, &limit)
    }
    set(coreLimit, 0)
    set(timeLimit, Int(seconds.rounded(.up)) + 1)
    set(memoryLimit, megabytes << 20)
  }

  /// Whether this process gets no more memory worth mentioning: 4 MiB.
  fileprivate static var isMemoryUsedUp: Bool {
    guard let block = malloc(4 << 20) else { return true }
    free(block)
    return false
  }
}

#if canImport(Glibc)
  private typealias Resource = __rlimit_resource_t
  private let coreLimit = Resource(RLIMIT_CORE.rawValue)
  private let timeLimit = Resource(RLIMIT_CPU.rawValue)
  private let memoryLimit = Resource(RLIMIT_AS.rawValue)
#else
  private typealias Resource = Int32
  private let coreLimit = Int32(RLIMIT_CORE)
  private let timeLimit = Int32(RLIMIT_CPU)
  private let memoryLimit = Int32(RLIMIT_AS)
#endif
