import ArgumentParser
import Reports

/// `remit common A B …`
struct CommonCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "common",
    abstract: "The lowest common principals: superiors of all with no other such superior below.")

  @Argument(help: "Two bodies or more: ids, codes or names.")
  var orgs: [String]

  @OptionGroup var basis: BasisOptions
  @OptionGroup var options: GraphOptions

  func validate() throws {
    if orgs.count < 2 { throw ValidationError("name two bodies or more") }
  }

  func outcome(in surroundings: Surroundings) throws -> Outcome {
    let session = try Session(options, surroundings)
    let network = try session.network(basis)
    let bodies = try orgs.map { try session.body($0) }
    return session.outcome(CommonAnswer.report(on: bodies, in: network))
  }
}
