#!/usr/bin/env python3
"""Counts the people in each pair of areas with pandas, from published files, and compares with what
remit overlaps says:

    remit overlaps ccg utla --as-of 2016-10-01 --format csv |
      overlaps_by_pandas.py LOOKUP.csv CCG16CDH UTLA18CD --population POP.csv \
        --join LTLA18_UTLA18.csv LAD16CD=LTLA18CD

A column may be several with plus signs, joined by dashes, as in icb22_code_h+sicbl22_code_h. Run by
hand: the published files are no part of the project.
"""
import argparse
import sys

import pandas as pd


def column(frame: pd.DataFrame, name: str) -> pd.Series:
    parts = [frame[part] for part in name.split("+")]
    return parts[0].str.cat(parts[1:], sep="-") if len(parts) > 1 else parts[0]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("lookup")
    parser.add_argument("first")
    parser.add_argument("second")
    parser.add_argument("--population", required=True)
    parser.add_argument("--join", nargs=2, action="append", default=[])
    options = parser.parse_args()
    zones = pd.read_csv(options.lookup, dtype=str)
    zone = next(name for name in zones if name.lower() in ("lsoa11cd", "lsoa11_code"))
    people = pd.read_csv(options.population, dtype={0: str})
    zones = zones.merge(people, left_on=zone, right_on=people.columns[0], how="left")
    for path, columns in options.join:
        left, right = columns.split("=")
        zones = zones.merge(pd.read_csv(path, dtype=str).drop_duplicates(right),
                            left_on=left, right_on=right, how="left", suffixes=("", "_joined"))
    zones["from"], zones["to"] = column(zones, options.first), column(zones, options.second)
    expected = zones.dropna(subset=["from", "to"]).groupby(["from", "to"]).agg(
        zones=("population", "size"), amount=("population", "sum")).reset_index()
    for side in ("from", "to"):
        whole = zones.groupby(side)["population"].sum()
        expected[f"share_of_{side}"] = expected["amount"] / expected[side].map(whole)
    found = pd.read_csv(sys.stdin, dtype={"from": str, "to": str})
    both = expected.merge(found, on=["from", "to"], how="outer", suffixes=("", "_remit"),
                          indicator=True)
    wrong = both[(both["_merge"] != "both") | (both["zones"] != both["zones_remit"])
                 | (both["amount"] != both["amount_remit"])
                 | ((both["share_of_from"] - both["share_of_from_remit"]).abs() > 1e-12)
                 | ((both["share_of_to"] - both["share_of_to_remit"]).abs() > 1e-12)]
    print(f"{len(expected)} pairs by pandas, {len(found)} by remit, {len(wrong)} differ")
    if len(wrong):
        print(wrong.head(10).to_string())
    return 1 if len(wrong) else 0


if __name__ == "__main__":
    sys.exit(main())
