import GovernanceAnalysis
import GovernanceModel
import GraphFiles

/// A graph that several questions share, with the networks of accountability that any of them made.
///
/// Safe to share: what changes is only touched while the lock is held.
final class SharedReading: @unchecked Sendable {
  let reading: GraphReader.Reading
  private var networks: [AccountabilityNetwork] = []
  private let lock = Lock()

  init(_ reading: GraphReader.Reading) { self.reading = reading }

  /// The network of a moment and a basis, made when it is first asked for.
  func network(at moment: Moment, basis: Basis) -> AccountabilityNetwork {
    lock.acquire()
    defer { lock.release() }
    if let known = networks.first(where: { $0.moment == moment && $0.basis == basis }) {
      return known
    }
    let network = AccountabilityNetwork(reading.graph, at: moment, basis: basis)
    networks.append(network)
    return network
  }
}
