import Diagrams
import GovernanceModel
import Synchronization

extension Graphviz {
  private static let loading = Mutex<Thread?>(nil)

  /// Loads the libraries on a thread of its own, so that a picture that is to be drawn shortly does
  /// not wait for them. Whoever calls it calls ``settle()`` before the program ends.
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
      }
    }
  }

  /// Waits for the thread that ``prepare()`` began.
  package static func settle() {
    loading.withLock { loading in
      loading?.join()
      loading = nil
    }
  }
}
