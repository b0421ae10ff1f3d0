import ArgumentParser
import Reports

/// `remit incentives [FOOTPRINT|ORG]`
struct IncentivesCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "incentives",
    abstract: "What a body, a kind of body or everyone is rewarded and punished for.",
    discussion: """
      Without ORG and --kind, every incentive in force. For a footprint the matrix of its members by \
      metric, and measures of how far they pull one way. What bears on a class whose members are not \
      recorded stands apart: nobody is known to be among them.
      """)

  @Argument(help: "The body: an id, a code or a name.")
  var org: String?

  @Option(help: "A kind of body in place of one, by its id or its name.")
  var kind: String?

  @Flag(
    help: "Take away, or turn round, one instrument at a time; rank by the misalignment that goes.")
  var whatIf = false

  @Flag(help: "All footprints, those first in which the incentives of members cancel most.")
  var rank = false

  @OptionGroup var options: GraphOptions

  func validate() throws {
    if org != nil, kind != nil { throw ValidationError("name a body or a kind, not both") }
    if whatIf, org != nil || kind != nil {
      throw ValidationError("--what-if looks at every instrument; leave out the body and the kind")
    }
    if rank, whatIf || org != nil || kind != nil {
      throw ValidationError("--rank looks at every footprint; leave out the rest")
    }
  }

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    let session = try Session(options, surroundings)
    if whatIf {
      return session.outcome(WhatIfAnswer.report(in: session.graph, at: session.moment))
    }
    if rank { return session.outcome(RankAnswer.report(in: session.graph, at: session.moment)) }
    if let org {
      let body = try session.body(org)
      if let report = FootprintIncentivesAnswer.report(
        of: body, in: session.graph, at: session.moment)
      {
        return session.outcome(report)
      }
      return session.outcome(
        IncentivesAnswer.report(on: body, in: session.graph, at: session.moment))
    }
    if let kind {
      let kind = try session.kind(kind)
      return session.outcome(
        IncentivesAnswer.report(onKind: kind, in: session.graph, at: session.moment))
    }
    return session.outcome(IncentivesAnswer.report(in: session.graph, at: session.moment))
  }
}
