#!/usr/bin/env python3
"""Polars: only the reading of the two tables, with no reference resolved. It has no graph; its
reader is the one to be no slower than. The people in each pair of areas by grouping, for W7, and the
superiors of one body by joins, for W10."""
import peer
import polars as pl


class Polars:
    def __init__(self, folder):
        if peer.is_about_zones():
            return
        self.bodies = pl.read_csv(folder + "/organisations.csv", infer_schema=False)
        self.lines = pl.read_csv(
            folder + "/relationships.csv",
            schema={"from": pl.String, "to": pl.String, "kind": pl.String, "amount": pl.Float64,
                    "start": pl.String, "end": pl.String})

    def totals(self):
        def lines():
            known = self.bodies["id"].implode()
            kept = self.lines.filter(pl.col("from").is_in(known) & pl.col("to").is_in(known))
            pence = (pl.col("amount") * 100).round().cast(pl.Int64).sum()
            yield f"bodies {len(self.bodies)}"
            yield f"names {self.bodies['name'].str.len_bytes().sum()}"
            yield f"closed {self.given(self.bodies['closed'])}"
            yield f"relationships {len(kept)}"
            yield f"ended {self.given(kept['end'])}"
            yield f"pence {kept.select(pence).item()}"
        return lines

    def given(self, cells):
        """How many cells are not empty: plain ones are null then, quoted ones empty words."""
        return (cells.fill_null("") != "").sum()

    def superiors(self, queries):
        up = self.lines.filter(pl.col("kind") == "accountable-to")
        found = []
        for query in queries:
            seen, layer = {query}, [query]
            while layer:
                above = up.filter(pl.col("from").is_in(layer))["to"].unique().to_list()
                layer = [body for body in above if body not in seen]
                seen.update(layer)
            found.append(seen - {query})
        return lambda: (" ".join([query, *sorted(superiors)])
                        for query, superiors in zip(queries, found))

    def overlaps(self, path):
        zones = pl.scan_csv(path, schema={
            "zone": pl.String, "population": pl.Int64, "a": pl.String, "b": pl.String})
        pairs = zones.group_by("a", "b").agg(pl.col("population").sum()).with_columns(
            of_a=pl.col("population") / pl.col("population").sum().over("a"),
            of_b=pl.col("population") / pl.col("population").sum().over("b")).collect()
        split = pairs.filter(pl.col("of_a") > 0.01).group_by("a").len().filter(
            pl.col("len") > 1)["a"].to_list()
        return lambda: peer.overlap_words(pairs.iter_rows(), split)


if __name__ == "__main__":
    peer.run("polars", Polars)
