/// The rows of the answer as CSV, by RFC 4180. No cell is one that a spreadsheet takes for a formula.
public struct CSVFormat: ReportFormat {
  public func text(of report: Report) -> String {
    var text = CSVRowText()
    for column in report.csv.columns { text.cell(column.name) }
    text.endRow()
    if let write = report.csv.writeCSV {
      write(&text)
    } else {
      for row in report.csv.rows {
        for cell in row { text.cell(cell) }
        text.endRow()
      }
    }
    return text.text()
  }
}
