import Foundation
import GovernanceModel
import GraphFiles

/// Reads spoiled graphs: a reader may refuse them, with diagnostics, but neither trap nor hang, and
/// what it takes must be written and read as the same graph.
struct ReaderFuzz {
  enum Reader: String, CaseIterable, Sendable { case csv, yaml, package }

  /// Something that should not have happened, with the bytes that led to it.
  struct Failure: Error, CustomStringConvertible {
    let words: String
    let files: [String: [UInt8]]
    var description: String {
      words + "\n"
        + files.sorted { $0.key < $1.key }.map { name, bytes in
          "\(name): \(String(reflecting: String(decoding: bytes, as: UTF8.self)))"
        }.joined(separator: "\n")
    }
  }

  static let csv = [
    "sources.csv": "id,title,note\nact,The Act,\"a \"\"note\"\"\"\nplan,The Plan,\n",
    "kinds.csv": """
    id,of,name,broader,owned_by,tier
    national-body,,national body,,,0
    ccg,,,health-body,,1
    health-body,,,,,1
    committee,,audit committee,,ccg,2
    minister,post,,,,
    reports-to,relationship,,accountable-to,,

    """,
    "organisations.csv": """
    id,name,kind,opened,closed,owner,code_ods,source,colour
    board,"The Board, as it was",national-body,1990,,,X24,act,red
    group,A Group,ccg,2013-04-01,2020-04,,06H,act plan,
    audit,Audit,committee,,,group,,,

    """,
    "posts.csv": "id,name,kind,owner\nsos,Secretary of State,minister,board\n",
    "history.csv":
      "organisation,field,value,start,end\ngroup,name,Old Group,,2015\ngroup,kind,national-body,2018,\n",
    "relationships.csv": """
    id,from,to,kind,basis,amount,year,start,end,pairing,part_of,note
    a,group,board,accountable-to,statutory managerial,,,2013-04-01,,,,"two
    lines"
    b,board,group,funds,,-12.50,2016/17,,2017-04-01,,a,
    c,every committee,every ccg,reports-to,,,,,,own,,
    d,every ccg,every national-body,oversees,,,,,,listed,,
    e,every ccg,sos,advises,,100,,2014,2016,,,

    """,
    "pairs.csv": "statement,from,to,amount\nd,group,board,5\n",
    "duties.csv": "holder,type,subject,start\nevery ccg,duty,Plan,2013\n",
    "classes.csv": """
    id,name,members,within,reason
    buyers,buyers,ccg and not (national-body or committee),,why
    sellers,sellers,,not ccg,

    """,
    "metrics.csv": """
    id,name,nature,rivalrous_across,system_metric,produced_by
    surplus,surplus,rivalrous,funds,balance,
    balance,balance,shared,,,class buyers every ccg board

    """,
    "incentives.csv": """
    id,holder,instrument,set_by,metric,direction,strength,sanction,amount,start,withdrawn
    a,every ccg and not committee,Rule,board,surplus,maximise,strong,money law,1.50,2016-04-01,
    b,class sellers,Rule,every national-body sos,balance,none,weak,,,,2016-07

    """,
    "effects.csv": "from,to,sign,way,holder,borne_by\nsurplus,balance,negative,crowds-out,group,\n",
    "evidence.csv": "id,statement,figure,date,pattern,about\nx,Said,5,2016,P01 P02,class buyers\n",
  ]

  static let yaml = """
    title: A small graph
    as_of: 2016-10-01
    sources:
      - {id: act, title: "The Act", date: 2012}
    kinds:
      - {id: national-body, tier: 0}
      - &ccg {id: ccg, name: 'clinical commissioning group'}
    organisations:
      - {id: board, name: The Board, kind: national-body}
      - id: group
        name: >-
          A Group
        kind: ccg
        code_ods: 06H
        note: |
          two
          lines
    relationships:
      - {from: group, to: board, kind: accountable-to, basis: [statutory, managerial], source: act}
      - {from: every ccg, to: board, kind: funds, amount: 12.50, start: 2014-01}
    classes: [{id: buyers, name: Buyers, members: ccg or not national-body}]
    metrics: [{id: surplus, name: Surplus, nature: rivalrous, produced_by: [board, class buyers]}]
    incentives:
      - {id: a, holder: every ccg and not national-body, instrument: Rule, set_by: [board, group],
         metric: surplus, direction: maximise, sanction: [money, law], withdrawn: 2016-07}

    """

