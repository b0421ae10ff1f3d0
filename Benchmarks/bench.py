#!/usr/bin/env python3
"""Measures this project and what else one would take, on the same files, in one run.

    bench.py [--sizes 1000,100000,1000000] [--rounds 5] [--peers igraph,duckdb] [--works W2,W3]
             [--register "--shape dense --seed 7 --quoted"]

It makes what is missing (the peers' virtual environment, the floor, the registers), runs the tools
in turn, A B C A B C …, checks that their answers are the same, and prints the figures. A run of
everything writes them into README.md; a part of it does so with --write. `make bench` builds the
program first.
"""
import argparse
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import answers
import generate
import generate_polygons
import generate_zones
from measuring import Failure, Samples, progress, run, run_whole, works_of
from registry import CYCLES_PER_BODY, FLOOR, HERE, RELEASE, REMIT, TOOLS, WHOLE, WORKS, Tool
from report import report

DATA = HERE / ".data"
USUAL_SIZES = [1_000, 100_000, 1_000_000]
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


def make_environment() -> str:
    """The Python that has the peers, in a virtual environment of this folder's own."""
    folder, wanted = HERE / ".venv", HERE / "requirements.txt"
    python, installed = folder / "bin" / "python", folder / "requirements.txt"
    if not installed.exists() or installed.read_text() != wanted.read_text():
        progress("installing the peers")
        try:
            venv.create(folder, with_pip=True, clear=True)
            subprocess.run([python, "-m", "pip", "install", "--quiet", "--requirement", wanted,
                            "--disable-pip-version-check"], check=True)
        except subprocess.CalledProcessError as error:
            raise Failure(f"the peers cannot be installed into {folder}: is there a network, and "
                          "Python's venv (on Debian: python3-venv)?") from error
        # Last, so that an installation that broke off is done again.
        shutil.copy(wanted, installed)
    return str(python)


def make_floor():
    source, program = HERE / "floor" / "floor.cpp", HERE / ".build" / "floor"
    if program.exists() and program.stat().st_mtime > source.stat().st_mtime:
        return
    compiler = next(filter(shutil.which, ["g++", "clang++", "c++"]), None)
    if not compiler:
        raise Failure("no C++ compiler for the floor: install g++ or clang++")
    program.parent.mkdir(exist_ok=True)
    subprocess.run([compiler, "-std=c++17", "-O2", "-o", program, source], check=True)


