import Foundation
import RemitCommands
import Testing

/// What `render` writes, and what it refuses.
@Suite struct RenderTests {
  /// Renders a view of the small graph into a file of an ending and gives what came of it.
  private func render(_ ending: String, _ more: String...) throws -> (Outcome, [UInt8]) {
    try Graphs.withFolder { graph in
      let path = "\(graph)/picture.\(ending)"
      let outcome = Remit.run(
        ["render", "around", "trust", "-o", path, "--graph", graph] + more, in: Surroundings())
      return (outcome, Array((try? Data(contentsOf: URL(filePath: path))) ?? Data()))
    }
  }

  @Test(arguments: [
    ("svg", "<?xml"), ("png", "\u{89}PNG"), ("pdf", "%PDF-"), ("html", "<!DOCTYPE html>"),
    ("json", "{\"format\":\"remit-layout 1\""), ("dot", "digraph "), ("mmd", "---\ntitle: \""),
    ("d2", "diagram_title: '"), ("txt", "St Mary's NHS Foundation Trust"), ("HTML", "<!DOCTYPE"),
  ])
  func writesWhatTheEndingSays(ending: String, start: String) throws {
    let (outcome, bytes) = try render(ending)
    #expect(outcome.code == ExitCodes.clean, "\(outcome.errors)")
    #expect(outcome.output.contains("picture.\(ending): St Mary's NHS Foundation Trust"))
    let latin = start.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    #expect(bytes.starts(with: latin))
  }

  @Test func tellsTheDiagramInWordsOnStandardOutput() throws {
    let (written, file) = try render("txt")
    #expect(written.code == ExitCodes.clean)
    let told = try Graphs.withFolder { remit("render", "around", "trust", "--text", on: $0) }
    #expect(told.code == ExitCodes.clean)
    #expect(told.output == String(decoding: file, as: UTF8.self))
    #expect(
      told.output.contains("is accountable to National Board (statutory, managerial; recalled)"))
  }

  @Test func drawsAsManyPixelsAsAreAskedFor() throws {
    let (_, bytes) = try render("png", "--width", "1234")
    #expect(bytes[16..<20].reduce(0) { $0 << 8 | Int($1) } == 1234)
    let (_, few) = try render("png", "--dpi", "48")
    let (_, many) = try render("png", "--dpi", "192")
    #expect(many.count > few.count)
  }

  @Test func leadsWhereItIsTold() throws {
    let (_, bytes) = try render("svg", "--links", "https://example.org/{id}.html")
    #expect(
      String(decoding: bytes, as: UTF8.self).contains(
        "xlink:href=\"https://example.org/trust.html\""))
  }

  @Test(arguments: [
    (["-o", "x.doc"], "'x.doc' does not end in .svg"), (["-o", "x"], "'x' does not end in .svg"),
    (["-o", "x.svg", "--dpi", "300"], "--dpi and --width are for a PNG"),
    (["--width", "300"], "--dpi and --width are for a PNG"),
    (["-o", "x.png", "--dpi", "300", "--width", "9"], "not both"),
    (["-o", "x.png", "--dpi", "0"], "--dpi is a number from 1"),
    (["-o", "x.png", "--dpi", "nan"], "--dpi"), (["-o", "x.png", "--width", "-4"], "--width"),
    (["-o", "x.png", "--width", "99999"], "--width is a number from 1"),
    (["--links", "javascript:alert({id})"], "is not an address of the web"),
    (["--links", "https://example.org"], "is not an address of the web"),
    (["-o", "x.html", "--links", "https://x.org/{id}"], "--links is for SVG"),
    (["-o", "x.svg", "--text"], "--text goes to standard output"),
  ])
  func refusesWhatCannotBe(arguments: [String], words: String) throws {
    let outcome = try Graphs.withFolder { graph in
      Remit.run(["render", "national"] + arguments + ["--graph", graph], in: Surroundings())
    }
    #expect(outcome.code == ExitCodes.misuse)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test func saysWhenAPictureWouldHaveTooManyPixels() throws {
    let (outcome, bytes) = try render("png", "--dpi", "10000")
    #expect(outcome.code == ExitCodes.unreadable)
    #expect(outcome.errors.contains("pixels"))
    #expect(bytes.isEmpty)
  }

  // A star of 600 lines is more than Mermaid draws.
  @Test func saysWhenMermaidWouldNotDrawIt() throws {
    let bodies = (0..<30).map { "b\($0),B \($0),k\($0)" }
    var lines: [String] = []
    for from in 0..<30 {
      for to in 0..<30 where from < to {
        lines += ["b\(from),b\(to),accountable-to", "b\(from),b\(to),funds"]
      }
    }
    try Graphs.withFolder([
      "organisations.csv": (["id,name,kind"] + bodies).joined(separator: "\n"),
      "relationships.csv": (["from,to,kind"] + lines).joined(separator: "\n"),
    ]) { graph in
      let outcome = remit(
        "render", "around", "b0", "--depth", "2", "-o", graph + "/x.mmd", on: graph)
      #expect(outcome.code == ExitCodes.clean)
      #expect(outcome.errors.contains("remit: Mermaid draws 500 lines unless 'maxEdges' is raised"))
    }
  }
}
