#!/usr/bin/env python3
"""rustworkx: rows as the payloads of nodes and edges."""
import csv

import peer
import rustworkx as rx


class RustworkX:
    def __init__(self, folder):
        self.graph = rx.PyDiGraph()
        with open(folder + "/organisations.csv", encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            next(rows)
            self.rows = [tuple(row) for row in rows]
        self.graph.add_nodes_from(self.rows)
        self.number = number = {row[0]: place for place, row in enumerate(self.rows)}
        with open(folder + "/relationships.csv", encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            next(rows)
            edges = [
                (number[origin], number[target],
                 (kind, float(amount) if amount else None, start, end))
                for origin, target, kind, amount, start, end in rows
                if origin in number and target in number]
        self.graph.add_edges_from(edges)
        self.up = rx.PyDiGraph(multigraph=False)
        self.up.add_nodes_from(range(len(self.rows)))
        self.up.extend_from_edge_list(
            [(origin, target) for origin, target, row in edges if row[0] == "accountable-to"])

    def totals(self):
        def lines():
            yield f"bodies {self.graph.num_nodes()}"
            yield f"names {sum(len(row[1].encode()) for row in self.graph.nodes())}"
            yield f"closed {sum(row[4] != '' for row in self.graph.nodes())}"
            yield f"relationships {self.graph.num_edges()}"
            yield f"ended {sum(edge[3] != '' for edge in self.graph.edges())}"
            yield f"pence {sum(round((edge[1] or 0) * 100) for edge in self.graph.edges())}"
        return lines

    def superiors(self, queries):
        found = [rx.descendants(self.up, self.number[query]) for query in queries]
        return lambda: (" ".join([query, *sorted(self.rows[body][0] for body in superiors)])
                        for query, superiors in zip(queries, found))

    def subordinates(self):
        counts = [len(rx.ancestors(self.up, body)) for body in range(len(self.rows))]
        return lambda: (f"{row[0]} {count}" for row, count in zip(self.rows, counts) if count)

    def cycles(self):
        groups = [group for group in rx.strongly_connected_components(self.up) if len(group) > 1]
        return lambda: (" ".join(sorted(self.rows[body][0] for body in group))
                        for group in groups)

    def dominators(self, root):
        down = self.up.copy()
        down.reverse()
        top = self.number[root]
        immediate = rx.immediate_dominators(down, top)
        return lambda: (f"{self.rows[body][0]} {self.rows[above][0]}"
                        for body, above in immediate.items() if body != top)

    def conflicts(self):
        up, rows = self.up, self.rows
        several = [body for body in range(len(rows)) if up.out_degree(body) > 1
                   and len({rows[principal][2] for principal in up.successor_indices(body)}) > 1]
        above, off = {}, []
        for payer, payee, row in self.graph.weighted_edge_list():
            if row[0] != "funds":
                continue
            if payee not in above:
                above[payee] = rx.descendants(up, payee)
            if payer not in above[payee]:
                off.append((payer, payee))
        return lambda: [*peer.several_words(rows[body][0] for body in several),
                        *peer.off_path_words((rows[payer][0], rows[payee][0])
                                             for payer, payee in off)]


if __name__ == "__main__":
    peer.run("rustworkx", RustworkX)
