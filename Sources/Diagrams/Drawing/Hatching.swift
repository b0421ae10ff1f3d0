/// Bars across a band, for a body that belongs to several groups: drawn as a table, so that every
/// format has them.
enum Hatching {
  private static let bars = 16

  /// Bars 2 points wide, 2 points apart.
  static func band(_ theme: Theme) -> HTMLLabel {
    let size = HTMLSize(width: 2, height: 7)
    let bar = HTMLCell(HTMLLabel([]), bgcolor: theme.nodeInk, size: size)
    let gap = HTMLCell(HTMLLabel([]), size: size)
    let cells = (0..<bars).flatMap { $0 == 0 ? [bar] : [gap, bar] }
    return HTMLLabel(
      HTMLTable(
        [HTMLRow(cells)], border: 0, cellBorder: 0, cellSpacing: 0, cellPadding: 0,
        size: HTMLSize(width: 4 * bars - 2, height: 7)))
  }

  /// Words with a band below them.
  static func label(_ text: [HTMLText], _ theme: Theme) -> HTMLLabel {
    HTMLLabel(
      HTMLTable(
        [HTMLRow([HTMLCell(HTMLLabel(text))]), HTMLRow([HTMLCell(band(theme))])], border: 0,
        cellBorder: 0, cellSpacing: 0, cellPadding: 1))
  }
}
