#!/usr/bin/env python3
"""Polars: only the reading of the two tables, with no reference resolved. It has no graph; its
reader is the one to be no slower than. And the superiors of one body by joins, for W10."""
import peer
import polars as pl


class Polars:
    def __init__(self, folder):
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


if __name__ == "__main__":
    peer.run("polars", Polars)
