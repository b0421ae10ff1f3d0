#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A process at the other end of a socket, which is its standard input and output.
struct WorkerProcess {
  private let process: pid_t
  private let socket: Int32
  private var hasEnded = false

  /// Starts a program; nil when it cannot be.
  init?(program: String, arguments: [String]) {
    var ends: [Int32] = [-1, -1]
    #if canImport(Darwin)
      let kind = SOCK_STREAM
    #elseif canImport(Musl)
      let kind = Int32(SOCK_STREAM)
    #else
      let kind = Int32(SOCK_STREAM.rawValue)
    #endif
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
    // Else a process that another thread starts would hold the socket open.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[1]) }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var process = pid_t()
    guard posix_spawn(&process, program, &actions, nil, words, environ) == 0 else {
      close(ends[0])
      return nil
    }
    self.process = process
    socket = ends[0]
    #if canImport(Darwin)
      var yes: Int32 = 1
      setsockopt(socket, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
    #endif
  }

  /// Sends a request and receives the answer to its end.
  ///
  /// - Throws: ``GraphvizError`` when that takes longer than the limit.
  mutating func exchange(
    _ request: [UInt8], within limits: WorkerLimits, _ attempted: String,
    _ progress: (Double) -> Void
  ) throws(GraphvizError) -> [UInt8] {
    let start = Self.now
    var sent = 0
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var told = 1.0
    while true {
      let elapsed = Self.now - start
      guard elapsed < limits.seconds else { throw .tooSlow(attempted, limits) }
      if elapsed >= told {
        progress(elapsed)
        told += 1
      }
      var wait = pollfd(
        fd: socket, events: Int16(POLLIN) | (sent < request.count ? Int16(POLLOUT) : 0), revents: 0)
      let rest = min(limits.seconds - elapsed, told - elapsed)
      guard poll(&wait, 1, Int32(max(1, rest * 1000))) > 0 else { continue }
      if wait.revents & Int16(POLLOUT) != 0, sent < request.count {
        let count = request[sent...].withUnsafeBytes {
          send(socket, $0.baseAddress, min($0.count, 1 << 16), Self.quietly)
        }
        // A worker that has ended reads no more: its end is seen below.
        sent = count > 0 ? sent + count : request.count
        if sent == request.count { shutdown(socket, Int32(SHUT_WR)) }
        continue
      }
      let count = recv(socket, &buffer, buffer.count, 0)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return answer }
      answer += buffer[..<count]
    }
  }

  /// Waits for the end; the exit code, or nil after a signal.
  mutating func wait() -> Int32? {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    hasEnded = true
    return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
  }

  /// Ends the process, if it has not ended by itself.
  mutating func end() {
    close(socket)
    guard !hasEnded else { return }
    kill(process, SIGKILL)
    _ = wait()
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  #if canImport(Darwin)
    private static let quietly: Int32 = 0
  #else
    private static let quietly = Int32(MSG_NOSIGNAL)
  #endif
}
