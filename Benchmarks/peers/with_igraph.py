#!/usr/bin/env python3
"""python-igraph: attributes as lists for all vertices and edges at once, searches over all
vertices in one call."""
import csv

import igraph
import peer

# The first graph of a process imports the parts that draw: that belongs to the imports.
igraph.Graph()


class IGraph:
    def __init__(self, folder):
        with open(folder + "/organisations.csv", encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            next(rows)
            self.ids, names, kinds, opened, closed = map(list, zip(*rows))
        number = {body: place for place, body in enumerate(self.ids)}
        with open(folder + "/relationships.csv", encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            next(rows)
            kept = [(number[row[0]], number[row[1]], *row[2:]) for row in rows
                    if row[0] in number and row[1] in number]
        origins, targets, verbs, amounts, starts, ends = zip(*kept)
        self.number = number
        self.graph = igraph.Graph(
            n=len(self.ids), edges=list(zip(origins, targets)), directed=True,
            vertex_attrs={"id": self.ids, "name": names, "kind": kinds, "opened": opened,
                          "closed": closed},
            edge_attrs={"kind": verbs,
                        "amount": [float(amount) if amount else None for amount in amounts],
                        "start": starts, "end": ends})
        self.up = igraph.Graph(
            n=len(self.ids), directed=True,
            edges=[(row[0], row[1]) for row in kept if row[2] == "accountable-to"])

    def totals(self):
        def lines():
            yield f"bodies {self.graph.vcount()}"
            yield f"names {sum(len(name.encode()) for name in self.graph.vs['name'])}"
            yield f"closed {sum(closed != '' for closed in self.graph.vs['closed'])}"
            yield f"relationships {self.graph.ecount()}"
            yield f"ended {sum(end != '' for end in self.graph.es['end'])}"
            yield f"pence {sum(round((amount or 0) * 100) for amount in self.graph.es['amount'])}"
        return lines

    def superiors(self, queries):
        found = self.up.neighborhood(
            [self.number[query] for query in queries], order=len(self.ids), mode="out", mindist=1)
        ids = self.ids
        return lambda: (" ".join([query, *sorted(ids[body] for body in superiors)])
                        for query, superiors in zip(queries, found))

    def subordinates(self):
        counts = self.up.neighborhood_size(order=len(self.ids), mode="in", mindist=1)
        return lambda: (f"{body} {count}" for body, count in zip(self.ids, counts) if count)

    def cycles(self):
        groups = [group for group in self.up.connected_components(mode="strong")
                  if len(group) > 1]
        return lambda: (" ".join(sorted(self.ids[body] for body in group)) for group in groups)

    def dominators(self, root):
        above = self.up.dominator(self.number[root], mode="in")
        return lambda: (f"{body} {self.ids[place]}" for body, place in zip(self.ids, above)
                        if place >= 0 and body != root)

    def conflicts(self):
        kinds = self.graph.vs["kind"]
        several = [body for body, above in enumerate(self.up.get_adjlist(mode="out"))
                   if len(above) > 1 and len({kinds[principal] for principal in above}) > 1]
        funds = [edge.tuple for edge in self.graph.es.select(kind="funds")]
        funded = sorted({payee for _, payee in funds})
        above = dict(zip(funded, map(set, self.up.neighborhood(
            funded, order=len(self.ids), mode="out", mindist=1))))
        off = [(payer, payee) for payer, payee in funds if payer not in above[payee]]
        ids = self.ids
        return lambda: [*peer.several_words(ids[body] for body in several),
                        *peer.off_path_words((ids[payer], ids[payee]) for payer, payee in off)]


if __name__ == "__main__":
    peer.run("igraph", IGraph)
