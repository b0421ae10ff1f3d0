"""What Mermaid and D2 make of the text that is written for them."""

import importlib.util
import json
import pathlib
import subprocess
import sys
import unittest
import xml.etree.ElementTree

import pages
from browser import Browser


def carried(package, file):
    """A file that a package carries."""
    found = importlib.util.find_spec(package)
    if found is None:
        raise AssertionError(f"{package} is not there: run these tests with 'make page-test'")
    return pathlib.Path(found.submodule_search_locations[0]) / file


def views():
    """Every view of England's graph, and what strangers may call their bodies."""
    graph = pages.hostile_graph()
    for view in pages.views():
        yield view, [view], pages.PROJECT / "Graphs/england"
    yield "hostile", ["national"], graph
    yield "hostile-around", ["around", "h1", "--depth", "2"], graph


def setUpModule():
    pages.draw_all(
        ([name, *view], {"ending": ending, "graph": graph})
        for name, view, graph in views() for ending in ("json", "mmd", "d2"))


def layout(name, view, graph):
    return json.loads(
        pages.draw(name, *view, ending="json", graph=graph).read_text(encoding="utf-8"))


class MermaidTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        mermaid = carried("artoo_mermaid", "assets/mermaid.min.js").as_uri()
        cls.page = pages.FOLDER / "mermaid.html"
        cls.page.write_text(
            "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Mermaid</title>"
            f"<script src='{mermaid}'></script><body>",
            encoding="utf-8")
        cls.browser = cls.enterClassContext(Browser())

    def drawn(self, text):
        """The picture that Mermaid makes of a text, with its loosest settings."""
        browser = self.browser
        browser.open(self.page.as_uri())
        answer = browser.run_later(
            "const [text, done] = arguments;"
            "mermaid.initialize({startOnLoad: false, securityLevel: 'loose',"
            " maxTextSize: 1e6, maxEdges: 1e4});"
            "mermaid.render('x', text).then(({svg}) => {"
            "  document.body.innerHTML = svg;"
            "  done({nodes: [...document.querySelectorAll('.node')].map(e => e.textContent.trim()),"
            "    edges: document.querySelectorAll('.flowchart-link').length,"
            "    title: document.querySelector('svg').getAttribute('aria-labelledby') &&"
            "      document.querySelector('svg > title')?.textContent,"
            "    harm: [...document.querySelectorAll('#x *')]"
            "      .filter(e => /^(script|iframe|img|object|embed|link)$/i.test(e.tagName) ||"
            "        [...e.attributes].some(a => a.name.startsWith('on') ||"
            "          /javascript:/i.test(a.value) && /href|src/.test(a.name)))"
            "      .map(e => e.outerHTML.slice(0, 200))})"
            "}, error => done({error: String(error)}));", text)
        answer["hacked"] = browser.run("return window.hacked ?? null")
        answer["requests"] = [
            url for url in browser.requests() if not url.startswith(("file:", "data:"))]
        return answer

    def test_draws_every_box_and_line(self):
        for name, view, graph in views():
            with self.subTest(name=name):
                text = pages.draw(name, *view, ending="mmd", graph=graph).read_text("utf-8")
                drawn = self.drawn(text)
                self.assertIsNone(drawn.get("error"))
                told = layout(name, view, graph)
                self.assertEqual(len(drawn["nodes"]), len(told["boxes"]))
                self.assertEqual(drawn["edges"], len(told["lines"]))
                shown = " ".join(" ".join(drawn["nodes"]).split())
                for box in told["boxes"]:
                    if "owner" in box:
                        self.assertIn(" ".join(box["owner"]["name"].split()), shown)
                self.assertEqual(drawn["harm"], [])
                self.assertEqual(drawn["requests"], [])
                self.assertIsNone(drawn["hacked"])

    def test_shows_names_as_they_are(self):
        graph = pages.hostile_graph()
        text = pages.draw("hostile", "national", ending="mmd", graph=graph).read_text("utf-8")
        shown = "\n".join(self.drawn(text)["nodes"])
        told = layout("hostile", ["national"], graph)
        names = [body["name"] for box in told["boxes"] for body in box["bodies"]]
        self.assertTrue(names)
        for name in names:
            # Long names are cut, and marks that turn the direction are left out.
            if len(name) > 60 or "\u202e" in name or "\u2066" in name:
                continue
            self.assertIn(" ".join(name.split()), " ".join(shown.split()))


class D2Tests(unittest.TestCase):
    def test_compiles_with_every_box_and_line(self):
        program = pathlib.Path(sys.executable).parent / "d2"
        if not program.exists():
            raise AssertionError("D2 is not there: run these tests with 'make page-test'")
        for name, view, graph in views():
            with self.subTest(name=name):
                text = pages.draw(name, *view, ending="d2", graph=graph)
                picture = pages.FOLDER / f"{name}-d2.svg"
                done = subprocess.run(
                    [program, text, picture], capture_output=True, text=True, timeout=120)
                self.assertEqual(done.returncode, 0, done.stderr)
                told = layout(name, view, graph)
                tree = xml.etree.ElementTree.parse(picture)
                texts = ["".join(element.itertext()) for element in tree.iter()
                         if element.tag.endswith(("}text", "}tspan"))]
                lines = {" ".join(text.split()) for text in texts}
                for box in told["boxes"]:
                    names = ([body["name"] + (f" {body['amount']}" if "amount" in body else "")
                              for body in box["bodies"]]
                             if box["form"] == "list" else [box["name"]])
                    for name in names:
                        if len(name) < 60 and not any(mark in name for mark in "\u202e\u2066\u202c"):
                            self.assertIn(" ".join(name.split()), lines)
                shown = " ".join(" ".join(texts).split())
                for box in told["boxes"]:
                    if "owner" in box:
                        self.assertIn(" ".join(box["owner"]["name"].split()), shown)
                tags = {element.tag.split("}")[-1] for element in tree.iter()}
                self.assertTrue(tags.isdisjoint({"script", "iframe", "foreignObject", "image"}))


if __name__ == "__main__":
    unittest.main()
