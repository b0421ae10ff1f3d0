#!/usr/bin/env python3
"""NetworkX: attributes on nodes and edges of a multigraph, lines of accountability as a graph."""
import csv

import networkx as nx
import peer


class NetworkX:
    def __init__(self, folder):
        self.graph = graph = nx.MultiDiGraph()
        with open(folder + "/organisations.csv", encoding="utf-8", newline="") as file:
            graph.add_nodes_from(
                (row["id"], {"name": row["name"], "kind": row["kind"], "opened": row["opened"],
                             "closed": row["closed"]})
                for row in csv.DictReader(file))
        with open(folder + "/relationships.csv", encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            next(rows)
            graph.add_edges_from(
                (origin, target,
                 {"kind": kind, "amount": float(amount) if amount else None, "start": start,
                  "end": end})
                for origin, target, kind, amount, start, end in rows
                if origin in graph and target in graph)
        self.up = nx.DiGraph()
        self.up.add_nodes_from(graph)
        self.up.add_edges_from((origin, target) for origin, target, kind
                               in graph.edges(data="kind") if kind == "accountable-to")

    def totals(self):
        def lines():
            names = [name for _, name in self.graph.nodes(data="name")]
            yield f"bodies {len(names)}"
            yield f"names {sum(len(name.encode()) for name in names)}"
            yield f"closed {sum(closed != '' for _, closed in self.graph.nodes(data='closed'))}"
            edges = [edge for _, _, edge in self.graph.edges(data=True)]
            yield f"relationships {len(edges)}"
            yield f"ended {sum(edge['end'] != '' for edge in edges)}"
            yield f"pence {sum(round((edge['amount'] or 0) * 100) for edge in edges)}"
        return lines

    def superiors(self, queries):
        found = [nx.descendants(self.up, query) for query in queries]
        return lambda: (" ".join([query, *sorted(superiors)])
                        for query, superiors in zip(queries, found))

    def subordinates(self):
        counts = {body: len(nx.ancestors(self.up, body)) for body in self.up}
        return lambda: (f"{body} {count}" for body, count in counts.items() if count)

    def cycles(self):
        groups = [group for group in nx.strongly_connected_components(self.up) if len(group) > 1]
        return lambda: (" ".join(sorted(group)) for group in groups)

    def dominators(self, root):
        immediate = nx.immediate_dominators(self.up.reverse(copy=False), root)
        return lambda: (f"{body} {above}" for body, above in immediate.items()
                        if body != root and above is not None)

    def conflicts(self):
        kind = dict(self.graph.nodes(data="kind"))
        several = [body for body in self.up
                   if len({kind[principal] for principal in self.up.successors(body)}) > 1]
        above, off = {}, []
        for funder, funded, what in self.graph.edges(data="kind"):
            if what != "funds":
                continue
            if funded not in above:
                above[funded] = nx.descendants(self.up, funded)
            if funder not in above[funded]:
                off.append((funder, funded))
        return lambda: [*peer.several_words(several), *peer.off_path_words(off)]


if __name__ == "__main__":
    peer.run("networkx", NetworkX)
