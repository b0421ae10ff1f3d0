/// The parts of SARIF 2.1.0 that findings need, under the names of the standard.
///
/// OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0, 2020.
struct SARIFLog: Encodable, Sendable {
  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  struct Run: Encodable, Sendable {
    let tool: Tool
    let invocations: [Invocation]
    let columnKind = "unicodeCodePoints"
    let results: [Result]
    let properties: [String: String]
  }

  struct Tool: Encodable, Sendable { let driver: Driver }

  struct Driver: Encodable, Sendable {
    let name = "remit"
    let version: String
    let rules: [Descriptor]
  }

  struct Descriptor: Encodable, Sendable {
    struct Properties: Encodable, Sendable {
      let patterns: [String]
      let score: String
    }
    let id: String
    let shortDescription: Text
    let fullDescription: Text
    let help: Text
    let properties: Properties
  }

  struct Text: Encodable, Sendable { let text: String }

  struct Invocation: Encodable, Sendable {
    let executionSuccessful = true
    let toolExecutionNotifications: [Notification]
  }

  struct Notification: Encodable, Sendable {
    let level = "note"
    let message: Text
  }

  struct Result: Encodable, Sendable {
    struct Properties: Encodable, Sendable {
      let severity: String
      let score: Double
      let explanation: String
      let clearedBy: String
      let from: String?
      let to: String?
      let footprint: String?
      let provisional: [String]
    }
    let ruleId: String
    let ruleIndex: Int
    let kind = "fail"
    let level: String
    let rank: Double
    let message: Text
    let locations: [Location]
    let graphs: [Graph]?
    let codeFlows: [CodeFlow]?
    let partialFingerprints: [String: String]
    let suppressions: [Suppression]?
    let properties: Properties
  }

  struct Location: Encodable, Sendable {
    let physicalLocation: PhysicalLocation?
    let logicalLocations: [LogicalLocation]?
    let message: Text?
  }

  struct PhysicalLocation: Encodable, Sendable {
    struct Artifact: Encodable, Sendable { let uri: String }
    struct Region: Encodable, Sendable {
      let startLine: Int
      let startColumn: Int
    }
    let artifactLocation: Artifact
    let region: Region?
  }

  struct LogicalLocation: Encodable, Sendable {
    let name: String
    let fullyQualifiedName: String
    let kind: String
  }

  struct CodeFlow: Encodable, Sendable {
    struct ThreadFlow: Encodable, Sendable {
      struct Step: Encodable, Sendable { let location: Location }
      let locations: [Step]
    }
    let message: Text
    let threadFlows: [ThreadFlow]
  }

  struct Graph: Encodable, Sendable {
    struct Node: Encodable, Sendable {
      let id: String
      let label: Text
    }
    struct Edge: Encodable, Sendable {
      struct Properties: Encodable, Sendable { let absent: Bool }
      let id: String
      let sourceNodeId: String
      let targetNodeId: String
      let label: Text
      let properties: Properties
    }
    let description: Text
    let nodes: [Node]
    let edges: [Edge]
  }

  struct Suppression: Encodable, Sendable {
    struct Properties: Encodable, Sendable {
      let owner: String
      let expires: String?
    }
    let kind = "external"
    let status = "accepted"
    let justification: String
    let properties: Properties
  }
}
