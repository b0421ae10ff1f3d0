import GovernanceAnalysis

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Does a work and reports how long each time took.
///
/// - Parameter repeats: how often; nil for as often as the peers do a work, so that short ones are
///   not all noise: until five times or 0.3 seconds.
func measure(_ work: Work, on register: Register, repeats: Int?) -> () -> Lines {
  let clock = ContinuousClock()
  var taken: [Duration] = []
  var answer: (() -> Lines)?
  var network: AccountabilityNetwork?
  while taken.count < repeats ?? 5, repeats != nil || taken.reduce(.zero, +) < .milliseconds(300) {
    // A network keeps what it has found: each time begins with one that has found nothing.
    if work.isOfNetwork || network == nil {
      // Not two at once.
      network = nil
      network = register.makeNetwork()
    }
    let start = clock.now
    answer = work.run(register, network!)
    taken.append(clock.now - start)
  }
  report(work.id, taken)
  return answer ?? { Lines() }
}

/// Prints how long a work took, each time it was done, and the most memory held until now.
func report(_ work: String, _ taken: [Duration]) {
  let seconds = taken.map { "\($0 / .seconds(1))" }.joined(separator: ", ")
  print(
    "{\"tool\": \"remit\", \"work\": \"\(work)\", \"seconds\": [\(seconds)], "
      + "\"peak\": \(peakBytes())}")
}

/// The most memory that the process ever held; 0 where the system does not tell.
private func peakBytes() -> Int {
  guard let status = fopen("/proc/self/status", "r") else { return 0 }
  defer { fclose(status) }
  var kilobytes = 0
  var line = [CChar](repeating: 0, count: 256)
  while fgets(&line, 256, status) != nil {
    let text = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    guard text.starts(with: "VmHWM:".utf8) else { continue }
    for digit in text where (48...57).contains(digit) {
      kilobytes = kilobytes * 10 + Int(digit) - 48
    }
  }
  return kilobytes * 1024
}

/// Takes an option and its value out of the arguments.
func takeOption(_ name: String, from arguments: inout [String]) -> String? {
  guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else { return nil }
  let value = arguments[place + 1]
  arguments.removeSubrange(place...(place + 1))
  return value
}

func complain(_ text: String) {
  let line = "remit-benchmark: \(text)\n"
  _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
}

func finish(_ code: Int32) -> Never { exit(code) }
