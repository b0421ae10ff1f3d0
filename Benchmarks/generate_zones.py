#!/usr/bin/env python3
"""Writes a made-up table of small areas, the same for the same seed.

    generate_zones.py FOLDER --zones 200000 [--seed 1]

The folder then holds a graph without bodies and one vintage of zones:

    zones-made.csv      zone,population,a,b: 207 areas a, 152 areas b
    vintages.csv        the vintage `made`
    organisations.csv, relationships.csv   their headers alone

Seven of ten areas a lie in one b, the others in two or three; two zones in a thousand stray. It
needs nothing but Python's standard library.
"""
import argparse
import random
from pathlib import Path

FIRST, SECOND = 207, 152
# Text is written in pieces of so many rows.
PIECE = 20_000


def rows(zones: int, seed: int):
    rng = random.Random(seed)
    homes = [[rng.randrange(SECOND) for _ in range(1 if rng.random() < 0.7 else rng.randint(2, 3))]
             for _ in range(FIRST)]
    people, spread = (1_700, 300) if zones < 100_000 else (310, 60)
    for zone in range(zones):
        a = int(rng.random() * FIRST)
        home = homes[a]
        b = home[int(rng.random() * len(home))] if rng.random() >= 0.002 else int(
            rng.random() * SECOND)
        yield f"E{zone:08d},{max(50, int(rng.gauss(people, spread)))},A{a:03d},B{b:03d}\n"


def generate(folder: Path, zones: int, seed: int = 1):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "organisations.csv").write_text("id,name,kind\n")
    (folder / "relationships.csv").write_text("from,to,kind\n")
    with (folder / "zones-made.csv").open("w", encoding="ascii") as file:
        file.write("zone,population,a,b\n")
        piece = []
        for row in rows(zones, seed):
            piece.append(row)
            if len(piece) == PIECE:
                file.writelines(piece)
                piece.clear()
        file.writelines(piece)
    # Last, so that its being there tells that the folder is whole.
    (folder / "vintages.csv").write_text(
        "id,title,start,population_kind,population_year\nmade,2017,2017-04-01,residents,2017\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Writes a made-up table of zones.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--zones", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    generate(options.folder, options.zones, options.seed)
