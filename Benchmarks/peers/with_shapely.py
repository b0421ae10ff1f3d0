#!/usr/bin/env python3
"""shapely: the areas that polygons of two layers have in common, pair by pair through GEOS."""
import re

import peer
import shapely


def layer(path):
    """The codes and geometries of a file. GEOS reads all geometries at once but leaves out the
    properties; going through the text for them is quicker than a second reading as JSON."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    return re.findall(r'"code":\s*"([^"]*)"', text), shapely.get_parts(shapely.from_geojson(text))


class Shapely:
    def __init__(self, folder):
        pass

    def polygons(self, folder):
        (codes, first), (other_codes, second) = (
            layer(f"{folder}/{name}.geojson") for name in ("a", "b-redrawn"))
        ones, others = shapely.STRtree(second).query(first, predicate="intersects")
        areas = shapely.area(shapely.intersection(first[ones], second[others]))
        return lambda: peer.area_words(
            (codes[one], other_codes[other], area)
            for one, other, area in zip(ones, others, areas))


if __name__ == "__main__":
    peer.run("shapely", Shapely)
