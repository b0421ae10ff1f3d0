/// A label made of tables and styled text, which Graphviz calls HTML-like.
///
/// The text in it is a value, escaped when written: no string can become markup.
///
/// ```swift
/// HTMLLabel([.bold([.text("NHS <England>")]), .lineBreak(), .text("£168bn")])
/// ```
///
/// is written `<<B>NHS &lt;England&gt;</B><BR/>£168bn>`.
public struct HTMLLabel: Sendable, Equatable {
  enum Content: Sendable, Equatable {
    case text([HTMLText])
    /// Elsewhere, since it is many times as large as all else that an attribute may be.
    indirect case table(HTMLTable)
  }

  let content: Content

  /// A label of styled text.
  public init(_ text: [HTMLText]) { content = .text(text) }
  /// A label of plain text.
  public init(_ text: String) { content = .text([.text(text)]) }
  /// A label that is a table.
  public init(_ table: HTMLTable) { content = .table(table) }
}

/// Styled text.
public enum HTMLText: Sendable, Equatable {
  /// Words, shown exactly as they are.
  case text(String)
  /// The end of a line, which it places left, centred or right.
  case lineBreak(HTMLAlignment = .center)
  case bold([HTMLText])
  case italic([HTMLText])
  case underline([HTMLText])
  indirect case font(HTMLFont, [HTMLText])
}

/// A font; what is not given stays as it is around it.
public struct HTMLFont: Sendable, Equatable {
  public var name: String?
  /// In points.
  public var size: Double?
  public var color: DotColor?

  /// Makes a font.
  public init(name: String? = nil, size: Double? = nil, color: DotColor? = nil) {
    self.name = name
    self.size = size
    self.color = color
  }
}

/// Where text stands in a line or a cell.
public enum HTMLAlignment: String, Sendable, CaseIterable {
  case left = "LEFT"
  case center = "CENTER"
  case right = "RIGHT"
}

/// A table; a table without cells shows one empty cell.
public struct HTMLTable: Sendable, Equatable {
  public var rows: [HTMLRow]
  /// The width of the outer frame, in points.
  public var border: Int
  /// The width of the frames of cells, in points.
  public var cellBorder: Int
  /// In points.
  public var cellSpacing: Int
  /// In points.
  public var cellPadding: Int
  /// The colour of the frames.
  public var color: DotColor?
  /// The colour inside.
  public var bgcolor: DotColor?
  /// Whether the corners of the outer frame are round.
  public var isRounded: Bool
  /// The size that it has whatever is around it; nil for as large as its cells and its place are.
  public var size: HTMLSize?

  /// Makes a table.
  public init(
    _ rows: [HTMLRow], border: Int = 1, cellBorder: Int = 1, cellSpacing: Int = 0,
    cellPadding: Int = 4, color: DotColor? = nil, bgcolor: DotColor? = nil, isRounded: Bool = false,
    size: HTMLSize? = nil
  ) {
    self.rows = rows
    self.border = border
    self.cellBorder = cellBorder
    self.cellSpacing = cellSpacing
    self.cellPadding = cellPadding
    self.color = color
    self.bgcolor = bgcolor
    self.isRounded = isRounded
    self.size = size
  }
}

/// A row of a table.
public struct HTMLRow: Sendable, Equatable {
  public var cells: [HTMLCell]

  /// Makes a row.
  public init(_ cells: [HTMLCell]) { self.cells = cells }
}

/// A cell of a table.
public struct HTMLCell: Sendable, Equatable {
  public var content: HTMLLabel
  public var alignment: HTMLAlignment
  public var columnSpan: Int
  public var rowSpan: Int
  public var bgcolor: DotColor?
  /// The size that it has whatever is in it, in points; nil for as large as its content.
  public var size: HTMLSize?
  /// What ``DotAttribute/headport(_:)`` and ``DotAttribute/tailport(_:)`` refer to.
  public var port: String?
  /// What makes the cell an element of its own in SVG.
  public var anchor: HTMLAnchor?

  /// Makes a cell.
  public init(
    _ content: HTMLLabel, alignment: HTMLAlignment = .center, columnSpan: Int = 1,
    rowSpan: Int = 1, bgcolor: DotColor? = nil, size: HTMLSize? = nil, port: String? = nil,
    anchor: HTMLAnchor? = nil
  ) {
    self.content = content
    self.alignment = alignment
    self.columnSpan = columnSpan
    self.rowSpan = rowSpan
    self.bgcolor = bgcolor
    self.size = size
    self.port = port
    self.anchor = anchor
  }

  /// Makes a cell of plain text.
  public init(_ text: String, alignment: HTMLAlignment = .center) {
    self.init(HTMLLabel(text), alignment: alignment)
  }
}

/// The size of a cell, in points.
public struct HTMLSize: Sendable, Equatable {
  public var width: Int
  public var height: Int

  /// Makes a size.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// The name and the words of a cell that is an element of its own in SVG; never a link.
public struct HTMLAnchor: Sendable, Equatable {
  /// The element is called `a_` and this: letters, digits, `-`, `_` and `.`.
  public var id: String
  /// What a reader sees when pointing at the cell.
  public var tooltip: String

  /// Makes an anchor.
  public init(id: String, tooltip: String) {
    self.id = id
    self.tooltip = tooltip
  }
}
