/// A document as the steps by which a graph is made from it: what ``DotDocument/text`` says, with
/// nothing to read again.
///
/// Every name and value is as Graphviz holds it once it has read the text.
///
///     digraph "g" {                        g 0
///       node [shape="box"];                N  2 shape 0  box 0  0
///       "a" [label="A", shape="oval"];     n  a 0  4 label 0  A 0  2 oval 0  0
///       subgraph "cluster_c" { "b"; }      c  cluster_c 0  n  b 0  0  .
///       "a" -> "b" [label=<<B>x</B>>];     e  a 0  b 0  5 <B>x</B> 0  0
///     }                                    .
///
/// The numbers stand for attributes, in the order in which they are first named, twice the number
/// from 1 on, and one more before a value that is HTML-like.
package struct DotSteps {
  package private(set) var bytes: [UInt8] = []
  /// The length of the longest name or value, in bytes.
  package private(set) var longestString = 0
  /// How many clusters stand within each other, at most.
  package private(set) var depth = 0

  /// The attributes met so far; the place of each is its number less one.
  private var attributeNames: [String] = []
  /// The place of the one that followed each of them last, mostly the same again, behind two that
  /// were first: of an edge, and of anything else.
  private var followers = [0, 0]
  private let nodesAreLabelled: Bool

  /// - Complexity: O(n) in the length of the document.
  package init(_ document: DotDocument) {
    nodesAreLabelled = document.nodeDefaults.contains("label")
    bytes.reserveCapacity(1 << 14)
    append(name: document.name)
    append(settings: document.attributes, of: "g")
    append(settings: document.nodeDefaults, of: "N")
    append(settings: document.edgeDefaults, of: "E")
    append(document.statements, inherited: document.attributes, depth: 0)
    append(".")
  }
}

// Steps.
extension DotSteps {
  private mutating func append(
    _ statements: [DotStatement], inherited: DotAttributes, depth: Int
  ) {
    self.depth = max(self.depth, depth)
    for statement in statements {
      switch statement {
      case .node(let id, let attributes):
        append("n")
        append(name: id)
        append(attributes.labelled(id, unless: nodesAreLabelled))
      case .edge(let tail, let head, let attributes):
        append("e")
        append(name: tail)
        append(name: head)
        append(attributes, areOfEdge: true)
      case .cluster(let cluster):
        append("c")
        append(cluster: cluster.id)
        let attributes = cluster.attributes.apart(from: inherited)
        append(settings: attributes, of: "g")
        append(
          cluster.statements, inherited: inherited.merging(attributes), depth: depth + 1)
        append(".")
      case .rankGroup(let rank, let ids):
        append("r")
        append(settings: [DotAttribute("rank", .literal(rank.rawValue))], of: "g")
        for id in ids {
          append("n")
          append(name: id)
          append([])
        }
        append(".")
      }
    }
  }

  private mutating func append(settings: DotAttributes, of kind: Unicode.Scalar) {
    guard !settings.isEmpty else { return }
    append(kind)
    append(settings)
  }

  private mutating func append(_ attributes: DotAttributes, areOfEdge: Bool = false) {
    var follower = areOfEdge ? 0 : 1
    for attribute in attributes { append(attribute, as: &follower) }
    bytes.append(0)
  }

  private mutating func append(_ step: Unicode.Scalar) { bytes.append(UInt8(ascii: step)) }
}

// Attributes.
extension DotSteps {
  private mutating func append(_ attribute: DotAttribute, as follower: inout Int) {
    var markup: String?
    if case .label(.html(let label)) = attribute.value {
      markup = label.markup
      // Graphviz takes an empty label for one of text.
      if markup == "" { markup = nil }
    }
    let known = attributeNames.count
    let place = place(of: attribute.name, as: follower)
    bytes.append(UInt8((place + 1) * 2 + (markup == nil ? 0 : 1)))
    if place == known { append(string: attribute.name) }
    follower = place + 2
    if let markup { append(string: markup) } else { append(attribute.value) }
  }

  /// Where an attribute stands among those met so far, at the end when it is new.
  private mutating func place(of name: String, as follower: Int) -> Int {
    let likely = followers[follower]
    if likely < attributeNames.count, attributeNames[likely] == name { return likely }
    let place = attributeNames.firstIndex(of: name) ?? attributeNames.count
    if place == attributeNames.count {
      precondition(place < 127, "a document has at most 127 attributes of different names.")
      attributeNames.append(name)
      followers.append(0)
    }
    followers[follower] = place
    return place
  }

  private mutating func append(_ value: DotValue) {
    switch value {
    case .literal(let text): append(string: text)
    case .label(.text(let text)), .tooltip(let text):
      if !append(plain: text) { append(unquoted: value.text) }
    case .label(.html): append(string: "")
    case .identifier(let id): append(name: id)
    case .cluster(let id): append(cluster: id)
    case .word(let word, let punctuation):
      if !append(word: word, punctuation) { append(unquoted: value.text) }
    }
  }
}

// Strings.
extension DotSteps {
  /// What Graphviz calls a node or graph of an id.
  private mutating func append(name id: String) {
    // A percent sign means something at the start of a name.
    if id.utf8.first == UInt8(ascii: "%") || !append(plain: id) {
      append(string: DotQuoting.name(id))
    }
  }

  private mutating func append(cluster id: String) {
    append(string: "cluster_" + DotQuoting.name(id))
  }

  private mutating func append(string: String) {
    var string = string
    let length = string.withUTF8 { utf8 in
      bytes.append(contentsOf: utf8)
      return utf8.count
    }
    bytes.append(0)
    longestString = max(longestString, length)
  }

  /// Adds a text that every reading leaves as it is, as it does most; false for any other.
  private mutating func append(plain text: String) -> Bool {
    let isPlain = text.isPlain { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "\\") }
    if isPlain { append(string: text) }
    return isPlain
  }

  /// Adds a word none of whose characters is left out; false for any other.
  private mutating func append(word: String, _ punctuation: String) -> Bool {
    let isWhole = DotQuoting.isWord(word, allowing: punctuation)
    if isWhole { append(string: word) }
    return isWhole
  }

  /// Adds what Graphviz makes of a quoted string: without its quotes, `\"` being a quote.
  private mutating func append(unquoted quoted: String) {
    let start = bytes.count
    var isEscaped = false
    for byte in quoted.utf8.dropFirst().dropLast() {
      if isEscaped, byte == UInt8(ascii: "\"") { bytes.removeLast() }
      bytes.append(byte)
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    longestString = max(longestString, bytes.count - start)
    bytes.append(0)
  }
}
