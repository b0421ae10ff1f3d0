#!/usr/bin/env python3
"""Measures W9, diagrams, beside the `dot` program on the very document that is drawn.

    diagrams.py [--sizes 100,300] [--rounds 7] [--write]

A register to be drawn has a principal or two for each body and funding for a quarter of them: the
usual one without its other relationships, which nobody would draw body by body, and without
circles. For 100, 300 and 1,000 bodies (by `dot`) and 10,000 (by `sfdp`) it times, in turn and in one
run,

    remit         the process `remit render`, from the tables to the SVG
    program       the process `dot -Kengine -Tsvg`, from remit's own DOT to the SVG
    layout        reading and laying out that DOT alone, within one process, by `remit-benchmark`: as
                  Graphviz does it by itself, where Pango measures the words
    own           the same as remit has it done, which measures words and ranks nodes itself
    plain         the process again, from a document of the same bodies and lines with no looks at
                  all: what remit's document costs beyond it

and England's national view. It needs the `dot` program (Debian: graphviz) and what
`make build bench-tool` makes.
"""
import argparse
import csv
import json
import shutil
import statistics
import subprocess
import sys
import time
from operator import sub, truediv
from pathlib import Path

import generate
from bench import DATA, write_part
from registry import DRAWINGS, RELEASE, ROOT

VIEW = "views:\n  all: {draw: bodies, untied: yes, engine: %s}\n"
# A figure that takes longer than this is not repeated, and one that takes less than that is repeated so
# many times as often: differences of a few milliseconds are looked for.
LONG, SHORT, OFTENER = 5, 0.5, 4
# What is to be reached: remit in so many times the layout's own time, and so many milliseconds less
# than the program.
WITHIN, LESS = 1.05, 15


def seconds_of(command: list[str]) -> float:
    before = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    taken = time.perf_counter() - before
    if done.returncode != 0:
        sys.exit(f"diagrams: {' '.join(command)} failed\n{done.stderr}")
    return taken


def layout_seconds(dot: Path, engine: str, *options: str) -> float:
    told = subprocess.run([RELEASE / "remit-benchmark", str(dot), "W9", "--engine", engine, *options],
                          capture_output=True, text=True, check=True)
    return json.loads(told.stdout)["seconds"][0]


def write_for_pango(dot: Path, other: Path):
    """The same document, in the typeface by a name of its own that remit leaves to Graphviz."""
    text = dot.read_text(encoding="utf-8")
    other.write_text(text.replace("Arial,Helvetica,Liberation Sans", "Liberation Sans"),
                     encoding="utf-8")


def drawn_register(size: int, engine: str) -> Path:
    """A register whose relationships are accountability, and funding for a quarter of the bodies."""
    folder = DATA / f"drawing-{size}"
    if not (folder / "views.yaml").exists():
        generate.generate(generate.parser().parse_args([str(folder), "--bodies", str(size)]))
        path = folder / "relationships.csv"
        header, *rows = csv.reader(path.open(encoding="utf-8", newline=""))
        accountable = [row for row in rows if row[2] == "accountable-to"]
        funds = [row for row in rows if row[2] == "funds"][:size // 4]
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *accountable, *funds])
    # Last, so that its being there tells that the folder is whole.
    (folder / "views.yaml").write_text(VIEW % engine, encoding="utf-8")
    return folder


def write_plain(folder: Path, dot: Path):
    """The same bodies and lines as the shortest document that shows them."""
    def cell(text: str) -> str:
        return '"' + text.replace('"', '\\"') + '"'

    bodies = list(csv.reader((folder / "organisations.csv").open(encoding="utf-8", newline="")))
    lines = list(csv.reader((folder / "relationships.csv").open(encoding="utf-8", newline="")))
    with dot.open("w", encoding="utf-8") as file:
        file.write("digraph {\n  node [shape=box, fontsize=10]\n")
        for body in bodies[1:]:
            file.write(f"  {cell(body[0])} [label={cell(body[1])}]\n")
        for line in lines[1:]:
            ends = line[:2] if line[2] == "funds" else line[1::-1]
            file.write("  " + " -> ".join(map(cell, ends)))
            file.write(f" [style=dashed, label={cell('£' + line[3])}]\n" if line[3] else "\n")
        file.write("}\n")


