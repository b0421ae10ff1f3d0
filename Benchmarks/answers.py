"""Compares answers: lines of text in any order, the same from every tool."""
import csv
import hashlib
from collections import Counter
from pathlib import Path

from measuring import Failure


def digest(lines: list[bytes]) -> str:
    return hashlib.sha256(b"".join(sorted(lines))).hexdigest()[:12]


def file_lines(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines(keepends=True)


def agree(work: str, size: int, answers: dict[str, list[Path]], read) -> str:
    """The digest of an answer that all tools gave; fails loudly where one gave another."""
    digests = {tool: digest(read(tool, paths)) for tool, paths in answers.items()}
    if len(set(digests.values())) == 1:
        return next(iter(digests.values()))
    usual = Counter(digests.values()).most_common(1)[0][0]
    right = next(tool for tool in digests if digests[tool] == usual)
    report = [f"{work} at {size:,} bodies: the answers differ"]
    for tool, found in digests.items():
        report.append(f"  {tool}: {found}")
        if found != usual:
            mine, theirs = Counter(read(tool, answers[tool])), Counter(read(right, answers[right]))
            report += [f"    only {tool}: {line.decode().strip()[:200]}"
                       for line in list((mine - theirs).elements())[:3]]
            report += [f"    only {right}: {line.decode().strip()[:200]}"
                       for line in list((theirs - mine).elements())[:3]]
    raise Failure("\n".join(report))


def plain_lines(_tool: str, paths: list[Path]) -> list[bytes]:
    return [line for path in paths for line in file_lines(path)]


def whole_lines(work: str, query: str):
    """Reads the answers of whole processes; the program's own are tables and not lines."""

    def read(tool: str, paths: list[Path]) -> list[bytes]:
        if tool != "remit":
            return plain_lines(tool, paths)
        tables = {}
        for path in paths:
            with path.open(encoding="utf-8", newline="") as file:
                tables[path.stem] = list(csv.DictReader(file))
        return [(line + "\n").encode() for line in FROM_TABLES[work](tables, query)]

    return read


def superiors_of_one(tables, query):
    found = sorted(row["id"] for row in tables["W10"] if row["relation"] == "superior")
    return [" ".join([query, *found])]


def superiors_of_many(tables, _query):
    return [f"{row['id']} {row['superiors']}".strip() for row in tables["W2"]]


def subordinates(tables, _query):
    return [f"{row['id']} {row['total']}" for row in tables["W3"] if row["total"] != "0"]


def conflicts(tables, _query):
    return [*(f"several {body}" for body in {row["body"] for row in tables["several"]}),
            *(f"off-path {row['funder']} {row['funded']}" for row in tables["off-path"])]


def overlaps(tables, _query):
    large = Counter()
    for row in tables["W7"]:
        of_a, of_b = float(row["share_of_from"]), float(row["share_of_to"])
        large[row["from"]] += of_a > 0.01
        yield (f"pair {row['from']} {row['to']} {row['amount']} {int(of_a * 1e6)} "
               f"{int(of_b * 1e6)}")
    yield from (f"split {area}" for area, parts in large.items() if parts > 1)


FROM_TABLES = {"W10": superiors_of_one, "W2": superiors_of_many, "W3": subordinates,
               "W6": conflicts, "W7": overlaps}
