#!/usr/bin/env python3
"""Writes a made-up register of bodies and relationships, the same for the same seed.

    generate.py FOLDER --bodies 100000 [--seed 1] [--shape usual|chain|star|dense|circle]
                [--cycles 20] [--dangling 0] [--long-names] [--quoted]

The folder then holds

    organisations.csv   id,name,kind,opened,closed
    relationships.csv   from,to,kind,amount,start,end: about three for each body
    root.txt            the id of the body at the top
    queries.txt         10,000 ids, drawn with repeats

Shapes: `usual` is a department, its agencies and regions, and below them tiers of trusts,
practices and sites, a quarter of the bodies with a second principal; `chain` has lines of bodies
up to --depth long; in a `star` all are accountable to the root; `dense` is the usual shape with
eight more principals for each body; in a `circle` each is accountable to the one before it, and the
root to the last, with second principals as in the usual shape: ask nothing of 10,000 bodies there,
since each has all others above it.

It needs nothing but Python's standard library, so that continuous integration can run it, and
keeps numbers in arrays and never all of the text, so that ten million bodies fit into a gigabyte.
"""
import argparse
import random
import sys
from array import array
from pathlib import Path

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
TAILS = [high + low for high in DIGITS for low in DIGITS]
QUERIES = 10_000
# Text is written in pieces of so many rows.
PIECE = 20_000

PLACES = """Alder Birch Cedar Dean Elder Fern Garth Hazel Ivel Juniper Kelder Larch Marsh Nettle
Orchard Pine Quarry Rowan Sedge Thorn Umber Vale Wharfe Yarrow Ash Beck Croft Dale Esk Fell Glen
Heath Isle Keld Lune Mere Ness Ouse Peak Ridge Severn Tarn Ure Vane Wold""".split()
FEATURES = """Bank Bridge Common Cross Down East End Field Ford Gate Green Head House Lane Lea Moor
New North Old Park Point Road Side South Spring Street Water Way Well West Wood""".split()
SUFFIXES = {
    "department": "Department", "agency": "Agency", "region": "Regional Office",
    "footprint": "Partnership", "commissioner": "Commissioning Group", "council": "Council",
    "trust": "Trust", "practice": "Practice", "site": "Centre",
}


