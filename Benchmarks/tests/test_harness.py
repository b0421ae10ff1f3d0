"""What the comparison of answers and the judging of goals promise."""
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import answers  # noqa: E402
from measuring import Failure, Samples, works_of  # noqa: E402
from registry import FLOOR, GOALS, REMIT, TOOLS, WORKS, Faster, Linear, Smaller, Tool  # noqa: E402
from report import judged, report  # noqa: E402


class AnswerTests(unittest.TestCase):
    def compare(self, **given: str) -> str:
        with tempfile.TemporaryDirectory() as folder:
            paths = {}
            for tool, text in given.items():
                paths[tool] = [Path(folder) / tool]
                paths[tool][0].write_text(text)
            return answers.agree("W3", 10, paths, answers.plain_lines)

    def test_accepts_the_same_lines_in_any_order(self):
        self.compare(one="a 1\nb 2\n", two="b 2\na 1\n")

    def test_names_the_tool_and_the_line_that_differ(self):
        with self.assertRaises(Failure) as caught:
            self.compare(one="a 1\n", two="a 1\n", three="a 2\n")
        self.assertIn("only three: a 2", str(caught.exception))
        self.assertIn("only one: a 1", str(caught.exception))

    def test_counts_repeated_lines(self):
        with self.assertRaises(Failure):
            self.compare(one="a\na\n", two="a\n")

    def test_reads_tables_of_the_program_as_lines(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "W3.txt"
            path.write_text("id,direct,total,layer\nA,1,2,0\nB,0,0,1\n")
            self.assertEqual(answers.whole_lines("W3", "A")(REMIT, [path]), [b"A 2\n"])


class GoalTests(unittest.TestCase):
    def test_takes_the_best_of_the_peers(self):
        samples = Samples()
        samples.add(10, "W1", REMIT, 1)
        samples.add(10, "W1", "slow", 20)
        samples.add(10, "W1", "quick", 5)
        _, found, met = judged(Faster("W1", 10, 6, ("slow", "quick")), samples)
        self.assertEqual((found, met), ("5.00 × (quick)", False))
        self.assertTrue(judged(Faster("W1", 10, 5, ("slow", "quick")), samples)[2])

    def test_says_nothing_of_what_was_not_measured(self):
        for goal in GOALS:
            self.assertIsNone(judged(goal, Samples())[2])

    def test_judges_memory_and_growth(self):
        samples = Samples()
        for size, time, memory in ((10, 1.0, 100), (1_000, 150.0, 9_000)):
            for tool in (REMIT, FLOOR):
                samples.add(size, "W1", tool, time)
            samples.peaks[size, REMIT].append(memory)
        self.assertTrue(judged(Smaller(1_000, 9_001), samples)[2])
        self.assertFalse(judged(Smaller(1_000, 9_000), samples)[2])
        self.assertTrue(judged(Linear("W1", 10, 1_000), samples)[2])
        samples.add(1_000, "W1", REMIT, 900.0)
        self.assertFalse(judged(Linear("W1", 10, 1_000), samples)[2])

    def test_reports_every_goal_and_how_few_rounds_there_were(self):
        samples = Samples()
        for _ in range(5):
            samples.add(1_000, "W2", REMIT, 0.001)
        samples.add(1_000, "W2", "igraph", 0.002)
        text = report(samples, [1_000], 5, {})
        self.assertIn("igraph (rounds: 1)", text)
        self.assertEqual(text.count("not measured"), len(GOALS))


class RegistryTests(unittest.TestCase):
    def test_names_goals_after_tools_and_works_that_there_are(self):
        tools, works = {tool.name for tool in TOOLS}, {work.id for work in WORKS} | {"W10"}
        self.assertEqual(len(tools), len(TOOLS))
        for goal in GOALS:
            if isinstance(goal, Faster):
                self.assertLessEqual(set(goal.than), tools)
                self.assertIn(goal.work, works)

    def test_asks_slow_tools_for_less_after_the_first_round(self):
        slow = Tool("slow", (), once=frozenset({("W5", 1_000)}))
        everything = {work.id for work in WORKS}
        self.assertIn("W5", works_of(slow, 1_000, everything, first=True))
        self.assertNotIn("W5", works_of(slow, 1_000, everything, first=False))

    def test_asks_a_tool_for_nothing_at_a_size_where_it_takes_minutes(self):
        networkx = next(tool for tool in TOOLS if tool.name == "networkx")
        everything = {work.id for work in WORKS}
        self.assertEqual([], works_of(networkx, 1_000_000, everything, first=True))
        self.assertEqual(sorted(networkx.works), works_of(networkx, 100_000, everything, first=True))


if __name__ == "__main__":
    unittest.main()
