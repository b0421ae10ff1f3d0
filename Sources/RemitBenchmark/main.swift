import GraphFiles
import GraphvizEngine

// Does the works of Benchmarks/README.md once or a few times, and prints how long each took:
//
//     remit-benchmark FOLDER W1,W2,… [--answers FOLDER] [--repeats N]
//     remit-benchmark DOCUMENT.dot W9 [--engine sfdp] [--alone yes]
//
// It prints the same lines of JSON as the peers do: see Benchmarks/peers/peer.py.
var arguments = Array(CommandLine.arguments.dropFirst())
let answers = takeOption("--answers", from: &arguments)
let engine = takeOption("--engine", from: &arguments) ?? LayoutEngine.dot.rawValue
let isAlone = takeOption("--alone", from: &arguments) != nil
let repeats = takeOption("--repeats", from: &arguments).flatMap { Int($0) }
guard arguments.count == 2 else {
  complain("usage: remit-benchmark FOLDER W1,W2,… [--answers FOLDER] [--repeats N]")
  finish(64)
}
if arguments[1] == "W9" {
  // Not a folder but a DOT document: how long it takes to read it and lay it out, and no more; alone as
  // Graphviz does it where this program does nothing for it.
  do {
    let text = try TextFile.lines(of: arguments[0]).joined(separator: "\n")
    guard let engine = LayoutEngine(rawValue: engine) else {
      complain("no engine is called '\(engine)'")
      finish(64)
    }
    try timeLayout(of: text, engine: engine, isAlone: isAlone)
    finish(0)
  } catch {
    complain("\(error)")
    finish(2)
  }
}
do {
  let asked = Set(arguments[1].split(separator: ",").map(String.init))
  let register = try Register(folder: arguments[0])
  var shown: [(work: String, lines: () -> Lines)] = [("W1", register.totals)]
  for work in Work.all where asked.contains(work.id) {
    shown.append((work.id, measure(work, on: register, repeats: repeats)))
  }
  // Only now, so that nothing that is done for the sake of comparing counts as memory.
  if let answers {
    for (work, lines) in shown {
      try TextFile.write(lines().text, to: "\(answers)/\(work).remit.txt")
    }
  }
} catch {
  complain("\(error)")
  finish(2)
}
