#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Work shared out among the processor's cores, in pieces that are numbered from 0.
///
/// What comes out never depends on how many threads there are or which was first: a piece only
/// writes what is its own, and results are taken in the order of the pieces.
package enum Parallel {
  /// How many threads work at most: the machine's cores, or what `REMIT_THREADS` says.
  package static let workers: Int = {
    if let wish = getenv("REMIT_THREADS").flatMap({ Int(String(cString: $0)) }) {
      return min(max(wish, 1), 64)
    }
    return min(max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1), 64)
  }()

  /// Does every piece once, in any order, and returns when all are done.
  ///
  /// - Parameter workers: how many threads work at most, the caller's among them.
  package static func forEach(
    _ pieces: Int, workers: Int = workers, _ work: @Sendable (Int) -> Void
  ) {
    inOrder(pieces, workers: workers, produce: work) { _, _ in }
  }

  /// Makes a result of every piece on several threads, and takes the results one by one, in order,
  /// on the caller's thread.
  ///
  /// - Parameters:
  ///   - produce: makes the result of a piece; called once for each, on any thread.
  ///   - consume: takes the result of a piece; called in the order of the pieces.
  package static func inOrder<Result: Sendable>(
    _ pieces: Int, workers: Int = workers, produce: @Sendable (Int) -> Result,
    consume: (Int, Result) -> Void
  ) {
    guard workers > 1, pieces > 1 else {
      for piece in 0..<max(pieces, 0) { consume(piece, produce(piece)) }
      return
    }
    withoutActuallyEscaping(produce) { produce in
      let line = AssemblyLine(pieces: pieces, ahead: workers * 4, produce: produce)
      let threads = (1..<min(workers, pieces)).compactMap { _ in Thread { line.help() } }
      line.run(consume)
      for thread in threads { thread.join() }
    }
  }
}

/// Pieces under way: which is to be begun next, which results wait to be taken.
///
/// Safe to share: everything that changes is only touched while `lock` is held.
private final class AssemblyLine<Result: Sendable>: @unchecked Sendable {
  private let pieces: Int
  private let ahead: Int
  private let produce: @Sendable (Int) -> Result
  private var begun = 0
  private var taken = 0
  private var waiting: [Int: Result] = [:]
  private let lock = Lock()

  init(pieces: Int, ahead: Int, produce: @escaping @Sendable (Int) -> Result) {
    self.pieces = pieces
    self.ahead = ahead
    self.produce = produce
  }

  /// Takes results in order and makes some itself while the next one is not there.
  func run(_ consume: (Int, Result) -> Void) {
    lock.acquire()
    while taken < pieces {
      if let result = waiting.removeValue(forKey: taken) {
        lock.release()
        consume(taken, result)
        lock.acquire()
        taken += 1
        lock.wakeAll()
      } else if begun < pieces, begun - taken < ahead {
        makeNext()
      } else {
        lock.wait()
      }
    }
    lock.release()
  }

  /// Makes results until every piece was begun, never far ahead of those that are taken.
  func help() {
    lock.acquire()
    while begun < pieces {
      if begun - taken < ahead { makeNext() } else { lock.wait() }
    }
    lock.release()
  }

  /// Called and left with the lock held.
  private func makeNext() {
    let piece = begun
    begun += 1
    lock.release()
    let result = produce(piece)
    lock.acquire()
    waiting[piece] = result
    lock.wakeAll()
  }
}
