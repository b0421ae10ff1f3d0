#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A thread of the system. The heavier libraries for concurrency would cost a plain question more
/// at its start than the threads save it.
///
/// Safe to share: it holds a name for the system to know a thread by.
package struct Thread: @unchecked Sendable {
  private let handle: pthread_t

  /// Begins the work on a thread of its own; nil where the system gives no more threads.
  package init?(_ work: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Work(work))
    #if canImport(Darwin)
      var started: pthread_t?
    #else
      var started = pthread_t()
    #endif
    let code = pthread_create(&started, nil, { Thread.run($0) }, box.toOpaque())
    guard code == 0 else {
      box.release()
      return nil
    }
    #if canImport(Darwin)
      guard let started else { return nil }
    #endif
    handle = started
  }

  /// Waits for the end of the work; to be called once at most.
  package func join() { pthread_join(handle, nil) }

  private final class Work {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private static func run(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body() }
    return nil
  }
}

/// A lock on which threads may wait for a change.
package final class Lock: @unchecked Sendable {
  // Safe to share: the system's functions are made for it, and the memory stays until `deinit`.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  package init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  package func acquire() { pthread_mutex_lock(mutex) }
  package func release() { pthread_mutex_unlock(mutex) }
  /// Lets the lock go until another thread wakes this one, then holds it again.
  func wait() { pthread_cond_wait(condition, mutex) }
  func wakeAll() { pthread_cond_broadcast(condition) }
}
