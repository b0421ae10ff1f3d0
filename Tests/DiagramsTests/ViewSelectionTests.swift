import GovernanceModel
import Testing

@testable import Diagrams

/// What is in a view, against a plain reading of its settings.
@Suite struct ViewSelectionTests {
  private func ids(_ settings: String, of graph: GovernanceGraph) throws -> Set<String> {
    let view = try MadeViews.view("draw: bodies\nuntied: yes\n" + settings, of: graph)
    let diagram = Diagram(view, of: graph, at: graph.defaultMoment)
    var ids: Set<String> = []
    func visit(_ statements: [DotStatement]) {
      for statement in statements {
        switch statement {
        case .node(let id, _) where graph.body(id: id) != nil: ids.insert(id)
        case .cluster(let cluster): visit(cluster.statements)
        default: break
        }
      }
    }
    visit(diagram.document.statements)
    return ids
  }

  @Test(arguments: [
    ("bodies: council", ["c1", "c2", "c3"]),
    ("bodies: council and not id = c2", ["c1", "c3"]),
    ("bodies: \"name ~ 'council 1' or id = t2\"", ["c1", "t2"]),
    ("bodies: council\nwithout: [c1]\nwith: [minister]", ["c2", "c3", "minister"]),
    ("bodies: not (trust or council or authority or minister or lead or board)", ["partnership"]),
    ("bodies: partnership and opened >= 2016", ["partnership"]),
    ("bodies: partnership and opened > 2016", []),
    ("bodies: trust and closed < 2016", ["old"]),
    ("bodies: grade = recalled", ["regulator"]),
    ("bodies: legal_form = office", ["minister"]),
  ])
  func hasInWhatTheExpressionSays(settings: String, expected: [String]) throws {
    let graph = try MadeGraph.tables(MadeGraph.health)
    #expect(try ids(settings, of: graph) == Set(expected))
  }

  @Test func hasInTheMembersOfABody() throws {
    let graph = try MadeGraph.tables(MadeGraph.health)
    #expect(try ids("within: partnership", of: graph) == ["partnership", "t1", "t2", "c1", "c2"])
    #expect(try ids("within: partnership\nbodies: trust", of: graph) == ["t1", "t2"])
  }

  /// Random expressions, against a reading of them in the test.
  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func agreesWithAPlainReading(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let graph = try MadeGraph.tables(MadeGraph.health)
    let moment = graph.defaultMoment
    typealias Test = (BodyIndex) -> Bool
    func isA(_ id: String) -> Test {
      let kind = graph.bodyKinds.index(of: id)!
      return { graph.bodyKinds.kind(graph.kind(of: $0, at: moment), isA: kind) }
    }
    func expression(_ depth: Int) -> (String, Test) {
      switch depth == 0 ? 0 : Int.random(in: 0..<5, using: &random) {
      case 0:
        let id = ["trust", "council", "authority", "regulator"].randomElement(using: &random)!
        return (id, isA(id))
      case 1:
        let number = Int.random(in: 1...9, using: &random)
        return ("name ~ \(number)", { graph.name(of: $0, at: moment).contains("\(number)") })
      case 2:
        let (text, test) = expression(depth - 1)
        return ("not (\(text))", { !test($0) })
      case 3:
        let (left, first) = expression(depth - 1)
        let (right, second) = expression(depth - 1)
        return ("(\(left)) and (\(right))", { first($0) && second($0) })
      default:
        let (left, first) = expression(depth - 1)
        let (right, second) = expression(depth - 1)
        return ("(\(left)) or (\(right))", { first($0) || second($0) })
      }
    }
    let (text, test) = expression(3)
    let read = try BodyExpression(text, in: graph)
    for body in graph.allBodies {
      #expect(read.matches(body, in: graph, at: moment) == test(body), "\(text)")
    }
  }

  @Test func drawsOnlyTheKindsOfRelationshipsThatAreIn() throws {
    let graph = try MadeGraph.tables(MadeGraph.health)
    for (kinds, words) in [
      ("[funds]", ["A funds B"]), ("[accountable-to]", ["A is accountable to B"]),
      ("[oversees, leads]", ["A oversees B", "A leads B"]),
    ] {
      let view = try MadeViews.view("relationships: \(kinds)", of: graph)
      let diagram = Diagram(view, of: graph, at: graph.defaultMoment)
      let text = diagram.document.text
      for word in ["A funds B", "A is accountable to B", "A oversees B", "A leads B"] {
        #expect(text.contains(word) == words.contains(word), "\(kinds): \(word)")
      }
    }
  }

  @Test func leavesNoLineToABodyThatIsOut() throws {
    let graph = try MadeGraph.tables(MadeGraph.health)
    for arrangement in ["system", "bodies", "around", "members"] {
      let view = try MadeViews.view(
        "draw: \(arrangement)\nbody: t1\nwithout: [authority]", of: graph)
      let text = Diagram(view, of: graph, at: graph.defaultMoment).document.text
      #expect(!text.contains("\"authority\" [") && !text.contains("\"authority\" ->"))
      #expect(!text.contains("-> \"authority\""), "\(arrangement)")
    }
  }
}
