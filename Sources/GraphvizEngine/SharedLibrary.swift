import CGraphviz
import Diagrams
import GovernanceModel
import Synchronization

/// What all drawings share, one at a time: Graphviz's one context, made on first use and kept, and
/// what is still being cleaned up after the last drawing.
struct SharedLibrary: Sendable {
  // Safe to share: it is only touched while the lock is held, or by `cleaning`, which is waited for.
  nonisolated(unsafe) var context: OpaquePointer?
  private var cleaning: Thread?
  /// Whether somebody will wait for `cleaning`.
  fileprivate var cleansAside = false

  /// Frees a graph and its layout, if it has one: aside, where it was said that somebody will wait.
  mutating func clean(_ graph: OpaquePointer) {
    // Safe to hand over: the caller does not use them any more.
    nonisolated(unsafe) let (library, graph) = (context, graph)
    let work = { @Sendable in
      cgraphviz_free_layout(library, graph)
      cgraphviz_close(graph)
    }
    if cleansAside, let aside = Thread(work) { cleaning = aside } else { work() }
  }

  mutating func finishCleaning() {
    cleaning?.join()
    cleaning = nil
  }
}

extension Graphviz {
  static let shared = Mutex(SharedLibrary())
  private static let loading = Mutex<Thread?>(nil)

  /// Loads the libraries on a thread of its own, so that a picture that is to be drawn shortly does
  /// not wait for them, and cleans up after drawings on another, until ``settle()``.
  ///
  /// What goes wrong is told when something is drawn.
  package static func prepare() {
    loading.withLock { loading in
      guard loading == nil else { return }
      loading = Thread {
        // Drawn, since each part is loaded when it is first used; but not what measures words in
        // other typefaces.
        let font = PictureStyle.font
        _ = try? draw(dot: "digraph { a [fontname=\"\(font)\"] }", layout: "dot", format: "svg")
        shared.withLock { $0.cleansAside = true }
      }
    }
  }

  /// Waits for the threads that ``prepare()`` began.
  package static func settle() {
    loading.withLock { loading in
      loading?.join()
      loading = nil
    }
    shared.withLock { shared in
      shared.finishCleaning()
      shared.cleansAside = false
    }
  }
}
