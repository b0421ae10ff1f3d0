#!/usr/bin/env python3
"""Asks remit of every two geographies of an imported vintage, and pandas of the lookup that it was
imported from, and compares pairs, relations, split areas, gaps and both indices:

    remit import ons LOOKUP.csv --population POP.csv --from 2018-04-01 --into GRAPH
    vintage_by_pandas.py LOOKUP.csv POP.csv --graph GRAPH --as-of 2018-04-01 \
      ccg=CCG18CDH stp=STP18CD ltla=LAD18CD utla=LAD18CD@LTLA18_UTLA18.csv

A geography that the lookup does not have is given by a column of it and a second lookup, from that
column (its first) to the geography (its last column of codes).

Areas are told by how many zones and people they have: their ids need not be those of the file. Run by
hand: the published files are no part of the project.
"""
import argparse
import itertools
import json
import math
import subprocess
import sys

import pandas as pd


def relation(common: int, first: int, second: int) -> str:
    if common == first:
        return "identical" if common == second else "inside"
    return "contains" if common == second else "overlaps"


def misfit(pairs: pd.DataFrame, own: str, other: str, sizes: dict, others: dict) -> int:
    """The people who would have to change sides, summed over the areas of one side."""
    total = 0
    for unit, parts in pairs.groupby(own):
        to_lie_in_one = sizes[unit] - parts["people"].max()
        to_be_whole = sum(min(row["people"], others[row[other]] - row["people"])
                          for _, row in parts.iterrows())
        total += min(to_lie_in_one, to_be_whole)
    return total


def entropy(parts: pd.Series) -> float:
    shares = parts[parts > 0] / parts.sum()
    return -sum(share * math.log(share) for share in shares)


def expected(zones: pd.DataFrame, first: str, second: str) -> dict:
    table = pd.DataFrame({"a": zones[first], "b": zones[second], "people": zones["people"]})
    sizes = [table.groupby(side)["people"].sum().to_dict() for side in ("a", "b")]
    pairs = table.dropna().groupby(["a", "b"])["people"].agg(["size", "sum"]).reset_index()
    pairs.columns = ["a", "b", "zones", "people"]
    pairs = pairs[pairs["people"] > 0]
    in_common = [{unit: sizes[n][unit] for unit in set(pairs[side])}
                 for n, side in enumerate(("a", "b"))]
    whole = sum(sum(side.values()) for side in in_common)
    moved = misfit(pairs, "a", "b", *sizes) + misfit(pairs, "b", "a", sizes[1], sizes[0])
    rows, columns = (pairs.groupby(side)["people"].sum() for side in ("a", "b"))
    both = entropy(pairs["people"])
    homogeneity = 1 - (both - entropy(rows)) / entropy(columns) if entropy(columns) > 0 else 1
    completeness = 1 - (both - entropy(columns)) / entropy(rows) if entropy(rows) > 0 else 1
    measured = homogeneity + completeness
    return {
        "pairs": sorted((row.zones, row.people, round(row.people / sizes[0][row.a], 12),
                         round(row.people / sizes[1][row.b], 12),
                         relation(row.people, sizes[0][row.a], sizes[1][row.b]))
                        for row in pairs.itertuples()),
        "split": int((pairs.groupby("a").size() > 1).sum()),
        "gap": int(table[table["a"].notna() & table["b"].isna()]["people"].sum()),
        "total": int(table[table["a"].notna() | table["b"].notna()]["people"].sum()),
        "index": 1 - moved / whole,
        "v": 2 * homogeneity * completeness / measured if measured > 0 else 0,
    }


def found(options, first: str, second: str) -> dict:
    answer = json.loads(subprocess.run(
        [options.remit, "overlaps", first, second, "--graph", options.graph, "--as-of",
         options.as_of, "--format", "json"], capture_output=True, text=True, check=True).stdout)
    return {
        "pairs": sorted((pair["zones"], pair["population"], round(pair["shareOfFrom"], 12),
                         round(pair["shareOfTo"], 12), pair["relation"])
                        for pair in answer["pairs"] if pair["population"] > 0),
        "split": sum(split["geography"] == first for split in answer["split"]),
        "gap": int(sum(gap["amount"] for gap in answer["gaps"] if gap["geography"] == first)),
        "total": answer["population"]["total"],
        "index": answer["index"]["coterminosity"], "v": answer["index"]["vMeasure"],
    }


def codes(zones: pd.DataFrame, text: str) -> pd.Series:
    """The codes of a geography, zone by zone: a column, or one looked up by another."""
    column, _, path = text.partition("@")
    if not path:
        return zones[column]
    lookup = pd.read_csv(path, dtype=str, encoding="utf-8-sig")
    is_code = [name for name in lookup if name.lower().endswith(("cd", "_code"))]
    return zones[column].map(lookup.set_index(is_code[0])[is_code[-1]])


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("lookup")
    parser.add_argument("population")
    parser.add_argument("geographies", nargs="+", metavar="GEOGRAPHY=COLUMN")
    parser.add_argument("--graph", required=True)
    parser.add_argument("--as-of", required=True)
    parser.add_argument("--remit", default="remit")
    options = parser.parse_args()
    zones = pd.read_csv(options.lookup, dtype=str, encoding="utf-8-sig")
    zone = next(name for name in zones if name.lower().startswith("lsoa")
                and name.lower().endswith(("cd", "_code")))
    people = pd.read_csv(options.population, dtype={0: str}).set_index(
        pd.read_csv(options.population, nrows=0).columns[0])["population"]
    zones["people"] = zones[zone].map(people).fillna(0).astype(int)
    columns = dict(text.split("=", 1) for text in options.geographies)
    for geography, column in columns.items():
        zones[geography] = codes(zones, column)
    differing = 0
    for first, second in itertools.permutations(columns, 2):
        asked = found(options, first, second)
        counted = expected(zones, first, second)
        for key, value in counted.items():
            same = (abs(asked[key] - value) < 1e-9 if key in ("index", "v")
                    else asked[key] == value)
            if not same:
                differing += 1
                print(f"{first} {second}: {key} is {asked[key]}, not {value}")
    print(f"{len(columns) * (len(columns) - 1)} pairs of geographies, {differing} answers differ")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
