#!/usr/bin/env python3
"""Python's own csv and dictionaries: the script that someone writes first. Also the oracle of the
tests: every work is done in the plainest way that is still quick at a thousand bodies."""
import csv
from collections import Counter, defaultdict

import peer


class Plain:
    def __init__(self, folder):
        with open(folder + "/organisations.csv", encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            next(rows)
            self.bodies = {row[0]: row for row in rows}
        self.lines = []
        self.principals = defaultdict(list)
        self.reports = defaultdict(list)
        bodies = self.bodies
        with open(folder + "/relationships.csv", encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            next(rows)
            for row in rows:
                origin, target, kind = row[0], row[1], row[2]
                if origin not in bodies or target not in bodies:
                    continue
                self.lines.append(row)
                if kind == "accountable-to":
                    self.principals[origin].append(target)
                    self.reports[target].append(origin)

    def totals(self):
        def lines():
            yield f"bodies {len(self.bodies)}"
            yield f"names {sum(len(row[1].encode()) for row in self.bodies.values())}"
            yield f"closed {sum(row[4] != '' for row in self.bodies.values())}"
            yield f"relationships {len(self.lines)}"
            yield f"ended {sum(row[5] != '' for row in self.lines)}"
            yield f"pence {sum(round(float(row[3]) * 100) for row in self.lines if row[3])}"
        return lines

    def reach(self, start, neighbours):
        """All that can be reached from a body, without itself."""
        seen, waiting = {start}, [start]
        while waiting:
            for other in neighbours.get(waiting.pop(), ()):
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        seen.discard(start)
        return seen

    def superiors(self, queries):
        found = [self.reach(query, self.principals) for query in queries]
        return lambda: (" ".join([query, *sorted(superiors)])
                        for query, superiors in zip(queries, found))

    def subordinates(self):
        counts = {body: len(self.reach(body, self.reports)) for body in self.bodies}
        return lambda: (f"{body} {count}" for body, count in counts.items() if count)

    def cycles(self):
        above = {body: self.reach(body, self.principals) for body in self.bodies}
        groups = {tuple(sorted([body, *(other for other in above[body] if body in above[other])]))
                  for body in self.bodies}
        return lambda: (" ".join(group) for group in groups if len(group) > 1)

    def dominators(self, root):
        """A body dominates whatever is not reached from the root without it."""
        reached = self.reach(root, self.reports)
        dominators = {body: [] for body in reached}
        for body in reached:
            without = {other: [] if other == body else below
                       for other, below in self.reports.items()}
            for lost in reached - self.reach(root, without) - {body}:
                dominators[lost].append(body)
        # Of the bodies that dominate another, each but the nearest dominates the nearest.
        depth = {body: len(above) for body, above in dominators.items()}
        return lambda: (f"{body} {max(above, key=depth.get) if above else root}"
                        for body, above in dominators.items())

    def conflicts(self):
        several = [body for body, above in self.principals.items()
                   if len({self.bodies[principal][2] for principal in above}) > 1]
        off = [(row[0], row[1]) for row in self.lines
               if row[2] == "funds" and row[0] not in self.reach(row[1], self.principals)]
        return lambda: [*peer.several_words(several), *peer.off_path_words(off)]

    def overlaps(self, path):
        people, of_a, of_b = Counter(), Counter(), Counter()
        with open(path, encoding="utf-8", newline="") as file:
            for zone in csv.DictReader(file):
                number = int(zone["population"])
                people[zone["a"], zone["b"]] += number
                of_a[zone["a"]] += number
                of_b[zone["b"]] += number
        pairs = [(a, b, number, number / of_a[a], number / of_b[b])
                 for (a, b), number in people.items()]
        large = Counter(a for a, _, _, share, _ in pairs if share > 0.01)
        return lambda: peer.overlap_words(pairs, [a for a, parts in large.items() if parts > 1])


if __name__ == "__main__":
    peer.run("csv", Plain)
