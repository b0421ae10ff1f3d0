#!/usr/bin/env python3
"""python-igraph: attributes as lists for all vertices and edges at once, searches over all
vertices in one call."""
import igraph
import numpy as np
import peer
from frames import Frames

# The first graph of a process imports the parts that draw: that belongs to the imports.
igraph.Graph()


class IGraph:
    def __init__(self, folder):
        frames = Frames(folder)
        self.ids = frames.bodies["id"].tolist()
        self.index = frames.index
        edges = np.column_stack([frames.origins, frames.targets])
        self.graph = igraph.Graph(
            n=len(self.ids), edges=edges, directed=True,
            vertex_attrs={name: frames.bodies[name].tolist() for name in frames.bodies},
            edge_attrs={name: frames.lines[name].tolist()
                        for name in ("kind", "amount", "start", "end")})
        self.up = igraph.Graph(n=len(self.ids), edges=edges[frames.accountable], directed=True)

    def totals(self):
        def lines():
            yield f"bodies {self.graph.vcount()}"
            yield f"names {sum(len(name.encode()) for name in self.graph.vs['name'])}"
            yield f"closed {sum(closed != '' for closed in self.graph.vs['closed'])}"
            yield f"relationships {self.graph.ecount()}"
            yield f"ended {sum(end != '' for end in self.graph.es['end'])}"
            amounts = self.graph.es["amount"]
            yield f"pence {sum(round(amount * 100) for amount in amounts if amount == amount)}"
        return lines

    def superiors(self, queries):
        found = self.up.neighborhood(
            self.index.get_indexer(queries).tolist(), order=len(self.ids), mode="out", mindist=1)
        ids = self.ids
        return lambda: (" ".join([query, *sorted(ids[body] for body in superiors)])
                        for query, superiors in zip(queries, found))

    def subordinates(self):
        counts = self.up.neighborhood_size(order=len(self.ids), mode="in", mindist=1)
        return lambda: (f"{body} {count}" for body, count in zip(self.ids, counts) if count)

    def cycles(self):
        # As an array: the clustering's own lists, one for each body, take most of the time.
        part_of = np.array(self.up.connected_components(mode="strong").membership)
        groups = {}
        for member in np.flatnonzero(np.bincount(part_of)[part_of] > 1):
            groups.setdefault(part_of[member], []).append(member)
        return lambda: (" ".join(sorted(self.ids[body] for body in group))
                        for group in groups.values())

    def dominators(self, root):
        above = self.up.dominator(self.index.get_loc(root), mode="in")
        return lambda: (f"{body} {self.ids[place]}" for body, place in zip(self.ids, above)
                        if place >= 0 and body != root)

    def conflicts(self):
        kinds = self.graph.vs["kind"]
        several = [body for body, above in enumerate(self.up.get_adjlist(mode="out"))
                   if len(above) > 1 and len({kinds[principal] for principal in above}) > 1]
        payers, payees = np.array(
            [edge.tuple for edge in self.graph.es.select(kind="funds")]).T.tolist()
        funded = sorted(set(payees))
        above = dict(zip(funded, self.up.neighborhood(
            funded, order=len(self.ids), mode="out", mindist=1)))
        off = [(payer, payee) for payer, payee in zip(payers, payees) if payer not in above[payee]]
        ids = self.ids
        return lambda: [*peer.several_words(ids[body] for body in several),
                        *peer.off_path_words((ids[payer], ids[payee]) for payer, payee in off)]


if __name__ == "__main__":
    peer.run("igraph", IGraph)
