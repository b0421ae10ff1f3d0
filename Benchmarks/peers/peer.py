"""What every peer shares: how it is asked, timed, and made to show its answers.

    with_TOOL.py FOLDER W1,W2,… [--answers FOLDER]   timed work by work, in one process
    with_TOOL.py FOLDER W10 --whole                  one work, its answer printed: timed from outside

A peer is a class whose making is the loading, W1; each further work that the tool can do is a
method. A method does the work and returns a function that writes the answer as lines of text: that
second part is there to compare answers and is never timed.

Only `sys` and `time` are imported from the start: a whole process must not wait for what it does
not use.
"""
import sys
import time

METHODS = {
    "W1": "totals", "W2": "superiors", "W3": "subordinates", "W4": "cycles", "W5": "dominators",
    "W6": "conflicts", "W7": "overlaps", "W8": "polygons", "W10": "superiors",
}
# A work is repeated until it has taken so long in all, so that short works are not all noise.
REPEATS, ENOUGH = 5, 0.3


def read_lines(path: str) -> list[str]:
    with open(path, encoding="utf-8") as file:
        return file.read().split()


def arguments(folder: str, work: str) -> list:
    """What the method of a work is called with."""
    if work == "W2":
        return [read_lines(folder + "/queries.txt")]
    if work == "W10":
        return [read_lines(folder + "/queries.txt")[:1]]
    if work == "W7":
        return [folder + "/zones/zones-made.csv"]
    if work == "W5":
        return [read_lines(folder + "/root.txt")[0]]
    if work == "W8":
        return [folder + "/polygons"]
    return []


def is_about_zones() -> bool:
    """Whether only W7 is asked, which needs nothing of the register."""
    return sys.argv[2] == "W7"


def peak_bytes() -> int:
    """The most memory that this process ever held."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return 1024 * int(line.split()[1])
    except OSError:
        pass
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def timed(function, *given):
    before = time.perf_counter()
    result = function(*given)
    return time.perf_counter() - before, result


def run(tool: str, peer) -> None:
    """Does what the command line asks of a peer."""
    folder, works = sys.argv[1], sys.argv[2].split(",")
    options = sys.argv[3:]
    if "--whole" in options:
        work = works[0]
        lines = getattr(peer(folder), METHODS[work])(*arguments(folder, work))()
        sys.stdout.write("".join(line + "\n" for line in lines))
        return
    if "--no-collector" in options:
        import gc

        gc.disable()
    measure(tool, peer, folder, works, options)


def measure(tool: str, peer, folder: str, works: list[str], options: list[str]) -> None:
    import gc
    import json

    def tell(work: str, seconds: list[float]) -> None:
        line = {"tool": tool, "work": work, "seconds": seconds, "peak": peak_bytes()}
        print(json.dumps(line), flush=True)

    seconds, loaded = timed(peer, folder)
    tell("W1", [seconds])
    answers = {"W1": loaded.totals()} if hasattr(loaded, "totals") and "W1" in works else {}
    # The register stays to the end: the collector need not go through it again in every work.
    gc.collect()
    gc.freeze()
    for work in works:
        method = getattr(loaded, METHODS[work], None)
        if work == "W1" or method is None:
            continue
        given = arguments(folder, work)
        taken: list[float] = []
        while len(taken) < REPEATS and sum(taken) < ENOUGH:
            seconds, answer = timed(method, *given)
            taken.append(seconds)
        answers[work] = answer
        tell(work, taken)
    # Only now, so that nothing that is done for the sake of comparing counts as memory.
    if "--answers" in options:
        into = options[options.index("--answers") + 1]
        for work, answer in answers.items():
            with open(f"{into}/{work}.{tool}.txt", "w", encoding="utf-8") as file:
                file.writelines(line + "\n" for line in answer())


def several_words(bodies) -> list[str]:
    """The lines of the bodies with several principals of different kinds."""
    return [f"several {body}" for body in bodies]


def off_path_words(pairs) -> list[str]:
    """The lines of the funding relationships whose funder is no superior of the funded."""
    return [f"off-path {funder} {funded}" for funder, funded in pairs]


def overlap_words(pairs, split):
    """The lines of pairs of areas with people and both shares in millionths, and of split areas."""
    for a, b, people, of_a, of_b in pairs:
        yield f"pair {a} {b} {people} {int(of_a * 1e6)} {int(of_b * 1e6)}"
    yield from (f"split {a}" for a in split)


def area_words(commons):
    """The lines of pairs of polygons with their common area in tens of square metres: tools may
    differ in the last digits, and in whether they know of the smallest."""
    for one, other, area in commons:
        if area > 100:
            yield f"{one} {other} {int(area / 10 + 0.5)}"