def tiers(bodies: int) -> dict[str, range]:
    """The bodies' numbers by kind, superiors before those below them."""
    large = bodies >= 2_000
    counts = {
        "department": 1,
        "agency": min(9, bodies // 20),
        "region": min(7, bodies // 20),
        "footprint": 44 if large else bodies // 40,
        "commissioner": 207 if large else bodies // 10,
        "council": 152 if large else bodies // 20,
        "trust": min(5_000, bodies // 50),
        "practice": bodies // 8,
    }
    counts = {kind: max(1, count) for kind, count in counts.items()}
    counts["site"] = bodies - sum(counts.values())
    if counts["site"] < 1:
        sys.exit(f"a register needs at least 20 bodies, not {bodies}")
    tiers, first = {}, 0
    for kind, count in counts.items():
        tiers[kind] = range(first, first + count)
        first += count
    return tiers


class Lines:
    """Relationships as columns of numbers: who, to whom, which kind."""

    KINDS = ["accountable-to", "funds", "oversees", "member-of"]

    def __init__(self):
        self.origin, self.target, self.kind = array("I"), array("I"), array("B")

    def add(self, origin: int, target: int, kind: int):
        self.origin.append(origin)
        self.target.append(target)
        self.kind.append(kind)

    def __len__(self):
        return len(self.origin)


def first_principals(shape: str, of: dict[str, range], depth: int, rng) -> array:
    """Each body's first principal: always one with a lower number, so that there is no cycle."""
    bodies = of["site"].stop
    draw = rng.random

    def any_of(kind: str) -> int:
        return of[kind].start + int(draw() * len(of[kind]))

    principals = array("I", bytes(4 * bodies))
    if shape == "star":
        return principals
    if shape == "chain":
        for body in range(1, bodies):
            principals[body] = 0 if body % depth == 1 else body - 1
        return principals
    if shape == "circle":
        for body in range(1, bodies):
            principals[body] = body - 1
        return principals
    region_head = of["agency"].start
    for body in of["region"]:
        principals[body] = region_head
    for body in of["footprint"]:
        principals[body] = any_of("region")
    for body in of["commissioner"]:
        principals[body] = any_of("footprint")
    for body in of["trust"]:
        principals[body] = any_of("commissioner" if draw() < 0.7 else "region")
    for body in of["practice"]:
        principals[body] = any_of("commissioner")
    trusts, first_site = of["trust"], of["site"].start
    for body in of["site"]:
        choice = draw()
        if choice < 0.55 or body == first_site:
            # A few trusts have most of the sites.
            principals[body] = trusts.start + int(len(trusts) * draw() ** 2.2)
        elif choice < 0.85:
            principals[body] = any_of("practice")
        else:
            # A site of a site, which makes some lines longer than the tiers.
            principals[body] = first_site + int(draw() * (body - first_site))
    return principals


def make_lines(options, of: dict[str, range], rng) -> Lines:
    bodies = options.bodies
    draw = rng.random
    depth = options.depth or max(2, min(1_000, bodies // 10))
    principals = first_principals(options.shape, of, depth, rng)
    lines = Lines()

    def any_of(kind: str) -> int:
        return of[kind].start + int(draw() * len(of[kind]))

    for body in range(1, bodies):
        lines.add(body, principals[body], 0)
    if options.shape == "circle":
        lines.add(0, bodies - 1, 0)
    more = {"usual": 1, "dense": 9, "circle": 1}.get(options.shape, 0)
    for body in range(of["footprint"].start, bodies):
        for extra in range(more):
            if extra == 0 and draw() >= 0.30:
                continue
            choice = draw()
            kind = ("agency" if choice < 0.35 else "council" if choice < 0.60
                    else "commissioner" if choice < 0.85 else "trust")
            other = any_of(kind)
            if other < body and other != principals[body]:
                lines.add(body, other, 0)
    for _ in range(9 * bodies // 10):
        funded = 1 + int(draw() * (bodies - 1))
        funder = principals[funded] if draw() < 0.7 else any_of("commissioner")
        if funder != funded:
            lines.add(funder, funded, 1)
    lowest = of["footprint"].start
    for _ in range(4 * bodies // 10):
        lines.add(any_of("agency"), lowest + int(draw() * (bodies - lowest)), 2)
    lowest = of["commissioner"].start
    for _ in range(4 * bodies // 10):
        lines.add(lowest + int(draw() * (bodies - lowest)), any_of("footprint"), 3)

    # A cycle: a body up to four steps above another is made accountable to it. The first tiers stay
    # out of them, so that the root keeps everyone below it.
    highest = of["trust"].start
    made = tries = 0
    while made < options.cycles and tries < 100 * options.cycles:
        tries += 1
        body = above = of["site"].start + int(draw() * len(of["site"]))
        for _ in range(1 + int(draw() * 4)):
            if principals[above] >= highest:
                above = principals[above]
        if above != body:
            lines.add(above, body, 0)
            made += 1
    return lines


class Identifiers:
    """Distinct ids of capital letters and digits, ascending, made from numbers when needed."""

    def __init__(self, count: int, rng):
        self.width = 3 if count <= 20_000 else 5
        step = 36 ** self.width // count
        draw = rng.random
        # One from each of `count` equal parts of all ids there could be.
        self.numbers = array("I", (part * step + int(draw() * step) for part in range(count)))
        self.heads = DIGITS if self.width == 3 else [a + b for a in TAILS for b in DIGITS]

    def __getitem__(self, place: int) -> str:
        head, tail = divmod(self.numbers[place], 1_296)
        return self.heads[head] + TAILS[tail]


def quoted(cells: list[str]) -> str:
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\n"


def plain(cells: list[str]) -> str:
    return ",".join(cells) + "\n"


def write_bodies(path: Path, options, of, body_at, ids: Identifiers, rng):
    kinds = [kind for kind, numbers in of.items()]
    kind_of = array("B", bytes(options.bodies))
    for place, kind in enumerate(kinds):
        for body in of[kind]:
            kind_of[body] = place
    row = quoted if options.quoted else plain
    draw = rng.random
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("id,name,kind,opened,closed\n")
        for first in range(0, options.bodies, PIECE):
            piece = []
            for place in range(first, min(first + PIECE, options.bodies)):
                kind = kinds[kind_of[body_at[place]]]
                feature = FEATURES[int(draw() * len(FEATURES))]
                name = f"{PLACES[int(draw() * len(PLACES))]} {feature}"
                if options.long_names:
                    more = (PLACES[int(draw() * len(PLACES))] for _ in range(30))
                    name += " – Château " + " ".join(more)
                if draw() < 0.05:
                    name += ","
                name += " " + SUFFIXES[kind]
                if options.quoted:
                    # What quotes are for: quotes, commas and line breaks.
                    name = f'the "{feature}", {name}' + ("\nand others" if draw() < 0.02 else "")
                elif "," in name:
                    name = f'"{name}"'
                year, month, day = 1990 + int(draw() * 30), int(draw() * 12), int(draw() * 28)
                opened = f"{year}-{month + 1:02d}-{day + 1:02d}"
                closed = ""
                if draw() < 0.15:
                    closed = f"{year + 1 + int(draw() * 20)}-{month + 1:02d}-{day + 1:02d}"
                piece.append(row([ids[place], name, kind, opened, closed]))
            file.write("".join(piece))


def write_relationships(path: Path, options, lines: Lines, place_of, ids: Identifiers, rng):
    order = array("I", range(len(lines)))
    rng.shuffle(order)
    dangling = set(rng.sample(range(len(lines)), min(options.dangling, len(lines))))
    row = quoted if options.quoted else plain
    draw, normal = rng.random, rng.gauss
    months = [f"-{month:02d}-01" for month in range(1, 13)]
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("from,to,kind,amount,start,end\n")
        for first in range(0, len(lines), PIECE):
            piece = []
            for line in order[first:first + PIECE]:
                kind = lines.kind[line]
                # 10 to the power of a normal variable: a few pounds to thousands of millions.
                amount = f"{10 ** normal(5.6, 0.9):.2f}" if kind == 1 else ""
                year, month = 2000 + int(draw() * 24), months[int(draw() * 12)]
                target = ids[place_of[lines.target[line]]]
                piece.append(row([
                    ids[place_of[lines.origin[line]]],
                    f"NONE-{line}" if line in dangling else target,
                    Lines.KINDS[kind], amount, f"{year}{month}",
                    f"{year + 1}{month}" if draw() < 0.1 else ""]))
            file.write("".join(piece))


def generate(options):
    rng = random.Random(options.seed)
    of = tiers(options.bodies)
    ids = Identifiers(options.bodies, rng)
    # Rows stand in the order of their ids, as registers have them, and ids say nothing of tiers.
    body_at = array("I", range(options.bodies))
    rng.shuffle(body_at)
    place_of = array("I", bytes(4 * options.bodies))
    for place, body in enumerate(body_at):
        place_of[body] = place
    lines = make_lines(options, of, rng)

    folder = Path(options.folder)
    folder.mkdir(parents=True, exist_ok=True)
    write_bodies(folder / "organisations.csv", options, of, body_at, ids, rng)
    write_relationships(folder / "relationships.csv", options, lines, place_of, ids, rng)
    queries = (ids[int(rng.random() * options.bodies)] for _ in range(QUERIES))
    (folder / "queries.txt").write_text("".join(f"{query}\n" for query in queries))
    # Last, so that its being there tells that the folder is whole.
    (folder / "root.txt").write_text(ids[place_of[0]] + "\n")


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Writes a made-up register.")
    parser.add_argument("folder")
    parser.add_argument("--bodies", type=int, required=True, help="from 20 to 50,000,000")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shape", choices=["usual", "chain", "star", "dense", "circle"], default="usual")
    parser.add_argument("--depth", type=int, help="the length of a chain (else up to 1,000)")
    parser.add_argument("--cycles", type=int, default=0, help="how many cycles are closed")
    parser.add_argument("--dangling", type=int, default=0, help="rows whose 'to' is no body")
    parser.add_argument("--long-names", action="store_true", help="names of about 200 bytes")
    parser.add_argument("--quoted", action="store_true", help="every cell in quotes")
    return parser


if __name__ == "__main__":
    generate(parser().parse_args())
