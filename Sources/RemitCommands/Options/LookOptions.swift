import ArgumentParser
import Diagrams

/// The options that change how a view looks, whatever its own settings say.
struct LookOptions: ParsableArguments {
  @Option(help: "light, dark, print (greys) or contrast.")
  var theme: ThemeName?

  @Option(help: "The sheet to fit: a0 to a5, letter or tabloid (else as large as it comes).")
  var page: String?

  @Flag(help: "Turn the sheet.")
  var landscape = false

  @Option(help: "auto, dot, neato, fdp, sfdp, twopi, circo, osage or patchwork.")
  var engine: EngineName?

  enum ThemeName: String, ExpressibleByArgument, CaseIterable {
    case light, dark, print, contrast
  }

  /// The sheet that was asked for.
  func sheet() throws -> Page? {
    guard let page else {
      if landscape { throw ValidationError("--landscape turns a sheet; name it with --page") }
      return nil
    }
    guard var sheet = Page(words: page) else {
      let sizes = Page.Size.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--page is one of \(sizes)")
    }
    if landscape { sheet.isLandscape = true }
    return sheet
  }

  /// A view with what was asked for in place of its own.
  func applied(to view: ViewDefinition) throws -> ViewDefinition {
    var view = view
    if let theme { view.theme = Theme.named(theme.rawValue) }
    if let page = try sheet() { view.page = page }
    if let engine { view.engine = engine }
    return view
  }
}

extension EngineName: ExpressibleByArgument {}
