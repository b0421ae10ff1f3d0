import CYAML
import GovernanceModel

/// Composes the values of a YAML text from what libyaml reads of it, piece by piece.
///
/// The library could compose them itself, but has no limit to their depth, and takes time by the
/// square of it.
struct YAMLComposer {
  private let document = YAMLDocument()
  private var root: Int?
  /// The lists and mappings that are not closed yet, with what they hold so far.
  private var open: [(number: Int, anchor: String?, children: [Int])] = []
  private var anchors: [String: Int] = [:]

  private init() {}

  /// The root of the only document of a text in UTF-8 without a byte-order mark; nil for one that
  /// holds nothing.
  ///
  /// - Complexity: O(bytes); nothing is recursive.
  static func root(of bytes: ByteText) throws(YAMLFault) -> YAMLNode? {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { throw YAMLFault("there is no memory for it") }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    // Safe: the bytes outlive the parser, which this function deletes. An empty text has no address,
    // and the library wants one.
    let nothing: StaticString = ""
    yaml_parser_set_input_string(&parser, bytes.baseAddress ?? nothing.utf8Start, bytes.count)
    var composer = YAMLComposer()
    var isAtEnd = false
    while !isAtEnd {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else { throw YAMLFault(parser) }
      defer { yaml_event_delete(&event) }
      try composer.take(event)
      isAtEnd = event.type == YAML_STREAM_END_EVENT
    }
    return composer.root.map(composer.document.node)
  }

  private mutating func take(_ event: yaml_event_t) throws(YAMLFault) {
    let mark = YAMLMark(event.start_mark)
    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
      guard root == nil else { throw YAMLFault("a second document begins", at: mark) }
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let number = document.add(String(decoding: text, as: UTF8.self), at: mark)
      put(number, anchor: name(scalar.anchor))
    case YAML_SEQUENCE_START_EVENT:
      try begin(document.addSequence(at: mark), anchor: event.data.sequence_start.anchor, at: mark)
    case YAML_MAPPING_START_EVENT:
      try begin(document.addMapping(at: mark), anchor: event.data.mapping_start.anchor, at: mark)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      guard let (number, anchor, children) = open.popLast() else { break }
      document.fill(number, with: children)
      put(number, anchor: anchor)
    case YAML_ALIAS_EVENT:
      let anchor = name(event.data.alias.anchor) ?? ""
      // An anchor is known from the end of its value on, so that no value lies in itself.
      guard let number = anchors[anchor] else {
        throw YAMLFault("no value before this has the anchor '\(anchor)'", at: mark)
      }
      put(number, anchor: nil)
    default: break
    }
  }

  private mutating func begin(
    _ number: Int, anchor: UnsafeMutablePointer<yaml_char_t>?, at mark: YAMLMark
  ) throws(YAMLFault) {
    guard open.count <= YAMLDocument.deepest else { throw .tooDeep(at: mark) }
    open.append((number, name(anchor), []))
  }

  /// Puts a finished value where it belongs.
  private mutating func put(_ number: Int, anchor: String?) {
    if let anchor { anchors[anchor] = number }
    if open.isEmpty {
      root = number
    } else {
      open[open.count - 1].children.append(number)
    }
  }

  private func name(_ anchor: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    anchor.map { String(cString: $0) }
  }
}

extension YAMLMark {
  init(_ mark: yaml_mark_t) { self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1) }
}
