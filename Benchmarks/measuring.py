"""Runs the tools one after the other, round by round, and keeps every time they tell."""
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

from registry import Tool, whole_command

REPEATS, ENOUGH = 5, 0.3


class Failure(Exception):
    """A tool failed or gave another answer than the others."""


class Samples:
    """Seconds by size, work and tool, one figure a round; the most memory, one figure a round."""

    def __init__(self):
        self.seconds = defaultdict(list)
        self.peaks = defaultdict(list)

    def add(self, size: int, work: str, tool: str, seconds: float):
        self.seconds[size, work, tool].append(seconds)

    def median(self, size: int, work: str, tool: str) -> float | None:
        taken = self.seconds.get((size, work, tool))
        return statistics.median(taken) if taken else None

    def peak(self, size: int, tool: str) -> float | None:
        taken = self.peaks.get((size, tool))
        return statistics.median(taken) if taken else None


def works_of(tool: Tool, size: int, asked: set[str], first: bool) -> list[str]:
    """What a tool is asked in a round: less where it is too slow."""
    if not tool.smallest <= size <= tool.largest:
        return []
    works = sorted(work for work in tool.works & asked
                   if (work, size) not in tool.left_out
                   and (first or (work, size) not in tool.once))
    # Whatever is asked of a graph, it must be loaded first: without W1 there is nothing to time.
    return [] if ("W1", size) in tool.once and not first else works


def run(tool: Tool, python: str, size: int, folder: Path, works: list[str], into: Path | None,
        samples: Samples):
    """One process of one tool; its answers are written in the first round, after the timing."""
    command = [part.replace("{python}", python) for part in tool.command]
    command += [str(folder), ",".join(works), *tool.options]
    if into:
        into.mkdir(parents=True, exist_ok=True)
        command += ["--answers", str(into)]
    done = subprocess.run(command, env={**os.environ, **tool.environment}, text=True,
                          capture_output=True, check=False)
    if done.returncode != 0:
        raise Failure(f"{tool.name} failed at {size:,} bodies: {' '.join(command)}\n{done.stderr}")
    peak = 0
    for line in done.stdout.splitlines():
        told = json.loads(line)
        if told["work"].split()[0] in works:
            samples.add(size, told["work"], tool.name, statistics.median(told["seconds"]))
        peak = max(peak, told["peak"])
    samples.peaks[size, tool.name].append(peak)


def timed_process(command: list[str], output: Path) -> float:
    """How long a process takes from its start to its end, its output going to a file."""
    with output.open("wb") as file:
        redirect = [(os.POSIX_SPAWN_DUP2, file.fileno(), 1)]
        before = time.perf_counter()
        child = os.posix_spawnp(command[0], command, os.environ, file_actions=redirect)
        status = os.waitpid(child, 0)[1]
        taken = time.perf_counter() - before
    if status != 0:
        raise Failure(f"failed with status {status}: {' '.join(command)}")
    return taken


def run_whole(tool: Tool, python: str, size: int, folder: Path, work: str, into: Path,
              samples: Samples):
    """A work as a whole process, several times for those that are short."""
    taken = []
    while len(taken) < REPEATS and sum(taken) < ENOUGH:
        # Each time into an empty folder: file systems hold up whoever replaces a file that was just
        # written until it is on its way to the disk.
        shutil.rmtree(into, ignore_errors=True)
        into.mkdir(parents=True)
        command = whole_command(tool, work, folder, into, python)
        taken.append(timed_process(command, into / f"{work}.txt"))
    samples.add(size, f"whole {work}", tool.name, statistics.median(taken))


def progress(text: str):
    print(text, file=sys.stderr, flush=True)
