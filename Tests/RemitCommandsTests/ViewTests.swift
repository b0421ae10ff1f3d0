import Foundation
import RemitCommands
import Testing

/// `views` and `render NAME`, on England's views and on made ones.
@Suite struct ViewTests {
  private static let graph =
    "title: T\norganisations: [{id: a, name: A, kind: k}, {id: b, name: B, kind: k}]\n"
    + "relationships: [{from: a, to: b, kind: funds, amount: 5}]\n"

  /// A folder with a graph in a file and views beside it.
  private func inFolder(_ views: String, _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("remit-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Self.graph.write(toFile: folder + "/graph.yaml", atomically: true, encoding: .utf8)
    try views.write(toFile: folder + "/graph.views.yaml", atomically: true, encoding: .utf8)
    try body(folder)
  }

  @Test func listsEnglandsViews() throws {
    let object = try json("views", on: Graphs.england)
    let views = object.objects("views")
    let names = Set(views.compactMap { $0["name"] as? String })
    #expect(
      names.isSuperset(of: [
        "national", "accountability", "money", "regulators", "cambridgeshire-and-peterborough",
        "footprints", "leads", "cambridge-university-hospitals", "before-and-after",
      ]))
    for view in views {
      #expect((view["bodies"] as? Int ?? 0) + (view["bodiesInGroups"] as? Int ?? 0) > 0, "\(view)")
      #expect(!((view["about"] as? String ?? "").isEmpty))
    }
    let chart = try #require(views.first { $0["name"] as? String == "footprints" })
    // 44 footprints and their members, a member of several counted in each.
    #expect(chart["bodies"] as? Int == 715)
  }

  @Test(arguments: [
    "national", "accountability", "money", "regulators", "cambridgeshire-and-peterborough",
    "footprints", "leads", "cambridge-university-hospitals", "before-and-after",
  ])
  func drawsEnglandsViewsReadably(name: String) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).svg")
    defer { try? FileManager.default.removeItem(at: file) }
    let outcome = remit("render", name, "-o", file.path, on: Graphs.england)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("2016-10-01"))
    #expect(outcome.output.contains("Most cited: "))
    #expect(!outcome.output.contains("too small to read"))
    let svg = try String(contentsOf: file, encoding: .utf8)
    #expect(svg.hasPrefix("<?xml") && svg.contains("font-family=\"Arial,Helvetica,"))
  }

  @Test func drawsAViewOfAGraphThatIsOneFile() throws {
    try inFolder("views:\n  money: {title: Money, relationships: [funds], width: amount}\n") {
      folder in
      let list = remit("views", on: folder + "/graph.yaml")
      #expect(list.code == 0 && list.output.contains("Money"))
      let drawn = remit("render", "money", "-o", folder + "/m.svg", on: folder + "/graph.yaml")
      #expect(drawn.code == 0, "\(drawn.errors)")
      let svg = try String(contentsOfFile: folder + "/m.svg", encoding: .utf8)
      #expect(svg.contains("£5") || svg.contains(" 5"))
    }
  }

  @Test func refusesABrokenViewUnlessLenient() throws {
    try inFolder("views:\n  good: {}\n  bad: {draw: sistem}\n") { folder in
      let graph = folder + "/graph.yaml"
      let strict = remit("views", on: graph)
      #expect(strict.code == 2)
      #expect(strict.errors.contains("graph.views.yaml:3:15: error: "))
      #expect(strict.errors.contains("did you mean 'system'?"))
      let lenient = remit("views", "--lenient", on: graph)
      #expect(lenient.code == 0 && lenient.output.contains("good"))
      #expect(!lenient.output.contains("bad"))
      #expect(remit("render", "bad", "--lenient", on: graph).code == 64)
    }
  }

  @Test func suggestsTheNearestView() throws {
    let outcome = remit("render", "monney", on: Graphs.england)
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains("did you mean 'money'?"))
    #expect(remit("render", on: Graphs.england).code == 64)
    #expect(remit("render", "--all", "money", on: Graphs.england).code == 64)
    #expect(remit("render", "money", "leads", "-o", "x.svg", on: Graphs.england).code == 64)
    #expect(remit("render", "money", "--landscape", on: Graphs.england).code == 64)
    #expect(remit("render", "money", "--memory-limit", "99", on: Graphs.england).code == 64)
  }

  @Test func changesLooksByOption() throws {
    try inFolder("views:\n  v: {page: a4}\n") { folder in
      let graph = folder + "/graph.yaml"
      let dark = remit(
        "render", "v", "--theme", "dark", "--page", "a3", "--landscape", "-o", folder + "/v.svg",
        on: graph)
      #expect(dark.code == 0, "\(dark.errors)")
      let svg = try String(contentsOfFile: folder + "/v.svg", encoding: .utf8)
      #expect(svg.contains("#16191d") && svg.contains("width=\"1191pt\" height=\"842pt\""))
    }
  }

  @Test func keepsPlacesAndTellsTheDrift() throws {
    try inFolder("views:\n  v: {}\n") { folder in
      let graph = folder + "/graph.yaml"
      let pin = ["render", "v", "--pin", folder + "/v.csv", "-o", folder + "/v.svg"]
      let first = Remit.run(pin + ["--graph", graph], in: Surroundings())
      #expect(first.code == 0 && first.output.contains("now holds"), "\(first)")
      let picture = try Data(contentsOf: URL(fileURLWithPath: folder + "/v.svg"))
      let second = Remit.run(pin + ["--graph", graph], in: Surroundings())
      #expect(
        second.output.contains("0 new, 0 gone; a fresh layout would have moved the kept ones by 0"))
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/v.svg")) == picture)
      try "1,x,a\n".write(toFile: folder + "/v.csv", atomically: true, encoding: .utf8)
      let broken = Remit.run(pin + ["--graph", graph], in: Surroundings())
      #expect(broken.code == 2 && broken.errors.contains("v.csv:1:1"))
    }
  }
}

