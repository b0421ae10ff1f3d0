import GraphFiles

// Makes the generated tables of Graphs/england: `swift run england-graph SOURCES INTO`.
let arguments = CommandLine.arguments.dropFirst()
guard arguments.count == 2, let folder = arguments.first, let target = arguments.last else {
  complain("usage: england-graph SOURCES INTO")
  finish(64)
}
do {
  let england = try England.make(from: SourceFolder(path: folder))
  try england.write(into: target)
  try Boundaries(SourceFolder(path: folder)).write(into: target)
  try GraphWriter.describe(folder: target, package: .england)
  print(england.summary)
} catch {
  complain(error.description)
  finish(2)
}
