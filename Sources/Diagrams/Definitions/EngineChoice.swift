/// Which engine draws a picture that leaves it open, and how long engines take.
public enum EngineChoice {
  /// The engine of a view; where it leaves that open, one that suits what is in the picture:
  ///
  /// - tables, and bodies without lines: `osage`, which packs;
  /// - what `dot` lays out within half a minute: `dot`, which shows who is above whom;
  /// - the surroundings of one body beyond that: `twopi`, in rings around it;
  /// - everything else: `sfdp`, which takes tens of thousands.
  static func engine(for scene: Scene, _ definition: ViewDefinition) -> EngineName {
    if definition.arrangement == .chart { return .osage }
    if let engine = definition.engine, engine != .auto { return engine }
    if scene.lines.isEmpty, scene.nodes.count > 12 { return .osage }
    let seconds = seconds(.dot, nodes: scene.nodes.count, lines: scene.lines.count)
    if seconds < 30 { return .dot }
    return definition.arrangement == .around ? .twopi : .sfdp
  }

  /// About how many seconds an engine takes for so much, fitted to registers of 1,000 and 3,000
  /// bodies on one busy core: only to warn before a wait, and to choose.
  public static func seconds(_ engine: EngineName, nodes: Int, lines: Int) -> Double {
    let size = Double(nodes + lines)
    return switch engine {
    case .dot, .auto:
      // Given rows cost far more than those that Graphviz finds; see Diagram.mostInGivenRows.
      nodes <= Diagram.mostInGivenRows ? size * size * 1.9e-5 : size * size * 3.5e-7
    case .neato, .fdp, .circo: size * size * 3e-6
    // Of more nodes it is not asked to remove every overlap; see SceneDrawing.mostWithoutOverlap.
    case .sfdp: size * 6e-4
    case .twopi: size * 2e-3
    case .osage, .patchwork: size * 5e-4
    }
  }
}
