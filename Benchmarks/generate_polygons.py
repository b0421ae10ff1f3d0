#!/usr/bin/env python3
"""Writes made-up layers of polygons, the same for the same seed.

    generate_polygons.py FOLDER [--cells 33000] [--seed 1]

A lattice of cells with corners moved about and crooked edges is divided twice, into 207 and into 152
areas; half of the first lie in one of the second each. Coordinates are metres in a plane.

    a.geojson         the first areas
    b.geojson         the second, with the very same border wherever both layers have one
    b-redrawn.geojson the second with every edge drawn anew, as at another scale: borders cross

It needs nothing but Python's standard library.
"""
import argparse
import json
import random
from collections import defaultdict
from pathlib import Path

FIRST, SECOND = 207, 152
SIDE = 600_000.0
# Points between two corners of the lattice.
BETWEEN = 12


class Lattice:
    def __init__(self, cells: int, rng: random.Random):
        self.size = max(8, round(cells ** 0.5))
        step = SIDE / self.size
        self.corners = {}
        for x in range(self.size + 1):
            for y in range(self.size + 1):
                # The outer border stays straight.
                dx = rng.uniform(-0.25, 0.25) if 0 < x < self.size else 0
                dy = rng.uniform(-0.25, 0.25) if 0 < y < self.size else 0
                self.corners[x, y] = (round((x + dx) * step, 1), round((y + dy) * step, 1))

    def middles(self):
        for x in range(self.size):
            for y in range(self.size):
                yield (x, y), ((x + 0.5) * SIDE / self.size, (y + 0.5) * SIDE / self.size)


def nearest(place, seeds) -> int:
    x, y = place
    return min(range(len(seeds)), key=lambda i: (seeds[i][0] - x) ** 2 + (seeds[i][1] - y) ** 2)


def divide(lattice: Lattice, rng: random.Random):
    """The areas of both layers that each cell belongs to."""
    def seeds(count):
        return [(rng.uniform(0, SIDE), rng.uniform(0, SIDE)) for _ in range(count)]

    first_seeds, second_seeds = seeds(FIRST), seeds(SECOND)
    homes = [nearest(seed, second_seeds) for seed in first_seeds]
    is_nested = [rng.random() < 0.5 for _ in range(FIRST)]
    first, second = {}, {}
    for cell, middle in lattice.middles():
        first[cell] = nearest(middle, first_seeds)
        home = first[cell]
        second[cell] = homes[home] if is_nested[home] else nearest(middle, second_seeds)
    return first, second


def crooked(start, end, rng: random.Random):
    """The way from a corner to the next, both of them left out."""
    (x0, y0), (x1, y1) = start, end
    away = 0.0
    points = []
    for step in range(1, BETWEEN + 1):
        part = step / (BETWEEN + 1)
        away = max(-0.08, min(0.08, away + rng.gauss(0, 0.03)))
        bend = away * 4 * part * (1 - part)
        points.append((round(x0 + part * (x1 - x0) - bend * (y1 - y0), 1),
                       round(y0 + part * (y1 - y0) + bend * (x1 - x0), 1)))
    return points


def rings(lattice: Lattice, labels, seed: str):
    """For each area its closed ways along corners, with the area to the left."""
    sides = defaultdict(lambda: defaultdict(list))
    for (x, y), label in labels.items():
        for start, end, beside in (
                ((x, y), (x + 1, y), (x, y - 1)), ((x + 1, y), (x + 1, y + 1), (x + 1, y)),
                ((x + 1, y + 1), (x, y + 1), (x, y + 1)), ((x, y + 1), (x, y), (x - 1, y))):
            if labels.get(beside) != label:
                sides[label][start].append(end)
    for label in sorted(sides):
        ways = sides[label]
        closed = []
        while ways:
            corner = start = min(ways)
            way, before = [], None
            while True:
                ends = ways[corner]
                # Where two ways meet in a corner, the sharpest turn to the left keeps them apart.
                end = ends[0] if len(ends) == 1 else max(ends, key=lambda e: turn(before, corner, e))
                ends.remove(end)
                if not ends:
                    del ways[corner]
                way += [lattice.corners[corner], *along(lattice, corner, end, seed)]
                before, corner = corner, end
                if corner == start:
                    break
            closed.append([*way, way[0]])
        yield label, closed


def turn(before, corner, end) -> int:
    """1 to the left, 0 straight on, -1 to the right."""
    if before is None:
        return 0
    return ((corner[0] - before[0]) * (end[1] - corner[1])
            - (corner[1] - before[1]) * (end[0] - corner[0]))


def along(lattice: Lattice, start, end, seed: str):
    """The points of a border, the same from both sides; straight on the outside of everything."""
    low, high = min(start, end), max(start, end)
    if any(low[axis] == high[axis] and low[axis] in (0, lattice.size) for axis in (0, 1)):
        return []
    way = crooked(lattice.corners[low], lattice.corners[high], random.Random(f"{seed}{low}{high}"))
    return way if start == low else way[::-1]


def area(ring) -> float:
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, ring[1:])) / 2


def contains(ring, place) -> bool:
    x, y = place
    inside = False
    for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
            inside = not inside
    return inside


def polygons(closed):
    shells = [[ring] for ring in closed if area(ring) > 0]
    for hole in (ring for ring in closed if area(ring) < 0):
        # A point of the hole that is no corner of the lattice is no point of another shell.
        owner = min((shell for shell in shells if contains(shell[0], hole[1])),
                    key=lambda shell: area(shell[0]))
        owner.append(hole)
    return shells


def write(path: Path, letter: str, lattice: Lattice, labels, seed: str):
    features = []
    for label, closed in rings(lattice, labels, seed):
        features.append(json.dumps({
            "type": "Feature", "properties": {"code": f"{letter}{label:03d}"},
            "geometry": {"type": "MultiPolygon", "coordinates": polygons(closed)}},
            separators=(",", ":")))
    path.write_text('{"type":"FeatureCollection","features":[\n' + ",\n".join(features) + "\n]}\n")


def generate(folder: Path, cells: int, seed: int = 1):
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(seed)
    lattice = Lattice(cells, rng)
    first, second = divide(lattice, rng)
    write(folder / "a.geojson", "A", lattice, first, "drawn")
    write(folder / "b-redrawn.geojson", "B", lattice, second, "redrawn")
    # Last, so that its being there tells that the folder is whole.
    write(folder / "b.geojson", "B", lattice, second, "drawn")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Writes made-up layers of polygons.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cells", type=int, default=33_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    generate(options.folder, options.cells, options.seed)
