/// A value that is made on a thread of its own while its owner waits for something else.
package struct Aside<Value: Sendable>: ~Copyable {
  private let kept = Kept<Value>()
  private let make: @Sendable () -> Value
  private let thread: Thread?

  package init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
    thread = Thread { [kept] in _ = kept.value(make) }
  }

  /// The value, waited for; made now where the system gave no thread.
  package func value() -> Value { kept.value(make) }

  deinit { thread?.join() }
}
