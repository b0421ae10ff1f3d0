/// What a document says beyond its own attributes, so that Graphviz reads them as they are meant.
extension DotAttributes {
  /// With a label of its own where Graphviz would show the id as it is spelt in the file, or break
  /// its lines.
  func labelled(_ id: String, unless nodesAreLabelled: Bool) -> DotAttributes {
    if nodesAreLabelled || contains("label") || !DotQuoting.isRespelt(id) { return self }
    var labelled = self
    labelled.set(.label(id))
    return labelled
  }

  /// Those of a cluster, which to Graphviz takes the title, tooltip and id of what encloses it.
  func apart(from inherited: DotAttributes) -> DotAttributes {
    var apart = self
    for name in DotAttribute.ownToEachCluster
    where inherited.contains(name) && !apart.contains(name) {
      apart.set(.unset(name))
    }
    return apart
  }
}
