"""What the generated registers promise."""
import csv
import io
import sys
import tempfile
import unittest
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import generate  # noqa: E402


class Generated:
    """A register made for one test, its tables read back by Python's own reader."""

    def __init__(self, *options: str):
        with tempfile.TemporaryDirectory() as folder:
            generate.generate(generate.parser().parse_args([folder, *options]))
            self.files = {path.name: path.read_bytes() for path in Path(folder).iterdir()}
        self.bodies = self.table("organisations.csv")
        self.lines = self.table("relationships.csv")
        self.root = self.files["root.txt"].decode().strip()
        self.queries = self.files["queries.txt"].decode().split()
        self.principals = defaultdict(list)
        for line in self.lines:
            if line["kind"] == "accountable-to":
                self.principals[line["from"]].append(line["to"])

    def table(self, name):
        return list(csv.DictReader(io.StringIO(self.files[name].decode(), newline="")))

    def depth(self, body: str) -> int:
        """How many first principals stand above a body that has one at each step."""
        steps = 0
        while self.principals[body]:
            body = self.principals[body][0]
            steps += 1
        return steps


def circular(principals: dict) -> set:
    """The bodies that are above themselves."""
    found = set()
    for start in list(principals):
        seen, waiting = set(), list(principals[start])
        while waiting:
            body = waiting.pop()
            if body not in seen:
                seen.add(body)
                waiting += principals.get(body, [])
        if start in seen:
            found.add(start)
    return found


class GeneratorTests(unittest.TestCase):
    def test_gives_the_same_bytes_for_the_same_seed_only(self):
        first = Generated("--bodies", "500", "--seed", "7")
        self.assertEqual(first.files, Generated("--bodies", "500", "--seed", "7").files)
        self.assertNotEqual(first.files, Generated("--bodies", "500", "--seed", "8").files)

    def test_gives_as_many_bodies_as_asked_with_distinct_ascending_ids(self):
        for count in (20, 21, 97, 1_999, 2_000, 20_001):
            ids = [body["id"] for body in Generated("--bodies", str(count)).bodies]
            self.assertEqual(len(ids), count)
            self.assertEqual(ids, sorted(set(ids)))

    def test_refers_to_bodies_that_there_are(self):
        for shape in ("usual", "chain", "star", "dense", "circle"):
            made = Generated("--bodies", "300", "--shape", shape)
            ids = {body["id"] for body in made.bodies}
            self.assertLessEqual({line[end] for line in made.lines for end in ("from", "to")}, ids)
            self.assertLessEqual({made.root, *made.queries}, ids)
            self.assertEqual(len(made.queries), 10_000)

    def test_leads_from_every_body_to_the_root_without_a_cycle(self):
        for shape in ("usual", "chain", "star", "dense"):
            made = Generated("--bodies", "300", "--shape", shape)
            self.assertEqual(circular(made.principals), set(), shape)
            tops = [body["id"] for body in made.bodies if not made.principals[body["id"]]]
            self.assertEqual(tops, [made.root], shape)

    def test_has_about_three_relationships_for_each_body(self):
        made = Generated("--bodies", "3000")
        self.assertTrue(2.7 < len(made.lines) / 3_000 < 3.2)

    def test_closes_the_cycles_that_are_asked_for(self):
        made = Generated("--bodies", "1000", "--cycles", "5")
        self.assertGreaterEqual(len(circular(made.principals)), 2)
        self.assertNotIn(made.root, circular(made.principals))

    def test_makes_chains_as_deep_as_asked(self):
        made = Generated("--bodies", "1000", "--shape", "chain", "--depth", "250")
        self.assertEqual(max(made.depth(body["id"]) for body in made.bodies), 250)

    def test_puts_every_body_into_one_circle(self):
        made = Generated("--bodies", "120", "--shape", "circle")
        self.assertEqual(circular(made.principals), {body["id"] for body in made.bodies})

    def test_puts_everyone_under_the_root_of_a_star(self):
        made = Generated("--bodies", "100", "--shape", "star")
        self.assertEqual(
            {made.root}, {above for principals in made.principals.values() for above in principals})

    def test_gives_many_principals_in_the_dense_shape(self):
        made = Generated("--bodies", "1000", "--shape", "dense")
        self.assertGreater(sum(map(len, made.principals.values())), 6_000)

    def test_makes_as_many_dangling_rows_as_asked(self):
        made = Generated("--bodies", "200", "--dangling", "9")
        ids = {body["id"] for body in made.bodies}
        self.assertEqual(sum(line["to"] not in ids for line in made.lines), 9)

    def test_quotes_every_cell_and_reads_back_what_it_wrote(self):
        made = Generated("--bodies", "400", "--quoted")
        self.assertTrue(made.files["organisations.csv"].splitlines()[1].startswith(b'"'))
        self.assertTrue(all('"' in body["name"] for body in made.bodies))
        self.assertTrue(any("\n" in body["name"] for body in made.bodies))
        kinds = {line["kind"] for line in made.lines}
        self.assertEqual(kinds, {"accountable-to", "funds", "oversees", "member-of"})

    def test_makes_long_names(self):
        made = Generated("--bodies", "50", "--long-names")
        self.assertGreater(min(len(body["name"].encode()) for body in made.bodies), 150)


if __name__ == "__main__":
    unittest.main()