  static let package = """
    {"name": "small", "title": "A small graph", "licenses": [{"name": "OGL-UK-3.0"}],
    "remit": {"as_of": "2016-10-01", "currency": "GBP"},
    "resources": [
      {"name": "organisations", "path": "organisations.csv", "schema": {"fields": [{"name": "id"}]}},
      {"name": "relationships-a", "path": "relationships.csv"}, {"path": "posts.csv"},
      {"path": "kinds.csv"}, {"path": "sources.csv"}]}

    """

  private let folder: TemporaryFolder
  /// The files as they stand in the folder, so that only those that change are written.
  private var standing: [String: [UInt8]] = [:]

  init() throws { folder = try TemporaryFolder() }

  /// Reads spoiled graphs of one seed and returns how many of them were sound.
  mutating func run(_ reader: Reader, seed: Int, cases: Int) throws -> Int {
    var mutation = Mutation(seed: seed)
    var generator = SeededGenerator(seed: ~seed)
    var sound = 0
    for _ in 0..<cases {
      var files =
        reader == .yaml
        ? ["graph.yaml": Array(Self.yaml.utf8)] : Self.csv.mapValues { Array($0.utf8) }
      if reader == .package { files["datapackage.json"] = Array(Self.package.utf8) }
      let names = reader == .package ? ["datapackage.json"] : files.keys.sorted()
      let name = names.randomElement(using: &generator)!
      let donor = files[files.keys.sorted().randomElement(using: &generator)!]!
      files[name] = mutation.mutate(files[name]!, donor: donor)
      if try check(files) { sound += 1 }
    }
    return sound
  }

  /// Whether a graph is sound; throws where it does not survive being written.
  private mutating func check(_ files: [String: [UInt8]]) throws -> Bool {
    for (name, bytes) in files where standing[name] != bytes {
      try folder.write(bytes, to: "graph/" + name)
    }
    standing = files
    let path = folder.path + "/graph" + (files["graph.yaml"] == nil ? "" : "/graph.yaml")
    let again = try? GraphReader.read(path: path)
    if files["graph.yaml"] == nil {
      try compareReadings(again, path, files)
    }
    guard let reading = again, !reading.hasErrors else { return false }
    let tables = reading.graph.tables
    try GraphWriter.write(tables, toFolder: folder.path + "/again")
    try compare(tables, folder.path + "/again", files)
    // The YAML library drops a byte-order mark at the beginning of a text.
    let text = GraphWriter.yaml(tables)
    guard !text.contains("\"\\uFEFF") else { return true }
    try folder.write(text, to: "again.yaml")
    try compare(tables, folder.path + "/again.yaml", files)
    return true
  }

  /// Reading row by row and reading in blocks of any size come to the same.
  private func compareReadings(
    _ reading: GraphReader.Reading?, _ path: String, _ files: [String: [UInt8]]
  ) throws {
    for settings in [ReadingSettings.rowByRow, .blocks(of: 1, workers: 1), .blocks(of: 90)] {
      let other = try? GraphReader.read(path: path, settings: settings)
      if let words = difference(other, reading) { throw Failure(words: words, files: files) }
    }
  }

  private func compare(_ tables: GraphTables, _ path: String, _ files: [String: [UInt8]]) throws {
    do throws(FileError) {
      let reading = try GraphReader.read(path: path)
      if let difference = difference(reading.graph.tables, tables) {
        throw FileError(
          [
            Diagnostic(
              id: "fuzz", position: SourcePosition(path: path), summary: difference, cure: "-")
          ] + reading.diagnostics)
      }
    } catch {
      throw Failure(words: error.description, files: files)
    }
  }
}
