#!/usr/bin/env python3
"""pandas: the people in each pair of areas, by grouping. Its own graph work is in frames.py."""
import pandas as pd
import peer


class Pandas:
    def __init__(self, folder):
        pass

    def overlaps(self, path):
        zones = pd.read_csv(path, dtype={"zone": "string", "population": "int64",
                                         "a": "category", "b": "category"})
        pairs = zones.groupby(["a", "b"], observed=True)["population"].sum().reset_index()
        pairs["of_a"] = pairs["population"] / pairs.groupby(
            "a", observed=True)["population"].transform("sum")
        pairs["of_b"] = pairs["population"] / pairs.groupby(
            "b", observed=True)["population"].transform("sum")
        large = pairs[pairs["of_a"] > 0.01].groupby("a", observed=True).size()
        split = large[large > 1].index

        def lines():
            return peer.overlap_words(pairs.itertuples(index=False, name=None), split)
        return lines


if __name__ == "__main__":
    peer.run("pandas", Pandas)
