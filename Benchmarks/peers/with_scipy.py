#!/usr/bin/env python3
"""SciPy and pandas: frames for the attributes, sparse matrices for who is accountable to whom."""
import numpy as np
import pandas as pd
import peer
from frames import Frames
from scipy.sparse import csgraph, csr_array, eye_array


class SciPy:
    def __init__(self, folder):
        self.frames = frames = Frames(folder)
        self.count = len(frames.bodies)
        self.ids = frames.bodies["id"].to_numpy()
        rows = frames.origins[frames.accountable]
        columns = frames.targets[frames.accountable]
        self.up = csr_array((np.ones(len(rows), dtype=np.int8), (rows, columns)),
                            shape=(self.count, self.count))

    def totals(self):
        return self.frames.totals()

    def closure(self, rows):
        """Who is reached from each of some bodies, themselves included: products until no more."""
        step = (self.up + eye_array(self.count, dtype=np.int8, format="csr")).astype(bool)
        reached = step if rows is None else step[rows]
        while True:
            further = reached @ (reached if rows is None else step)
            if further.nnz == reached.nnz:
                return further
            reached = further

    def superiors(self, queries):
        numbers = self.frames.index.get_indexer(queries)
        reached = self.closure(numbers)

        def lines():
            for place, number in enumerate(numbers):
                found = reached.indices[reached.indptr[place]:reached.indptr[place + 1]]
                yield " ".join([self.ids[number], *sorted(self.ids[found[found != number]])])
        return lines

    def subordinates(self):
        counts = np.bincount(self.closure(None).indices, minlength=self.count) - 1
        return lambda: (f"{body} {count}" for body, count in zip(self.ids, counts) if count)

    def cycles(self):
        _, group_of = csgraph.connected_components(self.up, directed=True, connection="strong")
        sizes = np.bincount(group_of)
        members = np.flatnonzero(sizes[group_of] > 1)
        groups = {}
        for member in members:
            groups.setdefault(group_of[member], []).append(member)
        return lambda: (" ".join(sorted(self.ids[group])) for group in groups.values())

    def conflicts(self):
        kinds = pd.factorize(self.frames.bodies["kind"])[0]
        rows = np.repeat(np.arange(self.count), np.diff(self.up.indptr))
        above = kinds[self.up.indices]
        lowest, highest = np.full(self.count, 255), np.full(self.count, -1)
        np.minimum.at(lowest, rows, above)
        np.maximum.at(highest, rows, above)
        several = np.flatnonzero(highest > lowest)
        payers = self.frames.origins[self.frames.funds]
        payees = self.frames.targets[self.frames.funds]
        funded, place = np.unique(payees, return_inverse=True)
        reached = self.closure(funded).sorted_indices()
        # Pairs as single numbers, ascending as the rows of the matrix are: one search for all.
        pairs = np.repeat(np.arange(len(funded)), np.diff(reached.indptr)) * self.count
        pairs += reached.indices
        wanted = place * self.count + payers
        found = np.searchsorted(pairs, wanted)
        off = pairs[np.minimum(found, len(pairs) - 1)] != wanted
        return lambda: [*peer.several_words(self.ids[several]),
                        *peer.off_path_words(zip(self.ids[payers[off]], self.ids[payees[off]]))]


if __name__ == "__main__":
    peer.run("scipy", SciPy)
