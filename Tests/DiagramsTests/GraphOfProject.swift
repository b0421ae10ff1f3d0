import Foundation
import GovernanceModel
import GraphFiles
import Testing

@testable import Diagrams

/// A graph of the folder `Graphs` of this project, with its views.
struct GraphOfProject {
  static let names = ["cambridgeshire-peterborough.yaml", "greater-manchester.yaml", "england"]

  let graph: GovernanceGraph
  private let path: String

  init(_ name: String) throws {
    path =
      URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Graphs/\(name)").path
    graph = try GraphReader.read(path: path).graph
  }

  /// What its views draw, once they are changed; the whole of it where it has none.
  func diagrams(_ change: (inout ViewDefinition) -> Void = { _ in }) throws -> [Diagram] {
    guard let settings = SettingsFile.path(of: "views", ofGraphAt: path) else {
      return [Diagram(.national, of: graph, at: graph.defaultMoment)]
    }
    let file = ViewFile(try #require(try SettingsFile.read(path: settings)), in: graph)
    #expect(file.views.count > 5)
    return file.views.map {
      var view = $0
      change(&view)
      return Diagram(view, of: graph, at: graph.defaultMoment)
    }
  }
}
