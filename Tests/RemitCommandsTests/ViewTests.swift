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
        "lead-without-authority",
      ]))
    for view in views {
      #expect((view["bodies"] as? Int ?? 0) + (view["bodiesInGroups"] as? Int ?? 0) > 0, "\(view)")
      #expect(!((view["about"] as? String ?? "").isEmpty))
    }
    let chart = try #require(views.first { $0["name"] as? String == "footprints" })
    // 44 footprints and their members, a member of several counted in each.
    #expect(chart["bodies"] as? Int == 715)
  }

  private static let england = [
    "national", "accountability", "money", "regulators", "cambridgeshire-and-peterborough",
    "footprints", "leads", "cambridge-university-hospitals", "before-and-after",
    "lead-without-authority",
  ]

  @Test(arguments: england)
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
    let faults = try #require(PictureFaults.of(Data(svg.utf8)))
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
  }

  /// However crowded, and whatever the sheet: words never lie on words, and nothing is cut off.
  @Test(arguments: 0..<12)
  func keepsWordsApartInRandomGraphs(seed: Int) throws {
    var state = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let count = 6 + random(12)
    var text = "title: Random\norganisations:\n"
    for body in 0..<count {
      text += "  - {id: b\(body), name: Body \(body) of some place, kind: k\(random(5))}\n"
    }
    text += "relationships:\n"
    for _ in 0..<(count * 3 / 2) {
      let from = random(count)
      let to = (from + 1 + random(count - 1)) % count
      let kind = ["funds", "accountable-to", "oversees"][random(3)]
      text += "  - {from: b\(from), to: b\(to), kind: \(kind)"
      text += kind == "funds" ? ", amount: \(1 + random(900))000000}\n" : "}\n"
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let graph = folder.appending(path: "graph.yaml")
    try text.write(to: graph, atomically: true, encoding: .utf8)
    for page in [[], ["--page", "a4"], ["--page", "a3", "--landscape"]] {
      let file = folder.appending(path: "v.svg")
      let outcome = Remit.run(
        ["render", "national", "-o", file.path, "--graph", graph.path] + page,
        in: Surroundings(environment: [:], isTerminal: false))
      #expect(outcome.code == 0, "\(outcome.errors)")
      let faults = try #require(PictureFaults.of(try Data(contentsOf: file)))
        .filter { !$0.contains(" runs ") }
      #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    }
  }

  /// Kinds of one shape differ by their fill, in grey too; few kinds share a fill.
  @Test(arguments: ["light", "print", "contrast"])
  func tellsKindsApart(theme: String) throws {
    var fills: [String: Set<String>] = [:]
    for name in Self.england where name != "footprints" {
      let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).dot")
      defer { try? FileManager.default.removeItem(at: file) }
      #expect(
        remit("render", name, "--theme", theme, "-o", file.path, on: Graphs.england).code == 0)
      let text = try String(contentsOf: file, encoding: .utf8)
      var greys: [String: [Int]] = [:]
      for line in text.split(separator: "\n")
      where line.contains("\"legend kind ") && line.contains("shape=") {
        func value(_ key: String) -> String {
          line.split(separator: key + "=\"").last?.split(separator: "\"").first.map(String.init)
            ?? ""
        }
        // Samples of outlines are white, and are told apart by these.
        let hasOutline = ["peripheries", "penwidth", "dashed", "<TABLE"].contains {
          line.contains($0)
        }
        if hasOutline { continue }
        let fill = value("fillcolor")
        let look = value("shape") + " " + value("style")
        let lightness = [1, 3, 5].reduce(0) { sum, start in
          let digits = fill.dropFirst(start).prefix(2)
          return sum + (Int(digits, radix: 16) ?? 0)
        }
        if theme == "print" {
          for other in greys[look] ?? [] {
            #expect(abs(other - lightness) >= 3 * 20, "\(name): \(line)")
          }
        }
        greys[look, default: []].append(lightness)
        fills[fill, default: []].insert(value("label"))
      }
    }
    if theme != "print" {
      for (fill, kinds) in fills where fill != "#FFFFFF" {
        #expect(kinds.count <= 2, "\(fill): \(kinds.sorted())")
      }
    }
  }

  /// The pictures of the gallery are not the only ones: no footprint has words on words, or lines
  /// through words.
  @Test(arguments: [1, 7, 15, 21, 29, 34, 44])
  func drawsEveryFootprintReadably(number: Int) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).svg")
    defer { try? FileManager.default.removeItem(at: file) }
    let id = "E540000" + (number < 10 ? "0" : "") + "\(number)"
    let outcome = remit("render", "footprint", id, "-o", file.path, on: Graphs.england)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let faults = try #require(PictureFaults.of(try Data(contentsOf: file)))
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
  }

  /// Other engines lead lines around boxes too, and kept places leave what they leave: words are
  /// moved out of the way of lines in every picture. Nothing lies on words and no line runs behind a box;
  /// words on a short line in a crowd may have a line through them still, and the words of a frame that
  /// is no wider than they are, since there is no free place near.
  @Test(
    arguments: ["neato", "fdp", "sfdp", "twopi", "circo", "pinned"],
    ["national", "cambridgeshire-and-peterborough"])
  func drawsReadablyByOtherEngines(engine: String, name: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "v.svg")
    let options =
      engine == "pinned"
      ? ["--pin", folder.appending(path: "places.csv").path] : ["--engine", engine]
    let render = ["render", name, "-o", file.path, "--graph", Graphs.england] + options
    for _ in 0..<(engine == "pinned" ? 2 : 1) {
      let outcome = Remit.run(render, in: Surroundings())
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    let faults = try #require(PictureFaults.of(try Data(contentsOf: file)))
    let narrow = "'1 clinical commissioning group'"
    let few = faults.filter { $0.contains(" runs through '£") || $0.contains(narrow) }
    #expect(few.count == faults.count, "\(faults.joined(separator: "\n"))")
    let most = ["pinned": 1, "neato": 5][engine] ?? 4
    #expect(few.count <= most, "\(faults.joined(separator: "\n"))")
  }

  @Test func drawsAFindingAndRefusesOneThatIsNotThere() throws {
    try inFolder("views:\n  f: {finding: isolated-bodi}\n") { folder in
      let outcome = remit("render", "f", "-o", folder + "/f.svg", on: folder + "/graph.yaml")
      #expect(outcome.code == 2)
      #expect(outcome.errors.contains("'isolated-bodi' is no rule"))
      #expect(outcome.errors.contains("did you mean 'isolated-body'?"))
    }
    try inFolder("views:\n  f: {finding: isolated-body/x}\n") { folder in
      let outcome = remit("render", "f", "-o", folder + "/f.svg", on: folder + "/graph.yaml")
      #expect(outcome.code == 2)
      #expect(outcome.errors.contains("is not found on the date of the view"))
    }
    try inFolder("views:\n  f: {finding: isolated-body/x}\n  g: {title: G}\n") { folder in
      let graph = folder + "/graph.yaml"
      // What a view that is not drawn would show is not looked for; in a list of all it is.
      #expect(remit("render", "g", "-o", folder + "/g.svg", on: graph).code == 0)
      #expect(remit("views", on: graph).errors.contains("is not found on the date of the view"))
    }
    let dot = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).dot")
    defer { try? FileManager.default.removeItem(at: dot) }
    let outcome = remit("render", "lead-without-authority", "-o", dot.path, on: Graphs.england)
    #expect(outcome.code == 0 && outcome.output.contains("looked for and not found"))
    #expect(try String(contentsOf: dot, encoding: .utf8).contains("not found"))
  }

  /// What the picture hatches, the words tell too.
  @Test func hatchesBodiesOfSeveralFootprints() throws {
    let text = remit(
      "render", "cambridgeshire-and-peterborough", "--text", on: Graphs.england
    ).output
    #expect(text.contains("East of England Ambulance Service NHS Trust (RYC), ambulance NHS trust"))
    #expect(text.contains("in 5 STP footprints"))
    #expect(text.contains("bars: in several STP footprints"))
    let chart = remit("render", "footprints", "--text", on: Graphs.england).output
    #expect(
      chart.contains("East of England Ambulance Service NHS Trust (RYC), ambulance NHS trust; "))
    #expect(chart.matches(of: /\(RYC\)[^\n]*in 5 STP footprints/).count == 5)
    #expect(!remit("render", "national", "--text", on: Graphs.england).output.contains("bars:"))
  }

  /// A sentence that is heard must not begin as if what is missing were there.
  @Test func tellsLinesAsSentences() throws {
    let finding = remit("render", "lead-without-authority", "--text", on: Graphs.england).output
    #expect(finding.contains("looked for, not found: is accountable to Lead of the Cambridgeshire"))
    #expect(!finding.contains("(looked for"))
    let compared = remit("render", "before-and-after", "--text", on: Graphs.england).output
    #expect(compared.contains("gone: Monitor is accountable to it"))
    #expect(compared.contains("144 foundation trusts are accountable to it (as before; "))
    let chart = remit("render", "footprints", "--text", on: Graphs.england).output
    #expect(!chart.contains("with the same lines"))
  }

  /// Who cannot see the picture hears on what its lines rest, which a page shows when asked.
  @Test func tellsDatesGradesAndSourcesOfLines() throws {
    let text = remit("render", "national", "--text", on: Graphs.england).output
    #expect(
      text.contains(
        "- Monitor is accountable to Parliament: statutory; from 2016-04-01 to 2022-07-01; verified; "
          + "Its end is recalled; sources: Written question 34009: NHS Improvement, Health and Care "
          + "Act 2022\n"))
    #expect(text.contains("; 3 relationships: NHS Central Manchester CCG, NHS North Manchester "))
    #expect(text.contains("; 1 relationship: NHS England region: London\n"))
    #expect(
      text.contains("209 relationships: one for each of the 209 clinical commissioning groups\n"))
    #expect(
      text.contains(
        "\n          - Barnet Council to Local electorate of Barnet Council\n"))
    #expect(!text.contains(" more\n"))
    let chart = remit("render", "footprints", "--text", on: Graphs.england).output
    #expect(chart.contains("\nWhat says who is in a table (44)\n"))
    #expect(chart.contains("; 1 relationship: NHS North Durham CCG\n"))
  }

  /// Who is in a group that the picture only counts, and what is recorded of each, as in a page.
  @Test func tellsTheBodiesOfGroupsAndOfTables() throws {
    let text = remit("render", "national", "--text", on: Graphs.england).output
    #expect(text.contains("\nThe bodies that groups stand for (1,261)\n"))
    #expect(
      text.contains(
        "\n  - 209 clinical commissioning groups: each statutory body in law; verified\n"))
    #expect(
      text.contains(
        "\n      - NHS Barnsley CCG (02P): ODS 02P; ONS E38000006; open from 2013-04-01 to 2022-07-01; "
      ))
    #expect(
      text.contains("\n  - National Audit Office (national-audit-office), national body: dates "))
    let chart = remit("render", "footprints", "--text", on: Graphs.england).output
    #expect(chart.contains("\nWhat is recorded of each body (715)\n"))
    #expect(
      chart.contains(
        "\n  - The 6 bodies in the table of Gloucestershire: each statutory body in law; "))
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

    private func run(
      _ arguments: [String], _ variables: [String: String] = [:]
    ) throws -> (code: Int32, errors: String) {
      let process = Process()
      process.environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
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

    @Test(arguments: SteadinessTests.engines)
    func drawsTheSameInAProcessOfItsOwn(engine: String) throws {
      let (one, other) = (picture(), picture())
      defer { for file in [one, other] { try? FileManager.default.removeItem(at: file) } }
      let view = engine == "fdp" ? "cambridgeshire-and-peterborough" : "money"
      let render = ["render", view, "--engine", engine, "--graph", Graphs.england, "-o"]
      #expect(try run(render + [one.path]).code == 0)
      #expect(try run(render + [other.path, "--time-limit", "60"]).code == 0)
      #expect(try Data(contentsOf: one) == Data(contentsOf: other))
    }

    /// Words are measured by the program itself, so that a picture is the same on every machine.
    @Test func drawsTheSameWhateverTypefacesAreThere() throws {
      let (one, other) = (picture(), picture())
      defer { for file in [one, other] { try? FileManager.default.removeItem(at: file) } }
      let render = ["render", "national", "--graph", Graphs.england, "-o"]
      #expect(try run(render + [one.path]).code == 0)
      #expect(try run(render + [other.path], ["FONTCONFIG_FILE": "/dev/null"]).code == 0)
      #expect(try Data(contentsOf: one) == Data(contentsOf: other))
    }

    @Test func endsADrawingThatTakesTooLongOrTooMuch() throws {
      let file = picture()
      let render = ["render", "national", "--graph", Graphs.england, "-o", file.path]
      let slow = try run(render + ["--time-limit", "0.001"])
      #expect(slow.code == 2 && slow.errors.contains("it took longer than 0.001 seconds"))
      // Pixels, and the libraries that draw them, take more than this.
      let pixels = file.deletingPathExtension().appendingPathExtension("png")
      let large = try run([
        "render", "national", "--graph", Graphs.england, "-o", pixels.path, "--time-limit", "60",
        "--memory-limit", "32",
      ])
      #expect(large.code == 2 && !large.errors.isEmpty)
      for none in [file, pixels] { #expect(!FileManager.default.fileExists(atPath: none.path)) }
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
