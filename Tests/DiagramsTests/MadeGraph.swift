import Foundation
import GovernanceModel
import GraphFiles

/// Graphs made for a test, read as any other.
enum MadeGraph {
  /// A graph from the text of a YAML file.
  static func yaml(_ text: String) throws -> GovernanceGraph {
    try inNewFolder { folder in
      let path = folder + "/graph.yaml"
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return try GraphReader.read(path: path).graph
    }
  }

  /// A graph from the rows of CSV tables, headers first.
  static func tables(_ tables: [String: [String]]) throws -> GovernanceGraph {
    try inNewFolder { folder in
      for (name, rows) in tables {
        try (rows.joined(separator: "\n") + "\n").write(
          toFile: "\(folder)/\(name).csv", atomically: true, encoding: .utf8)
      }
      return try GraphReader.read(path: folder).graph
    }
  }

  private static func inNewFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("remit-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }

  /// A minister, an authority, a regulator, twelve trusts and three councils that form a
  /// partnership with a lead.
  ///
  ///     minister ◀── authority ◀── every trust ──▶ partnership ◀─leads── lead
  ///                  regulator ──oversees──▶ every trust       ◀── councils
  static let health: [String: [String]] = [
    "kinds": [
      "id,of,name,plural,broader,owned_by,tier", "minister,,minister,ministers,,,0",
      "authority,,authority,authorities,,,1", "regulator,,regulator,regulators,authority,,1",
      "trust,,hospital trust,hospital trusts,,,2", "board,,trust board,trust boards,,trust,3",
      "council,,council,councils,,,2", "partnership,,partnership,partnerships,,,3",
      "lead,post,lead,leads,,partnership,3",
    ],
    "organisations": ["id,name,kind,legal_form,opened,closed,grade"]
      + [
        "minister,The Minister,minister,office,,,verified",
        "authority,The Authority,authority,,,,verified",
        "regulator,The Regulator,regulator,,,,recalled",
        "partnership,North Partnership,partnership,partnership,2016,,verified",
        "old,Old Trust,trust,,,2015-04-01,verified",
      ] + (1...12).map { "t\($0),Trust \($0),trust,,,,verified" }
      + (1...3).map { "c\($0),Council \($0),council,,,,verified" },
    "posts": ["id,name,kind,owner", "lead,Lead of the North,lead,partnership"],
    "relationships": [
      "id,from,to,kind,basis,amount,year,start,end,source,grade,pairing,alternative_of"
    ] + [
      ",authority,minister,accountable-to,statutory,,,,,Act,verified,,",
      "pay,minister,authority,funds,,105700000000,2016/17,,,Accounts,verified,,",
      "pay2,minister,authority,funds,,106800000000,2016/17,,,Report,verified,,pay",
      ",every trust,authority,accountable-to,managerial,,,,,Act,inferred,,",
      ",regulator,every trust,oversees,statutory,,,,,Act,verified,,",
      ",every trust,every board,accountable-to,contractual,,,,,Act,verified,own,",
      ",every council,every trust,commissions,contractual,,,,,Act,verified,unstated,",
      ",authority,every trust,funds,,5000000,2016/17,,,Accounts,verified,,",
      ",lead,partnership,leads,voluntary,,,,,Act,verified,,",
      ",lead,t1,accountable-to,managerial,,,,,Act,inferred,,",
    ]
      + ["t1", "t2", "c1", "c2"].map {
        ",\($0),partnership,member-of,voluntary,,,2016,,Act,inferred,,"
      },
  ]
}
