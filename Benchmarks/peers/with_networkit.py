#!/usr/bin/env python3
"""NetworKit: frames for the attributes, its own graph for who is accountable to whom."""
import networkit as nk
import numpy as np
import peer
from frames import Frames


class NetworKit:
    def __init__(self, folder):
        self.frames = frames = Frames(folder)
        self.ids = frames.bodies["id"].to_numpy()
        rows = frames.origins[frames.accountable]
        columns = frames.targets[frames.accountable]
        self.up = nk.GraphFromCoo((rows, columns), n=len(self.ids), directed=True)

    def totals(self):
        return self.frames.totals()

    def subordinates(self):
        # The reverse shares nothing with the graph, so that making it is a part of the work.
        reach = nk.reachability.ReachableNodes(nk.graphtools.transpose(self.up), True)
        reach.run()
        counts = [reach.numberOfReachableNodes(body) - 1 for body in range(len(self.ids))]
        return lambda: (f"{body} {count}" for body, count in zip(self.ids, counts) if count)

    def cycles(self):
        parts = nk.components.StronglyConnectedComponents(self.up)
        parts.run()
        part_of = np.asarray(parts.getPartition().getVector())
        members = np.flatnonzero(np.bincount(part_of)[part_of] > 1)
        groups = {}
        for member in members:
            groups.setdefault(part_of[member], []).append(member)
        return lambda: (" ".join(sorted(self.ids[group])) for group in groups.values())


if __name__ == "__main__":
    peer.run("networkit", NetworKit)
