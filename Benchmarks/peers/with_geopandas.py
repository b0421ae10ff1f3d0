#!/usr/bin/env python3
"""GeoPandas: the areas that polygons of two layers have in common, by its overlay."""
import geopandas
import peer


class GeoPandas:
    def __init__(self, folder):
        pass

    def polygons(self, folder):
        first, second = (geopandas.read_file(f"{folder}/{name}.geojson").set_crs(
            27700, allow_override=True) for name in ("a", "b-redrawn"))
        both = geopandas.overlay(first, second, how="intersection", keep_geom_type=True)
        return lambda: peer.area_words(zip(both["code_1"], both["code_2"], both.area))


if __name__ == "__main__":
    peer.run("geopandas", GeoPandas)
