import GovernanceAnalysis
import GovernanceModel

/// A graph that several questions share, with the networks of accountability that any of them made.
///
/// Safe to share: what changes is only touched while the lock is held.
final class SharedReading: @unchecked Sendable {
  let source: SourceGraph
  private var networks: [AccountabilityNetwork] = []
  private let lock = Lock()

  init(_ source: SourceGraph) { self.source = source }

  /// The network of a moment and a basis, made when it is first asked for.
  func network(at moment: Moment, basis: Basis) -> AccountabilityNetwork {
    lock.acquire()
    defer { lock.release() }
    if let known = networks.first(where: { $0.moment == moment && $0.basis == basis }) {
      return known
    }
    let network = AccountabilityNetwork(source.graph, at: moment, basis: basis)
    networks.append(network)
    return network
  }
}
