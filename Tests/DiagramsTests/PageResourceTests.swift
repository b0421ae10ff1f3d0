import Foundation
import Testing

@testable import Diagrams

/// What pages carry is what stands in page.js and page.css.
@Suite struct PageResourceTests {
  @Test(arguments: ["page.js", "page.css"])
  func isUpToDate(file: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Diagrams/Page")
    let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    let carried = file == "page.js" ? PageResources.script : PageResources.style
    #expect(
      carried == text.trimmingCharacters(in: .newlines), "put it into the program: make page")
  }

  // The hash that the policy names is that of the text, or no browser would run it: the tests of
  // Tests/Pages would fail.
  @Test func namesTheScriptByItsHash() {
    #expect(PageResources.scriptHash.hasPrefix("sha256-"))
    #expect(PageResources.scriptHash != PageResources.styleHash)
  }
}