def make_register(size: int, register: str = "") -> Path:
    """The register of a size, made once; `register` are more options of generate.py."""
    name = "-".join([str(size), *register.replace("--", "").split()])
    folder = DATA / name
    if not (folder / "root.txt").exists():
        progress(f"generating a register: {name}")
        cycles = max(3, round(size * CYCLES_PER_BODY))
        generate.generate(generate.parser().parse_args([
            str(folder), "--bodies", str(size), "--cycles", str(cycles), *register.split()]))
    if not (folder / "polygons" / "b.geojson").exists():
        progress(f"generating polygons: {name}")
        generate_polygons.generate(folder / "polygons", min(33_000, size // 3))
    if not (folder / "zones" / "vintages.csv").exists():
        progress(f"generating zones: {name}")
        generate_zones.generate(folder / "zones", 2 * size)
    return folder


def measure(size: int, tools: list[Tool], options, python: str, samples: Samples, digests: dict):
    """The works on a loaded graph at a size."""
    folder, into = make_register(size, options.register), DATA / "answers" / str(size)
    shutil.rmtree(into, ignore_errors=True)
    for turn in range(options.rounds):
        for place, tool in enumerate(tools):
            works = works_of(tool, size, options.works, first=turn == 0)
            if works:
                progress(f"{size:,} bodies, round {turn + 1}: {tool.name}")
                run(tool, python, size, folder, works, into / str(place) if turn == 0 else None,
                    samples)
        if turn == 0:
            for work in sorted(options.works):
                given = {tool.name: sorted((into / str(place)).glob(f"{work}.*.txt"))
                         for place, tool in enumerate(tools)}
                given = {tool: paths for tool, paths in given.items() if paths}
                if given:
                    digests[work, size] = (
                        answers.agree(work, size, given, answers.plain_lines), list(given))
    shutil.rmtree(into)


def measure_whole(tools: list[Tool], options, python: str, samples: Samples, digests: dict):
    """The works as whole processes."""
    for work, sizes in WHOLE.items():
        if work not in options.works:
            continue
        for size in sizes:
            if size not in options.sizes:
                continue
            folder = make_register(size, options.register)
            into = DATA / "answers" / f"whole-{work}-{size}"
            shutil.rmtree(into, ignore_errors=True)
            asked = [tool for tool in tools if work in tool.whole]
            for turn in range(options.rounds):
                progress(f"{work} as a whole process, {size:,} bodies, round {turn + 1}")
                for tool in asked:
                    run_whole(tool, python, size, folder, work, into / tool.name, samples)
            query = (folder / "queries.txt").read_text().split()[0]
            given = {tool.name: sorted((into / tool.name).iterdir()) for tool in asked}
            if given:
                digests[f"{work} as a process", size] = (
                    answers.agree(work, size, given, answers.whole_lines(work, query)),
                    list(given))
            shutil.rmtree(into, ignore_errors=True)


def write_figures(text: str):
    readme = HERE / "README.md"
    before, rest = readme.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    readme.write_text(f"{before}{BEGIN}\n\n{text}\n{END}{after}", encoding="utf-8")


def write_part(name: str, text: str):
    """Writes between two marks of README.md."""
    readme = HERE / "README.md"
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, rest = readme.read_text(encoding="utf-8").split(begin)
    after = rest.split(end)[1]
    readme.write_text(f"{before}{begin}\n\n{text}\n{end}{after}", encoding="utf-8")


def parsed():
    every_work = [work.id for work in WORKS] + ["W10"]
    parser = argparse.ArgumentParser(description="Measures remit beside its peers.")
    parser.add_argument("--sizes", default="", help="bodies, with commas; also 10000000")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", default="", help="their names, with commas")
    parser.add_argument("--works", default="", help=", ".join(every_work))
    parser.add_argument("--register", default="", help="more options of generate.py")
    parser.add_argument("--write", action="store_true", help="write a part's figures too")
    options = parser.parse_args()
    options.sizes = [int(size) for size in options.sizes.split(",") if size] or USUAL_SIZES
    whole_run = (set(USUAL_SIZES) <= set(options.sizes)
                 and not (options.peers or options.works or options.register))
    options.write = options.write or (whole_run and options.rounds >= 5)
    options.works = set(options.works.split(",")) - {""} or set(every_work)
    if unknown := options.works - set(every_work):
        parser.error(f"no such work: {', '.join(sorted(unknown))}")
    peers = {peer.strip() for peer in options.peers.split(",")} - {""}
    families = {tool.family for tool in TOOLS}
    if unknown := peers - families:
        parser.error(f"no such peer: {', '.join(sorted(unknown))}; there are "
                     + ", ".join(sorted(families)))
    options.tools = [tool for tool in TOOLS
                     if not peers or tool.family in peers or tool.name == REMIT]
    return options


def main() -> int:
    options = parsed()
    for program in ("remit", "remit-benchmark"):
        if not (RELEASE / program).exists():
            progress(f"bench: {program} is not built; run make bench")
            return 2
    samples, digests = Samples(), {}
    try:
        python = make_environment()
        if any(tool.name == FLOOR for tool in options.tools):
            make_floor()
        for size in options.sizes:
            measure(size, options.tools, options, python, samples, digests)
        measure_whole(options.tools, options, python, samples, digests)
    except Failure as failure:
        progress(f"bench: {failure}")
        return 1
    text = report(samples, options.sizes, options.rounds, digests)
    print(text)
    if options.write:
        write_figures(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
