import GovernanceModel

/// The names by which a page, a style sheet or a link finds the elements of a picture.
///
/// They follow from the ids of bodies and kinds alone, so that a body keeps its name from picture to
/// picture: `body-RGT`, `group-acute-trust` (a kind drawn as one), `list-R1A` (after its first body),
/// `frame-ccg`, `line-RGT--accountable-to--parliament`. Letters, digits, `-`, `_` and `.` are all they
/// hold; every other character becomes its number between underscores, and what is very long ends in
/// a number made of the whole.
enum ElementID {
  static func body(_ id: String) -> String { named("body-" + spelt(id)) }

  /// A body in a list or a table: its own name, but where it stands in several tables
  /// `body-RX6_in_E54000021`, which no id is spelt as.
  static func entry(_ entry: SceneNode.Entry, in node: SceneNode) -> String? {
    guard let id = entry.id else { return nil }
    return entry.isShared ? named("body-" + spelt(id) + "_in_" + spelt(node.id)) : body(id)
  }

  static func node(_ node: SceneNode) -> String {
    if node.stackCount != nil || node.isWhole {
      let kind = node.id.hasPrefix("every ") ? String(node.id.dropFirst(6)) : node.id
      return named("group-" + spelt(kind))
    }
    return node.isList
      ? named("list-" + spelt(String(node.id.prefix { $0 != " " }))) : body(node.id)
  }

  static func frame(_ frame: SceneFrame) -> String { named("frame-" + spelt(frame.id)) }

  static func line(_ line: SceneLine, _ context: SceneContext) -> String {
    var name = "line-"
    name.reserveCapacity(longest)
    name += spelt(line.fromFrame.map { "frame " + $0 } ?? line.from)
    name += "--"
    name += spelt(context.graph.relationshipKinds[line.kind].id)
    name += "--"
    name += spelt(line.toFrame.map { "frame " + $0 } ?? line.to)
    if line.isUnstated { name += "--unstated" } else if line.isAbsent { name += "--absent" }
    return named(name)
  }

  /// The junction of lines that share a trunk, or the trunk.
  static func junction(_ bundle: LineBundle, _ word: String, _ context: SceneContext) -> String {
    let words = bundle.junction.split(separator: " ").dropFirst()
    return named(word + "-" + words.map { spelt(String($0)) }.joined(separator: "--"))
  }

  /// `junction kind-accountable-to`: of the kind of its lines alone.
  static func classes(of bundle: LineBundle, _ word: String, _ context: SceneContext) -> String {
    word + " kind-" + spelt(context.graph.relationshipKinds[bundle.kind].id, dots: false)
  }

  /// `body kind-ccg`, with every broader kind.
  static func classes(of node: SceneNode, _ context: SceneContext) -> String {
    let kinds = context.graph.bodyKinds
    var words = [node.isList ? "list" : node.stackCount == nil && !node.isWhole ? "body" : "group"]
    if node.isHighlighted { words.append("highlighted") }
    let every = Set(node.entries.flatMap { kinds.selfAndBroader($0.kind) }.map { kinds[$0].id })
    words += every.sorted().map { "kind-" + spelt($0, dots: false) }
    return words.joined(separator: " ")
  }

  /// The heading of a table, which leads to the body that the table is of.
  static func heading(_ id: String) -> String { named("heading-" + spelt(id)) }

  /// `entry kind-ccg`: a body in a list or a table, with every broader kind.
  static func classes(of entry: DiagramContents.Body, as word: String = "entry") -> String {
    ([word] + entry.kind.lineage.map { "kind-" + spelt($0, dots: false) })
      .joined(separator: " ")
  }

  /// `line kind-accountable-to basis-statutory`.
  static func classes(of line: SceneLine, _ context: SceneContext) -> String {
    let kinds = context.graph.relationshipKinds
    var words = ["line"]
    let every = Set(
      ([line.kind] + line.alsoKinds).flatMap { kinds.selfAndBroader($0) }.map { kinds[$0].id })
    words += every.sorted().map { "kind-" + spelt($0, dots: false) }
    words += line.tally.basis.words.map { "basis-" + $0 }
    if line.isUnstated { words.append("unstated") }
    if line.isAbsent { words.append("absent") }
    if line.tally.isWeak { words.append("weak") }
    return words.joined(separator: " ")
  }

  /// Different for different texts.
  private static func spelt(_ text: String, dots: Bool = true) -> String {
    if text.utf8.allSatisfy({ isKept($0, dots: dots) }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-": result.unicodeScalars.append(scalar)
      case "." where dots: result += "."
      default: result += "_" + String(scalar.value, radix: 16) + "_"
      }
    }
    return result
  }

  /// Whether a byte stands for itself, as all do in most ids.
  private static func isKept(_ byte: UInt8, dots: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: dots && byte == UInt8(ascii: ".")
    }
  }

  private static let longest = 120

  private static func named(_ name: String) -> String {
    guard name.utf8.count > longest else { return name }
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    return String(name.prefix(longest - 18)) + "__" + String(hash, radix: 16)
  }
}