def render(folder: Path, output: Path) -> list[str]:
    return [str(RELEASE / "remit"), "render", "all", "--graph", str(folder), "-o", str(output)]


def measured(size: int, engine: str, rounds: int) -> dict[str, float]:
    """The median of each figure, in milliseconds, and of what is compared within each round."""
    folder = drawn_register(size, engine)
    dot, pango, plain, picture = (
        DATA / f"drawing-{size}{end}" for end in (".dot", "-pango.dot", "-plain.dot", ".svg"))
    seconds_of(render(folder, dot))
    write_for_pango(dot, pango)
    write_plain(folder, plain)
    program = ["dot", f"-K{engine}", "-Tsvg", "-o", f"{picture}.dot.svg"]
    taken = {"remit": [], "program": [], "layout": [], "own": [], "plain": []}
    for turn in range(rounds * OFTENER):
        if turn > 0 and taken["remit"][0] > LONG:
            break
        if turn >= rounds and taken["remit"][0] > SHORT:
            break
        taken["remit"].append(seconds_of(render(folder, picture)))
        taken["program"].append(seconds_of([*program, str(dot)]))
        taken["layout"].append(layout_seconds(pango, engine, "--alone", "yes"))
        taken["own"].append(layout_seconds(dot, engine))
        taken["plain"].append(seconds_of([*program, str(plain)]))
    found = {name: statistics.median(seconds) * 1000 for name, seconds in taken.items()}
    # The machine may be slower in one round than in the next, but seldom within one.
    found["ratio"] = statistics.median(map(truediv, taken["remit"], taken["layout"]))
    found["less"] = statistics.median(map(sub, taken["program"], taken["remit"])) * 1000
    return found


def text_of(sizes: list[int], rounds: int) -> str:
    lines = [
        "| bodies | engine | remit, ms | Graphviz's layout alone, ms | remit ÷ layout "
        "| the layout as remit has it done, ms | Graphviz's program, ms "
        "| remit takes less by, ms | plain document, ms |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for size in sizes:
        engine = DRAWINGS[size]
        found = measured(size, engine, rounds)
        ratio, less = found["ratio"], found["less"]
        lines.append(
            f"| {size:,} | {engine} | {found['remit']:,.0f} | {found['layout']:,.0f} "
            f"| {ratio:.2f}{' ✓' if ratio <= WITHIN else ''} | {found['own']:,.0f} "
            f"| {found['program']:,.0f} "
            f"| {less:,.0f}{' ✓' if less >= LESS else ''} | {found['plain']:,.0f} |")
        # Told at once: the large ones take a while.
        print(lines[-1], file=sys.stderr, flush=True)
    national = statistics.median(
        seconds_of([str(RELEASE / "remit"), "render", "national", "--graph",
                    str(ROOT / "Graphs" / "england"), "-o", str(DATA / "national.svg")])
        for _ in range(rounds))
    lines += ["", f"✓: within {WITHIN - 1:.0%} of the layout, at least {LESS} ms less than the "
              f"program. England's national view: {national * 1000:.0f} ms."]
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description="Measures diagrams beside dot.")
    parser.add_argument("--sizes", default="", help="of " + ", ".join(map(str, DRAWINGS)))
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--write", action="store_true", help="write the figures into README.md")
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",") if size] or list(DRAWINGS)
    if unknown := set(sizes) - set(DRAWINGS):
        parser.error(f"no such size: {', '.join(map(str, sorted(unknown)))}")
    if not shutil.which("dot"):
        sys.exit("diagrams: there is no dot program; install graphviz")
    DATA.mkdir(exist_ok=True)
    text = text_of(sizes, options.rounds)
    print(text)
    if options.write:
        write_part("diagrams", text)


if __name__ == "__main__":
    main()
