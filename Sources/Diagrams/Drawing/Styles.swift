import GovernanceModel

/// The attributes that things of a kind have in common, made once for all that look alike.
struct Styles<Key: Equatable> {
  /// By position of the kind: a few each.
  private var ofKind: [[(key: Key, attributes: DotAttributes)]]

  init(kinds: KindHierarchy) { ofKind = Array(repeating: [], count: kinds.kinds.count) }

  /// Nil where none are known yet; those that are known stay.
  subscript(kind: KindIndex, key: Key) -> DotAttributes? {
    get { ofKind[kind.position].first { $0.key == key }?.attributes }
    set {
      guard let newValue else { return }
      ofKind[kind.position].append((key, newValue))
    }
  }
}
