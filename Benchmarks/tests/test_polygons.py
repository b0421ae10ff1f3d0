"""The layers of polygons that W8 works on are sound."""
import json
import sys
import tempfile
import unittest
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import generate_polygons  # noqa: E402


class PolygonTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            generate_polygons.generate(Path(folder), 900, seed=3)
            cls.layers = {name: json.loads((Path(folder) / f"{name}.geojson").read_text())
                          for name in ("a", "b", "b-redrawn")}

    def rings(self, name):
        for feature in self.layers[name]["features"]:
            for polygon in feature["geometry"]["coordinates"]:
                yield from polygon

    def test_every_border_is_drawn_once_from_each_side(self):
        for name in self.layers:
            ways = Counter(way for ring in self.rings(name)
                           for way in zip(map(tuple, ring), map(tuple, ring[1:])))
            self.assertEqual(set(ways.values()), {1})
            alone = [way for way in ways if way[::-1] not in ways]
            self.assertTrue(all({0.0, 600_000.0} & {*a, *b} for a, b in alone))

    def test_the_areas_cover_the_square(self):
        for name in self.layers:
            total = sum(map(generate_polygons.area, self.rings(name)))
            self.assertAlmostEqual(total / 600_000 ** 2, 1, places=9)

    def test_the_layers_share_borders_unless_they_are_redrawn(self):
        def ways(name):
            return {frozenset(map(tuple, way)) for ring in self.rings(name)
                    for way in zip(ring, ring[1:])}
        self.assertGreater(len(ways("a") & ways("b")), 1_000)
        self.assertLess(len(ways("a") & ways("b-redrawn")), 200)


if __name__ == "__main__":
    unittest.main()
