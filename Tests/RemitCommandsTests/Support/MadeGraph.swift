import Foundation

/// Graphs made for one test, and the graphs that come with the project.
enum Graphs {
  static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let folder = project.appending(path: "Graphs").path(percentEncoded: false)
  static let england = project.appending(path: "Graphs/england").path(percentEncoded: false)

  /// The tables of a small graph, on which every kind of answer can be asked:
  ///
  ///                      minister
  ///                     ▲   ▲    ▲ political
  ///          statutory  │   │    └──────── council
  ///                   board │ contractual
  ///        managerial ▲   ▲ │
  ///            north ─┘   └─┴── trust ◀── oversees ── inspector
  ///              ▲
  ///              └── clinic (no basis)            loop-a ⇄ loop-b
  static let small: [String: String] = [
    "organisations.csv": """
    id,name,kind,code_ods,opened,closed,source,grade
    minister,The Minister,office,,,,act,verified
    board,National Board,national-body,X24,2010-04-01,,act,verified
    north,North Office,office,N1,2010-04-01,2020-04-01,act,verified
    trust,St Mary's NHS Foundation Trust,trust,RAA,2010-04-01,,act,verified
    clinic,Mill Lane Clinic,clinic,,2012,,act,verified
    council,Mill Lane Council,council,E01,,,act,verified
    inspector,The Inspector,regulator,,,,act,verified
    loop-a,Loop A,office,,,,act,verified
    loop-b,Loop B,office,,,,act,verified
    later,Later Body,trust,RBB,2022-07-01,,act,verified
    """,
    "relationships.csv": """
    id,from,to,kind,basis,legal_basis,amount,year,start,end,source,grade,alternative_of,part_of
    ,board,minister,accountable-to,statutory,Act s.1,,,2010-04-01,,act,verified,,
    ,north,board,accountable-to,managerial,,,,2010-04-01,2020-04-01,act,verified,,
    ,trust,board,accountable-to,statutory managerial,,,,,,act,recalled,,
    ,trust,minister,accountable-to,contractual,,,,2011-04-01,,act,inferred,,
    ,clinic,north,accountable-to,,,,,2012-05,,act,verified,,
    ,council,minister,accountable-to,political,,,,,,act,verified,,
    ,inspector,trust,oversees,statutory,,,,2011-04-01,,act,verified,,
    ,loop-a,loop-b,accountable-to,statutory,,,,,,act,verified,,
    ,loop-b,loop-a,accountable-to,statutory,,,,,,act,verified,,
    grant,minister,board,funds,,,1000000,2015/16,,,act,verified,,
    grant-b,minister,board,funds,,,1100000,2015/16,,,act,verified,grant,
    part,minister,board,funds,,,400000.50,2015/16,,,act,verified,,grant
    ,board,trust,funds,contractual,,,,,,act,estimated,,
    ,trust,board,member-of,voluntary,,,,2014,,act,verified,,
    """,
    "sources.csv": """
    id,title,publisher,date,url
    act,The Act,Parliament,2009,https://example.org/act
    """,
    "classes.csv": """
    id,name,members,within,reason,source,grade
    providers,providers of care,trust or clinic,,Two kinds,act,inferred
    chosen,chosen few,,trust,No list,act,inferred
    """,
    "metrics.csv": """
    id,name,nature,rivalrous_across,source,grade
    surplus,surplus,rivalrous,commissions,act,inferred
    waits,waiting time,shared,,act,verified
    """,
    "incentives.csv": """
    id,holder,instrument,set_by,metric,direction,strength,reason,reading,basis,amount,year,start,end,withdrawn,source,grade
    tariff,class providers,Price list,board every office,surplus,maximise,strong,Pays,economic,statutory,5.50,2016/17,2016-04,2017-04,,act,verified
    bonus,class chosen,Bonus,board,waits,minimise,weak,,stated,,,,2016-04-01,,2016-07,act,recalled
    duty,every trust and not clinic,Duty,,surplus,maximise,moderate,Law,stated,,,,,,,act,verified
    old,every council,Old rule,minister,waits,none,,,,,,,,2015,,act,verified
    rule,board,Rule,minister,waits,target,weak,,stated,,,,,,,act,verified
    """,
    "effects.csv": "from,to,sign,source,grade\nwaits,surplus,negative,act,inferred",
    "evidence.csv": "id,statement,figure,pattern,source,grade\nsaid,Few agree,5,P01,act,verified",
  ]

  /// Hands `body` the path of a folder that holds the tables, and removes it.
  static func withFolder<Result>(
    _ tables: [String: String] = small, _ body: (String) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "graph-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in tables {
      try Data((text + "\n").utf8).write(to: folder.appending(path: name))
    }
    return try body(folder.path(percentEncoded: false))
  }

  /// Hands `body` the path of a file with the text, and removes it.
  static func withFile<Result>(
    _ text: String, named name: String = "file.txt", _ body: (String) throws -> Result
  ) throws -> Result {
    try withFolder([name: text]) { try body($0 + "/" + name) }
  }
}
