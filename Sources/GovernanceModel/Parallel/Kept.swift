/// A value that is made when it is first asked for, by whichever thread asks, and kept from then on.
///
/// Safe to share: `value` is only touched while the lock is held.
package final class Kept<Value: Sendable>: @unchecked Sendable {
  private var value: Value?
  private let lock = Lock()

  package init() {}

  package func value(_ make: () -> Value) -> Value {
    lock.acquire()
    defer { lock.release() }
    if let value { return value }
    let made = make()
    value = made
    return made
  }
}
