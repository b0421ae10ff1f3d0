"""Reads a register with pandas, for the peers that keep attributes in frames and numbers in
arrays."""
import pandas as pd


class Frames:
    """The tables, and who is related to whom by place in the table of bodies."""

    def __init__(self, folder):
        words = {"dtype": str, "keep_default_na": False, "engine": "c"}
        self.bodies = pd.read_csv(folder + "/organisations.csv", **words)
        lines = pd.read_csv(folder + "/relationships.csv", engine="c", keep_default_na=False,
                            na_values={"amount": [""]},
                            dtype={"from": str, "to": str, "kind": "category", "amount": float,
                                   "start": str, "end": str})
        self.index = pd.Index(self.bodies["id"])
        origins = self.index.get_indexer(lines["from"])
        targets = self.index.get_indexer(lines["to"])
        known = (origins >= 0) & (targets >= 0)
        if not known.all():
            lines, origins, targets = lines[known], origins[known], targets[known]
        self.lines, self.origins, self.targets = lines, origins, targets
        self.accountable = (lines["kind"] == "accountable-to").to_numpy()
        self.funds = (lines["kind"] == "funds").to_numpy()

    def totals(self):
        def lines():
            yield f"bodies {len(self.bodies)}"
            yield f"names {sum(len(name.encode()) for name in self.bodies['name'])}"
            yield f"closed {(self.bodies['closed'] != '').sum()}"
            yield f"relationships {len(self.lines)}"
            yield f"ended {(self.lines['end'] != '').sum()}"
            yield f"pence {(self.lines['amount'].fillna(0) * 100).round().astype('int64').sum()}"
        return lines