#if canImport(Glibc)
  /// What takes a process: workers with limits, and watching.
  @Suite struct ViewProcessTests {
    private static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "remit")

    private func run(_ arguments: [String]) throws -> (code: Int32, errors: String) {
      let process = Process()
      process.executableURL = Self.program
      process.arguments = arguments
      let errors = Pipe()
      process.standardOutput = FileHandle.nullDevice
      process.standardError = errors
      try process.run()
      let data = errors.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    private func picture() -> URL {
      FileManager.default.temporaryDirectory.appending(path: "\(UUID()).svg")
    }

    @Test func drawsTheSameInAProcessOfItsOwn() throws {
      let (one, other) = (picture(), picture())
      defer { for file in [one, other] { try? FileManager.default.removeItem(at: file) } }
      let render = ["render", "money", "--graph", Graphs.england, "-o"]
      #expect(try run(render + [one.path]).code == 0)
      #expect(try run(render + [other.path, "--time-limit", "60"]).code == 0)
      #expect(try Data(contentsOf: one) == Data(contentsOf: other))
    }

    @Test func endsADrawingThatTakesTooLongOrTooMuch() throws {
      let file = picture()
      let render = ["render", "national", "--graph", Graphs.england, "-o", file.path]
      let slow = try run(render + ["--time-limit", "0.001"])
      #expect(slow.code == 2 && slow.errors.contains("it took longer than 0.001 seconds"))
      let large = try run(render + ["--time-limit", "60", "--memory-limit", "32"])
      #expect(large.code == 2 && !large.errors.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: file.path))
    }

    @Test func drawsAgainWhenAFileChangesAndEndsWhenTold() throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "remit-\(UUID())")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
      }
      try write("id,name,kind\na,First Name,k\nb,B,k\n", "organisations.csv")
      try write("from,to,kind\na,b,funds\n", "relationships.csv")
      try write("views:\n  v: {draw: bodies}\n", "views.yaml")
      let file = folder.appending(path: "v.svg")
      func waits(for text: String) -> Bool {
        for _ in 0..<600 {
          if let svg = try? String(contentsOf: file, encoding: .utf8), svg.contains(text) {
            return true
          }
          usleep(50_000)
        }
        return false
      }
      let process = Process()
      process.executableURL = Self.program
      process.arguments = ["render", "v", "--watch", "--graph", folder.path, "-o", file.path]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      #expect(waits(for: "First Name"))
      // Broken in between: it goes on.
      try write("views: [\n", "views.yaml")
      usleep(700_000)
      try write("id,name,kind\na,Second Name,k\nb,B,k\n", "organisations.csv")
      try write("views:\n  v: {draw: bodies, title: Anew}\n", "views.yaml")
      #expect(waits(for: "Second Name") && waits(for: "Anew"))
      process.terminate()
      process.waitUntilExit()
      #expect(process.terminationReason == .exit && process.terminationStatus == 0)
    }
  }
#endif
