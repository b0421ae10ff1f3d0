"""The library's answers are those of a plain Python script, on small registers of every shape.

The program is the one that REMIT_BENCHMARK names; without it these tests are left out.
"""
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HERE))
import answers  # noqa: E402
import generate  # noqa: E402
import generate_zones  # noqa: E402

PROGRAM = os.environ.get("REMIT_BENCHMARK", "")
REGISTERS = [
    (shape, bodies, *more)
    for shape in ("usual", "chain", "star", "dense", "circle")
    for bodies, *more in (
        ("20",), ("60", "--cycles", "3"), ("250", "--dangling", "20"),
        ("300", "--cycles", "10", "--quoted", "--long-names"))
]


@unittest.skipUnless(PROGRAM, "REMIT_BENCHMARK names no program")
class AgreementTests(unittest.TestCase):
    def test_the_library_answers_as_a_plain_script_does(self):
        for seed, (shape, bodies, *more) in enumerate(REGISTERS):
            with self.subTest(shape=shape, bodies=bodies, more=more), \
                    tempfile.TemporaryDirectory() as folder:
                generate.generate(generate.parser().parse_args(
                    [folder, "--bodies", bodies, "--shape", shape, "--seed", str(seed), *more]))
                # Fewer queries than usual: the script is slow.
                queries = Path(folder) / "queries.txt"
                queries.write_text("\n".join(queries.read_text().split()[:200]) + "\n")
                generate_zones.generate(Path(folder) / "zones", 2 * int(bodies), seed)
                works = "W1,W2,W3,W4,W5,W6,W7"
                for command in ([PROGRAM], [sys.executable, str(HERE / "peers" / "with_csv.py")]):
                    subprocess.run([*command, folder, works, "--answers", folder], check=True,
                                   stdout=subprocess.DEVNULL)
                for work in works.split(","):
                    given = {tool: [Path(folder) / f"{work}.{tool}.txt"]
                             for tool in ("remit", "csv")}
                    answers.agree(work, int(bodies), given, answers.plain_lines)


if __name__ == "__main__":
    unittest.main()
