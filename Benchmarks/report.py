"""Makes the tables of figures."""
import math
import os
import platform
import subprocess

from measuring import Samples
from registry import (
    FLOOR, GOALS, REASONS, REMIT, ROOT, TOOLS, WHOLE, WHOLE_NAMES, WORKS, Faster, Linear, Smaller)


def number(value: float) -> str:
    """Three figures, never in powers of ten."""
    if value == 0:
        return "0"
    digits = max(0, 2 - math.floor(math.log10(abs(value))))
    return f"{value:,.{digits}f}"


def seconds(value: float) -> str:
    if value < 0.001:
        return f"{number(value * 1e6)} µs"
    return f"{number(value * 1e3)} ms" if value < 1 else f"{number(value)} s"


def table(heading: list[str], rows: list[list[str]]) -> list[str]:
    sides = ["---" if place == 0 else "---:" for place in range(len(heading))]
    return ["| " + " | ".join(row) + " |" for row in [heading, sides, *rows]]


def judged(goal, samples: Samples) -> tuple[str, str, bool | None]:
    """A goal in words, what was measured, and whether it is met; None where it was not measured."""
    if isinstance(goal, Faster):
        work = f"whole {goal.work}" if goal.whole else goal.work
        name = WHOLE_NAMES[goal.work] + (" as a whole process" if goal.whole else "")
        words = f"{goal.work} {name}, {goal.size:,}: {goal.times:g} × "
        words += goal.than[0] if len(goal.than) == 1 else "the best peer"
        ours = samples.median(goal.size, work, REMIT)
        theirs = {tool: samples.median(goal.size, work, tool) for tool in goal.than}
        theirs = {tool: time for tool, time in theirs.items() if time}
        if not ours or not theirs:
            return words, "", None
        best = min(theirs, key=theirs.get)
        ratio = theirs[best] / ours
        return words, f"{number(ratio)} × ({best})", ratio >= goal.times
    if isinstance(goal, Smaller):
        words = f"memory at {goal.size:,}: below {goal.bytes // 10 ** 6} MB"
        peak = samples.peak(goal.size, REMIT)
        if not peak:
            return words, "", None
        return words, f"{peak / 1e6:,.0f} MB", peak < goal.bytes
    words = f"{goal.work} grows linearly, {goal.smaller:,} to {goal.larger:,}"
    powers = [power_of_growth(goal, samples, tool) for tool in (REMIT, FLOOR)]
    if None in powers:
        return words, "", None
    ours, floor = powers
    return (words, f"size to the {ours:.2f} (floor: {floor:.2f})",
            ours <= max(goal.power, floor + goal.power - 1))


def power_of_growth(goal: Linear, samples: Samples, tool: str) -> float | None:
    def measure(size):
        if goal.work == "memory":
            return samples.peak(size, tool)
        return samples.median(size, goal.work, tool)

    small, large = measure(goal.smaller), measure(goal.larger)
    if not small or not large:
        return None
    return math.log(large / small) / math.log(goal.larger / goal.smaller)


def goals(samples: Samples) -> list[str]:
    rows = []
    for goal in GOALS:
        words, found, met = judged(goal, samples)
        verdict = {True: "met", False: "not met", None: "not measured"}[met]
        reason = REASONS.get(words, "") if met is False else ""
        rows.append([words, found, f"{verdict}: {reason}" if reason else verdict])
    return ["### Goals", "", *table(["goal", "measured", ""], rows)]


def times(samples: Samples, size: int, works: dict[str, str], rounds: int) -> list[str]:
    """Every tool's figures for every work at a size, the quickest first."""
    rows = []
    for work, name in works.items():
        ours = samples.median(size, work, REMIT)
        found = [(samples.median(size, work, tool.name), tool.name) for tool in TOOLS]
        for median, tool in sorted((time, tool) for time, tool in found if time):
            taken = samples.seconds[size, work, tool]
            few = "" if len(taken) >= rounds else f" (rounds: {len(taken)})"
            rows.append([
                name, tool + few, seconds(median), seconds(min(taken)), seconds(max(taken)),
                number(median / ours) if ours else ""])
    return table(["work", "tool", "median", "least", "most", "÷ remit"], rows) if rows else []


def memory(samples: Samples, size: int) -> list[str]:
    peaks = [(samples.peak(size, tool.name), tool.name) for tool in TOOLS]
    return table(["tool", "peak memory over its works"],
                 [[tool, f"{peak / 1e6:,.0f} MB"] for peak, tool
                  in sorted((peak, tool) for peak, tool in peaks if peak)])


def parts(samples: Samples, size: int) -> list[str]:
    """What the project's own loading consists of."""
    read, network = (samples.median(size, f"W1 {part}", REMIT) for part in ("read", "network"))
    if not read or not network:
        return []
    return [f"Of remit's W1, reading and checking the files is {seconds(read)}, making the network "
            f"of accountability {seconds(network)}.", ""]


def missing(size: int) -> list[str]:
    left = [f"{tool.name} {work}" for tool in TOOLS for work, at in sorted(tool.left_out)
            if at == size]
    return [f"Left out, for they take minutes: {', '.join(left)}.", ""] if left else []


def machine() -> str:
    model = ""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            model = next(line.split(":")[1].strip() for line in file if "model name" in line)
    except (OSError, StopIteration):
        model = platform.processor()
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, text=True,
                            capture_output=True, check=False).stdout.strip()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return (f"Commit {commit}; {os.cpu_count()} cores ({model}), {memory:.0f} GB, "
            f"{platform.system()}, Python {platform.python_version()}.")


def report(samples: Samples, sizes: list[int], rounds: int, digests: dict) -> str:
    lines = [machine(), f"Medians of {rounds} alternating rounds, with the least and the most.", ""]
    lines += [*goals(samples), ""]
    works = {work.id: f"{work.id} {work.name}" for work in WORKS}
    for size in sizes:
        found = times(samples, size, works, rounds)
        if not found:
            continue
        lines += [f"### {size:,} bodies", "", *missing(size), *found, "", *parts(samples, size),
                  *memory(samples, size), ""]
    whole = {f"whole {work}": f"{work} {WHOLE_NAMES[work]}" for work in WHOLE}
    for size in sorted({size for at in WHOLE.values() for size in at}):
        found = times(samples, size, whole, rounds)
        if found:
            lines += [f"### Whole processes, {size:,} bodies", "", *found, ""]
    rows = [[work, f"{size:,}", f"`{found}`", ", ".join(tools)]
            for (work, size), (found, tools) in digests.items()]
    lines += ["### Answers", "", "The same from every tool; each by its digest.", "",
              *table(["work", "bodies", "digest", "tools"], rows)]
    return "\n".join(lines).rstrip() + "\n"
