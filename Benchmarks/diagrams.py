#!/usr/bin/env python3
"""Measures W9, diagrams, beside the `dot` program on the very document that is drawn.

    diagrams.py [--rounds 7] [--write]

For 100, 300 and 1,000 bodies of a register it times, in turn and in one run,

    remit         the process `remit render`, from the tables to the SVG
    dot           the process `dot -Tsvg`, from remit's own DOT to the SVG
    layout        reading and laying out that DOT alone, within one process, by `remit-benchmark`

and, once, 10,000 bodies with the engine that remit takes for them, and England's national view. It
needs the `dot` program (Debian: graphviz) and what `make build bench-tool` makes.
"""
import argparse
import json
import shutil
import statistics
import subprocess
import sys
import time

from bench import DATA, make_register, write_part
from registry import DRAWINGS, DRAWN_AT_ONCE, RELEASE, ROOT

VIEW = "views:\n  all: {draw: bodies, untied: yes, engine: %s}\n"


def seconds_of(command: list[str]) -> float:
    before = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    taken = time.perf_counter() - before
    if done.returncode != 0:
        sys.exit(f"diagrams: {' '.join(command)} failed\n{done.stderr}")
    return taken


def layout_seconds(dot) -> float:
    told = subprocess.run([RELEASE / "remit-benchmark", str(dot), "W9"], capture_output=True,
                          text=True, check=True)
    return json.loads(told.stdout)["seconds"][0]


def prepared(size: int, engine: str):
    folder = make_register(size)
    (folder / "views.yaml").write_text(VIEW % engine, encoding="utf-8")
    return folder


def render(folder, output) -> list[str]:
    return [str(RELEASE / "remit"), "render", "all", "--graph", str(folder), "-o", str(output)]


def measured(size: int, rounds: int) -> dict[str, list[float]]:
    folder = prepared(size, "dot")
    dot, picture = DATA / f"drawing-{size}.dot", DATA / f"drawing-{size}.svg"
    seconds_of(render(folder, dot))
    taken = {"remit": [], "dot": [], "layout": []}
    for _ in range(rounds):
        taken["remit"].append(seconds_of(render(folder, picture)))
        taken["dot"].append(seconds_of(["dot", "-Tsvg", str(dot), "-o", f"{picture}.dot.svg"]))
        taken["layout"].append(layout_seconds(dot))
    return taken


def text_of(rounds: int) -> str:
    lines = [
        "| bodies | remit, ms | `dot`, ms | remit takes less by, ms | layout alone, ms | remit / layout |",
        "|---|---|---|---|---|---|",
    ]
    for size in DRAWINGS:
        middle = {tool: statistics.median(taken) * 1000
                  for tool, taken in measured(size, rounds).items()}
        lines.append(
            f"| {size:,} | {middle['remit']:.0f} | {middle['dot']:.0f} "
            f"| {middle['dot'] - middle['remit']:.0f} | {middle['layout']:.0f} "
            f"| {middle['remit'] / middle['layout']:.2f} |")
    folder = prepared(DRAWN_AT_ONCE, "auto")
    large = seconds_of(render(folder, DATA / "drawing-large.svg"))
    national = statistics.median(
        seconds_of([str(RELEASE / "remit"), "render", "national", "--graph",
                    str(ROOT / "Graphs" / "england"), "-o", str(DATA / "national.svg")])
        for _ in range(rounds))
    lines += ["", f"{DRAWN_AT_ONCE:,} bodies, by the engine that suits: {large:.1f} s. "
              f"England's national view: {national * 1000:.0f} ms."]
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description="Measures diagrams beside dot.")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--write", action="store_true", help="write the figures into README.md")
    options = parser.parse_args()
    if not shutil.which("dot"):
        sys.exit("diagrams: there is no dot program; install graphviz")
    DATA.mkdir(exist_ok=True)
    text = text_of(options.rounds)
    print(text)
    if options.write:
        write_part("diagrams", text)


if __name__ == "__main__":
    main()
