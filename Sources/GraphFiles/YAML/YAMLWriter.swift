import CYAML

/// Writes a YAML text value by value, through libyaml.
///
///     YAMLWriter.text { writer in
///       writer.mapping(.block) {
///         writer.plain("posts")
///         writer.sequence(.flow) {}
///       }
///     }
final class YAMLWriter {
  /// Whether values stand on lines of their own or between brackets.
  enum Layout { case block, flow }

  /// At addresses that stay, as the library keeps both.
  private let emitter = UnsafeMutablePointer<yaml_emitter_t>.allocate(capacity: 1)
  private let bytes = UnsafeMutablePointer<[UInt8]>.allocate(capacity: 1)

  private init() {
    bytes.initialize(to: [])
    emitter.initialize(to: yaml_emitter_t())
    precondition(yaml_emitter_initialize(emitter) == 1, "there is no memory for a YAML text")
    yaml_emitter_set_encoding(emitter, YAML_UTF8_ENCODING)
    yaml_emitter_set_unicode(emitter, 1)
    yaml_emitter_set_width(emitter, -1)
    yaml_emitter_set_output(
      emitter,
      { bytes, chunk, count in
        bytes?.assumingMemoryBound(to: [UInt8].self).pointee
          .append(contentsOf: UnsafeBufferPointer(start: chunk, count: count))
        return 1
      }, bytes)
  }

  deinit {
    yaml_emitter_delete(emitter)
    emitter.deallocate()
    bytes.deinitialize(count: 1)
    bytes.deallocate()
  }

  /// The text of one value and what it holds.
  static func text(_ body: (YAMLWriter) -> Void) -> String {
    let writer = YAMLWriter()
    writer.emit { yaml_stream_start_event_initialize($0, YAML_UTF8_ENCODING) }
    writer.emit { yaml_document_start_event_initialize($0, nil, nil, nil, 1) }
    body(writer)
    writer.emit { yaml_document_end_event_initialize($0, 1) }
    writer.emit { yaml_stream_end_event_initialize($0) }
    return String(decoding: writer.bytes.pointee, as: UTF8.self)
  }

  /// A mapping; `body` writes a key, its value, the next key and so on.
  func mapping(_ layout: Layout, _ body: () -> Void) {
    let style = layout == .flow ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE
    emit { yaml_mapping_start_event_initialize($0, nil, nil, 1, style) }
    body()
    emit { yaml_mapping_end_event_initialize($0) }
  }

  /// A list; `body` writes its values.
  func sequence(_ layout: Layout, _ body: () -> Void) {
    let style = layout == .flow ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE
    emit { yaml_sequence_start_event_initialize($0, nil, nil, 1, style) }
    body()
    emit { yaml_sequence_end_event_initialize($0) }
  }

  /// A text without quotes, which must be one that can stand so.
  func plain(_ text: String) { scalar(text, YAML_PLAIN_SCALAR_STYLE) }

  /// A text in double quotes.
  func quoted(_ text: String) { scalar(text, YAML_DOUBLE_QUOTED_SCALAR_STYLE) }

  private func scalar(_ text: String, _ style: yaml_scalar_style_t) {
    var text = text
    text.withUTF8 { bytes in
      emit {
        yaml_scalar_event_initialize(
          $0, nil, nil, bytes.baseAddress, Int32(bytes.count), 1, 1, style)
      }
    }
  }

  private func emit(_ initialize: (UnsafeMutablePointer<yaml_event_t>) -> Int32) {
    var event = yaml_event_t()
    precondition(
      initialize(&event) == 1 && yaml_emitter_emit(emitter, &event) == 1,
      "values in their order, in UTF-8, can always be written as YAML")
  }
}
