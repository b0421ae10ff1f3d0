#if canImport(Glibc)
  import Foundation
  import Testing

  /// The program as a process loads what its command needs, and no more.
  struct StartTests {
    /// The program that was built with the tests, beside them.
    private static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "remit")

    /// What the system's loader says it loads while the program runs.
    private static func loaderWords(_ arguments: [String]) throws -> String {
      let process = Process()
      process.executableURL = program
      process.arguments = arguments + ["--graph", Graphs.england]
      process.environment = ["LD_DEBUG": "files"]
      let errors = Pipe()
      process.standardOutput = FileHandle.nullDevice
      process.standardError = errors
      try process.run()
      let data = errors.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      return String(decoding: data, as: UTF8.self)
    }

    @Test(arguments: [["reports-to", "RGT"], ["info"], ["common", "RGT", "06H"]])
    func loadsNoGraphvizForAQuestion(arguments: [String]) throws {
      let words = try Self.loaderWords(arguments)
      #expect(words.contains("libc.so"))
      for library in ["libgvc", "libcgraph", "libcdt", "libexpat", "libltdl"] {
        #expect(!words.contains(library), "\(library) was loaded to answer '\(arguments[0])'")
      }
    }

    @Test func loadsGraphvizForAPicture() throws {
      let picture = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).svg")
      defer { try? FileManager.default.removeItem(at: picture) }
      let words = try Self.loaderWords(["render", "around", "RGT", "-o", picture.path])
      #expect(words.contains("libgvc.so"))
      #expect(try Data(contentsOf: picture).starts(with: Array("<?xml".utf8)))
    }
  }
#endif
