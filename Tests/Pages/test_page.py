"""What the page of a diagram does in a browser."""

import importlib.util
import pathlib
import unittest

import pages
from browser import Browser


def setUpModule():
    global browser, opened
    opened = Browser()
    browser = opened.__enter__()


def tearDownModule():
    opened.__exit__(None, None, None)


def elements(css):
    """The elements of the drawing that a selector finds, by id; marks upon it are none of it."""
    return set(browser.run(
        "return [...document.querySelectorAll('#picture svg ' + arguments[0])]"
        ".filter(e => !e.closest('.marks')).map(e => e.id)", css))


def view():
    """What is seen of the drawing: x, y, width and height in its own units."""
    return [round(number, 2) for number in browser.run(
        "const p = document.getElementById('picture'), s = p.querySelector('svg');"
        "const m = new DOMMatrix(getComputedStyle(s).transform), v = s.viewBox.baseVal;"
        "return [v.x - m.e / m.a, v.y - m.f / m.d, p.clientWidth / m.a, p.clientHeight / m.d]")]


def status():
    return browser.run("return document.getElementById('status').textContent")


def focused():
    return browser.run(
        "const e = document.activeElement;"
        "return e.id || e.getAttribute('xlink:href') || e.getAttribute('href') || e.textContent")


def search_for(words):
    browser.run("document.getElementById('search').focus()")
    browser.keys(words)


class PageTest(unittest.TestCase):
    def open(self, url):
        browser.open("about:blank")  # Else a page that differs after '#' would not be loaded.
        browser.open(url)

    def tearDown(self):
        # Whatever was done: nothing was complained of, nothing was fetched, nothing ran.
        self.assertEqual(browser.complaints(), [])
        outside = [url for url in browser.requests()
                   if not url.startswith(("file:", "about:", "data:"))]
        self.assertEqual(outside, [])
        self.assertIsNone(browser.run("return window.hacked ?? null"))


class MovingTests(PageTest):
    def setUp(self):
        self.open(pages.footprint())

    def test_zooms_and_moves_by_keys(self):
        browser.run("document.getElementById('picture').focus()")
        start = view()
        browser.keys("+", "+")
        nearer = view()
        self.assertLess(nearer[2], start[2] * 0.7)
        browser.keys("Right")
        self.assertGreater(view()[0], nearer[0])
        browser.keys("Left", "Down")
        self.assertGreater(view()[1], nearer[1])
        browser.keys("-")
        self.assertGreater(view()[2], nearer[2])
        browser.keys("0")
        self.assertEqual(view(), start)

    def test_never_loses_the_picture(self):
        browser.run("document.getElementById('picture').focus()")
        start = view()
        browser.keys(*["+"] * 40)
        self.assertGreater(view()[2], start[2] / 60)
        browser.keys("0", *["+"] * 8)
        browser.keys(*["Right"] * 60)
        edge = view()
        browser.keys("Right")
        self.assertEqual(view(), edge)
        self.assertLessEqual(edge[0] + edge[2], start[0] + start[2] + 1)

    def test_moves_by_dragging_without_choosing(self):
        browser.click("#zoom-in")
        before = view()
        box = browser.run(
            "const p = document.getElementById('picture').getBoundingClientRect();"
            "return [...document.querySelectorAll('#picture .body')].map(e => {"
            "  const b = e.getBoundingClientRect();"
            "  return [b.x + b.width / 2, b.y + b.height / 2]; })"
            ".find(([x, y]) => x > p.left + 150 && x < p.right && y > p.top + 80"
            "  && y < Math.min(p.bottom, innerHeight))")
        browser.drag(box, (-120, -60))
        after = view()
        self.assertGreater(after[0], before[0])
        self.assertEqual(elements(".chosen"), set())

    def test_shows_the_whole_again(self):
        start = view()
        browser.click("#zoom-in")
        browser.click("#fit")
        self.assertEqual(view(), start)


class SearchTests(PageTest):
    def setUp(self):
        self.open(pages.footprint())

    def found(self):
        return browser.run(
            "return [...document.querySelectorAll('#found [role=option]')]"
            ".map(e => e.dataset.element)")

    def test_finds_by_name_id_and_code_whatever_the_case(self):
        search_for("PAPWORTH hosp")
        self.assertEqual(self.found(), ["body-RGM"])
        self.assertEqual(elements(".found"), {"body-RGM"})
        browser.run("document.getElementById('search').value = ''")
        search_for("rgt")
        self.assertEqual(self.found(), ["body-RGT"])
        self.assertEqual(status(), "1 found, marked ◆.")

    def test_says_that_nothing_is_found(self):
        search_for("no such body")
        self.assertEqual(self.found(), [])
        self.assertEqual(status(), "No body that this page names is called so.")

    def test_chooses_with_arrows_and_enter(self):
        search_for("nhs england")
        found = self.found()
        self.assertGreater(len(found), 1)
        browser.keys("Down", "Down")
        self.assertEqual(
            browser.run("return document.getElementById(document.getElementById('search')"
                        ".getAttribute('aria-activedescendant')).dataset.element"), found[1])
        browser.keys("Enter")
        self.assertEqual(elements(".chosen"), {found[1]})
        browser.keys("Escape")
        self.assertEqual(elements(".chosen"), set())

    def test_leaves_single_keys_alone_outside_the_picture(self):
        self.open(pages.footprint())
        browser.run("document.getElementById('follow').focus()")
        start = view()
        browser.keys("/", "+", "0")
        self.assertEqual(focused(), "follow")
        self.assertEqual(view(), start)

    def test_starts_with_a_slash_in_the_picture(self):
        browser.run("document.getElementById('picture').focus()")
        browser.keys("/", "monitor", "Enter")
        self.assertEqual(focused(), "search")
        self.assertEqual(elements(".chosen"), {"body-monitor"})


class GroupSearchTests(PageTest):
    """Bodies that are drawn within something else."""

    def options(self):
        return browser.run(
            "return [...document.querySelectorAll('#found [role=option]')].map(e => e.textContent)")

    def test_finds_a_body_drawn_within_a_group(self):
        self.open(pages.national())
        search_for("06H")
        self.assertEqual(elements(".found"), {"group-ccg"})
        self.assertIn("within 209 clinical commissioning groups", self.options()[0])
        browser.keys("Enter")
        self.assertEqual(elements(".chosen"), {"group-ccg"})
        self.assertTrue(browser.address().endswith("#body-06H"))
        words = browser.run("return document.getElementById('panel').innerText")
        for part in ("NHS Cambridgeshire and Peterborough CCG", "Drawn within", "ODS 06H",
                     "Secretary of State for Health"):
            self.assertIn(part, words)

    def test_finds_every_open_body_of_every_group(self):
        self.open(pages.national())
        layout = browser.run("return JSON.parse(document.getElementById('layout').textContent)")
        groups = [box for box in layout["boxes"] if box.get("count")]
        self.assertTrue(groups)
        for box in groups:
            self.assertEqual(len({member["id"] for member in box["members"]}), box["count"])

    def test_lists_many_bodies_when_asked(self):
        self.open(pages.national())
        browser.run("location.hash = 'group-ccg'; dispatchEvent(new HashChangeEvent('hashchange'))")
        listed = ("return [...document.querySelectorAll('#panel-text > details li > button')]"
                  ".map(b => b.textContent)")
        browser.run("document.querySelector('#panel-text > details').open = true")
        browser.wait_until(lambda: browser.run(listed), "nothing is listed")
        self.assertEqual((len(browser.run(listed)), browser.run(listed)[-1]), (51, "Show 159 more"))
        browser.run("[...document.querySelectorAll('#panel button')]"
                    ".find(b => b.textContent === 'Show 159 more').click()")
        names = browser.run(listed)
        self.assertEqual(len(names), 209)
        self.assertEqual(focused(), names[50])

    def test_finds_a_body_by_what_else_it_was_called(self):
        self.open(pages.footprint())
        renamed = browser.run(
            "return JSON.parse(document.getElementById('layout').textContent).boxes"
            ".flatMap(b => b.bodies).filter(b => b.otherNames)"
            ".map(b => [b.element, b.otherNames[0], b.name])")
        self.assertTrue(renamed)
        for element, other, name in renamed:
            browser.run("document.getElementById('search').value = ''")
            search_for(other)
            self.assertIn(element, elements(".found"), name)
            browser.run("location.hash = arguments[0];"
                        "dispatchEvent(new HashChangeEvent('hashchange'))", element)
            self.assertIn(other, browser.run("return document.getElementById('panel').innerText"))

    def test_finds_and_links_every_body_of_a_chart(self):
        self.open(pages.footprints())
        layout = browser.run("return JSON.parse(document.getElementById('layout').textContent)")
        bodies = [body["element"] for box in layout["boxes"] for body in box["bodies"]]
        self.assertEqual(len(bodies), len(set(bodies)))
        self.assertEqual(elements(".entry"), set(bodies))
        # Each of them, and each table's own body, is a link.
        self.assertEqual(browser.run(
            "return document.querySelectorAll('#picture :is(.entry, .heading) > a').length"),
            len(bodies) + len(layout["boxes"]))
        search_for("papworth")
        self.assertEqual(elements(".entry.found"), {"body-RGM"})
        browser.keys("Enter")
        self.assertEqual(elements(".chosen"), {"body-RGM", "body-E54000021"})
        words = browser.run("return document.getElementById('panel').innerText")
        for part in ("In the table of", "Cambridgeshire and Peterborough", "What says so",
                     "source"):
            self.assertIn(part, words)
        self.assertNotIn("Lines", words)
        self.assertEqual(status(), "Papworth Hospital NHS Foundation Trust is chosen.")
        # Its own line in the table is framed, not the table.
        framed, line = browser.run(
            "return ['.outline.chosen', '#body-RGM'].map(css => {"
            "  const b = document.querySelector('#picture ' + css).getBoundingClientRect();"
            "  return [b.x, b.y, b.width, b.height].map(Math.round); })")
        for one, other in zip(framed, line):
            self.assertAlmostEqual(one, other, delta=4)

    def test_follows_a_link_to_a_body_of_several_tables(self):
        self.open(pages.footprints() + "#body-RX6")
        self.assertEqual(len(elements(".entry.chosen")), 1)
        self.assertIn("North East Ambulance", browser.run(
            "return document.getElementById('panel-name').textContent"))


class EvidenceTests(PageTest):
    """Every relationship behind a line, with what is recorded of it."""

    def panel(self, element):
        browser.run("location.hash = arguments[0];"
                    "dispatchEvent(new HashChangeEvent('hashchange'))", element)
        for _ in range(3):  # What is opened may hold more.
            browser.run("document.querySelectorAll('#panel details').forEach(d => d.open = true)")
            browser.run_later("requestAnimationFrame(() => setTimeout(arguments[0]))")
        return browser.run("return document.getElementById('panel').innerText")

    def test_shows_basis_law_dates_grade_and_source(self):
        self.open(pages.national())
        words = self.panel("line-secretary-of-state-for-health--accountable-to--parliament")
        for part in ("statutory", "political", "NHS Act 2006 s.1(3)", "from 2013-04-01", "verified",
                     "http://"):
            self.assertIn(part, words)

    def test_shows_amounts_in_full_and_totals(self):
        self.open(pages.draw("money", "money").as_uri())
        layout = browser.run("return JSON.parse(document.getElementById('layout').textContent)")
        priced = [line for line in layout["lines"]
                  if any("amount" in record for record in line.get("records", []))]
        self.assertTrue(priced)
        for line in priced:
            words = self.panel(line["element"])
            for record in line["records"][:20]:
                if "amount" in record:
                    self.assertIn(record["amount"], words)
                    self.assertRegex(record["amount"], r"^-?£[\d,]+(\.\d\d)?$")

    def test_tells_of_a_body_in_a_group_only_what_holds_for_it(self):
        self.open(pages.national())
        words = self.panel("body-06H")
        self.assertIn("is accountable to NHS England (statutory", words)
        self.assertIn("NHS England Midlands and East (East) oversees", words)
        self.assertNotIn("209 relationships", words)

    def test_names_the_ends_of_lines_at_a_frame(self):
        self.open(pages.footprint())
        words = self.panel("body-RGM")
        self.assertIn("every body in “4 foundation trusts” is a member of Cambridgeshire", words)
        self.assertIn("Care Quality Commission oversees every body in “4 foundation trusts”", words)

    def test_lists_as_many_relationships_as_the_line_stands_for(self):
        for url in (pages.national(), pages.footprint()):
            self.open(url)
            layout = browser.run("return JSON.parse(document.getElementById('layout').textContent)")
            sources = {source["id"] for source in layout["sources"]}
            for line in layout["lines"]:
                rows = [r for r in line["records"] if "form" not in r]
                self.assertEqual(
                    sum(r.get("count", 1) for r in rows), line["relationships"], line["element"])
                cited = {id for r in line["records"] for id in r.get("sources", [])}
                self.assertLessEqual(set(line["sources"]), cited)
                self.assertLessEqual(cited, sources)
                for record in line["records"]:
                    if "pairs" in record:
                        self.assertEqual(len(record["pairs"]), record.get("count", 1))

    def test_prints_what_is_folded_away(self):
        self.open(pages.footprint())
        self.panel("body-RGT")
        browser.run("location.hash = 'body-RGM'; dispatchEvent(new HashChangeEvent('hashchange'))")
        browser.run("dispatchEvent(new Event('beforeprint'))")
        words = browser.run("return document.getElementById('panel').innerText")
        self.assertIn("https://", words)
        browser.run("dispatchEvent(new Event('afterprint'))")
        self.assertTrue(browser.run("return document.querySelectorAll('details:not([open])').length"))


class FollowingTests(PageTest):
    def chosen(self, element):
        browser.run("location.hash = arguments[0]", element)
        browser.wait_until(lambda: element in elements(".chosen"), f"{element} is not chosen")

    def test_marks_upwards_what_the_program_calls_superiors(self):
        self.open(pages.footprint())
        drawn = elements(".body")
        for body in ("RGT", "06H", "RQQ", "E10000003", "monitor"):
            with self.subTest(body=body):
                superiors = {"body-" + superior for superior in
                             pages.answer("reports-to", body, "--all")["superiors"]}
                self.chosen("body-" + body)
                self.assertEqual(elements(".body.up"), superiors & drawn)
                self.assertTrue(superiors & drawn)

    def test_marks_downwards_what_answers_to_it(self):
        self.open(pages.footprint())
        drawn = elements(".body")
        # Some stand in this view only because they oversee a member: whom they answer to it leaves out.
        answering = set(browser.run(
            "const l = JSON.parse(document.getElementById('layout').textContent);"
            "const f = new Map(l.frames.map(f => [f.element, f.boxes]));"
            "return l.lines.filter(l => l.route).flatMap(l => f.get(l.from) || [l.from])"))
        for body in ("monitor", "tda", "nhs-england", "secretary-of-state-for-health"):
            with self.subTest(body=body):
                below = {"body-" + subordinate for subordinate in
                         pages.answer("reports", body, "--all")["subordinates"]} & drawn
                self.chosen("body-" + body)
                self.assertEqual(elements(".body.down"), below & answering)
                self.assertTrue(below & answering)

    def test_tells_the_routes_in_words(self):
        self.open(pages.footprint())
        self.chosen("body-RGT")
        words = browser.run("return document.getElementById('panel').innerText")
        for part in ("Cambridge University Hospitals", "Routes up lead to (3)", "Monitor",
                     "Secretary of State for Health", "RGT"):
            self.assertIn(part, words)
        self.assertEqual(
            status(),
            "Cambridge University Hospitals NHS Foundation Trust: routes up lead to 3 bodies or "
            "groups, routes down lead to 0 bodies or groups.")

    def test_follows_another_kind_when_asked(self):
        self.open(pages.footprint())
        self.chosen("body-nhs-england")
        appointed = set(browser.run(
            "return JSON.parse(document.getElementById('layout').textContent).lines.filter("
            "l => l.kind === 'appoints' && l.from === 'body-nhs-england').map(l => l.to)"))
        self.assertTrue(appointed)
        browser.run(
            "const f = document.getElementById('follow'); f.value = 'appoints';"
            "f.dispatchEvent(new Event('change'))")
        self.assertEqual(elements(".body.up"), appointed)
        self.assertEqual(elements(".down"), set())

    def test_follows_every_line_but_those_whose_pairs_are_not_recorded(self):
        self.open(pages.national())
        layout = browser.run("return JSON.parse(document.getElementById('layout').textContent)")
        framed = {frame["element"]: frame["boxes"] for frame in layout["frames"]}
        for followed, test in (("", lambda line: line["route"]),
                               ("*", lambda line: not line["unstated"])):
            browser.run(
                "const f = document.getElementById('follow'); f.value = arguments[0];"
                "f.dispatchEvent(new Event('change'))", followed)
            pairs = {(start, end) for line in layout["lines"] if test(line)
                     for start in framed.get(line["from"], [line["from"]])
                     for end in framed.get(line["to"], [line["to"]])}
            for box in layout["boxes"]:
                element = (box["bodies"][0] if box["bodies"] else box)["element"]
                browser.run("location.hash = arguments[0];"
                            "dispatchEvent(new HashChangeEvent('hashchange'))", element)
                for name, steps in (("up", pairs), ("down", {(b, a) for a, b in pairs})):
                    reached, more = set(), {box["element"]}
                    while more:
                        more = {b for a, b in steps if a in more} - reached
                        reached |= more
                    self.assertEqual(
                        elements(f".node.{name}"), reached - {box["element"]}, box["name"])

    def looks(self, css, *properties):
        """What the browser makes of the first element that a selector finds."""
        return browser.run(
            "const s = getComputedStyle(document.querySelector('#picture svg ' + arguments[0]));"
            "return arguments[1].map(name => s.getPropertyValue(name))", css, properties)

    def count(self, css):
        return browser.run(
            "return document.querySelectorAll('#picture svg ' + arguments[0]).length", css)

    def test_tells_up_from_down_by_more_than_colour(self):
        self.open(pages.footprint())
        self.chosen("body-monitor")
        for shape in (".outline.{}", ".band.{}"):
            up = self.looks(shape.format("up"), "stroke-dasharray", "stroke")
            down = self.looks(shape.format("down"), "stroke-dasharray", "stroke")
            self.assertEqual(up[0], "none")
            self.assertRegex(down[0], r"\d")
            self.assertNotEqual(up[1], down[1])
        # Each line has a band and each box an outline, as many as there are.
        for name in ("up", "down"):
            self.assertEqual(
                self.count(f".band.{name}"), len(elements(f".line.{name}")))
            self.assertEqual(
                self.count(f".outline.{name}"), len(elements(f":is(.node, .frame).{name}")))
        # Each box has a sign, and the panel shows the same signs and strokes beside the words.
        for name, sign in (("up", "▲"), ("down", "▼")):
            count = len(elements(f".node.{name}"))
            self.assertEqual(browser.run(
                "return [...document.querySelectorAll(`.sign.of-${arguments[0]}`)]"
                ".map(e => e.textContent)", name), [sign] * count)
            self.assertRegex(
                browser.run("return document.querySelector("
                            "`#panel .key.${arguments[0]}`).parentElement.textContent", name),
                f"^{sign} Routes {name} lead to")
        strokes = browser.run(
            "return ['up', 'down'].map(n => getComputedStyle("
            "document.querySelector(`#panel .key.${n}`)).borderBottomStyle)")
        self.assertEqual(strokes, ["solid", "dashed"])

    def test_fades_only_what_is_not_on_the_routes(self):
        for url, element in ((pages.footprint(), "body-monitor"), (pages.national(), "body-nice"),
                             (pages.national(), "group-ccg")):
            self.open(url)
            self.chosen(element)
            faded = browser.run(
                "const seen = e => { let o = 1; for (; e.closest('svg'); e = e.parentNode)"
                "  o *= getComputedStyle(e).opacity; return o; };"
                "return [...document.querySelectorAll('#picture :is(.body, .group, .list, .line)')]"
                ".map(e => [seen(e) < 1, /\\b(chosen|up|down)\\b/.test(e.getAttribute('class'))])")
            self.assertTrue(all(is_faded != is_on for is_faded, is_on in faded))
            self.assertEqual(len({is_on for _, is_on in faded}), 2)

    def test_takes_every_mark_away_again(self):
        self.open(pages.footprint())
        search_for("nhs")
        browser.keys("Down", "Enter")
        self.assertTrue(elements(".chosen"))
        browser.click("#clear")
        self.assertEqual(elements(
            ":is(.chosen, .holds-chosen, .up, .down, .end, .found, .holds-found)"), set())
        self.assertEqual(self.count(".marks *"), 0)
        self.assertEqual(self.count("[aria-current]"), 0)

    def test_chooses_a_body_within_a_list(self):
        self.open(pages.national())
        self.chosen("body-nice")
        self.assertIn("body-nice", elements(".entry.chosen"))

    def test_chooses_a_group_by_a_click(self):
        self.open(pages.national())
        browser.run("document.querySelector('#group-ccg a').dispatchEvent("
                    "new MouseEvent('click', {bubbles: true, cancelable: true}))")
        self.assertEqual(elements(".chosen"), {"group-ccg"})
        self.assertIn("body-nhs-england", elements(".up"))

    def test_chooses_a_line_by_a_click_beside_it(self):
        self.open(pages.footprint())
        browser.click("#zoom-in")
        # Points a few pixels off the middles of lines, with no line or body below them.
        points = browser.run(
            "const p = document.getElementById('picture').getBoundingClientRect(), found = [];"
            "for (const path of document.querySelectorAll('#picture .line path')) {"
            "  const m = path.getScreenCTM(), at = path.getPointAtLength(path.getTotalLength() / 2);"
            "  const {x, y} = new DOMPoint(at.x, at.y).matrixTransform(m);"
            "  for (const [dx, dy] of [[5, 0], [0, 5], [-5, 0], [0, -5]]) {"
            "    const [a, b] = [x + dx, y + dy];"
            "    if (a < p.left + 9 || a > p.right - 9 || b < p.top + 9"
            "      || b > Math.min(p.bottom, innerHeight) - 9) continue;"
            "    const hit = document.elementFromPoint(a, b);"
            "    if (!hit.closest('.line, a')) found.push([a, b]);"
            "  } }"
            "return found;")
        self.assertTrue(points)
        for x, y in points[:: max(len(points) // 3, 1)]:
            browser.run("document.activeElement.blur()")
            browser.press(x, y)
            self.assertEqual(len(elements(".line.chosen")), 1, (x, y))
            browser.click("#clear")
            browser.click("#zoom-in")

    def test_shows_a_line_with_its_sources_on_a_click(self):
        self.open(pages.footprint())
        browser.run(
            "document.querySelector('#picture .line path').dispatchEvent("
            "new MouseEvent('click', {bubbles: true}))")
        self.assertEqual(len(elements(".line.chosen")), 1)
        self.assertRegex(
            browser.run("return document.getElementById('panel').innerText"), r"source")


class LargePageTests(PageTest):
    """Thousands of bodies: what is done to one leaves the others alone."""

    # Whatever happens to the drawing, by the deed that causes it.
    watch = (
        "window.touched = new Set();"
        "new MutationObserver(all => all.forEach(m => {"
        "  if (!m.target.closest('.marks')) touched.add(m.target.tagName + m.target.id); }))"
        ".observe(document.getElementById('picture'),"
        "  {subtree: true, childList: true, attributes: true, characterData: true});")

    def touched(self):
        return browser.run("const t = [...window.touched]; window.touched.clear(); return t")

    def test_touches_few_elements(self):
        self.open(pages.large())
        browser.run(self.watch)
        browser.run("location.hash = 'body-b1999'; dispatchEvent(new HashChangeEvent('hashchange'))")
        self.assertEqual(elements(".chosen"), {"body-b1999"})
        self.assertIn("Routes up lead to (3)", browser.run(
            "return document.getElementById('panel').innerText"))
        self.assertEqual(browser.run(
            "return [document.querySelectorAll('.band.up').length,"
            " document.querySelectorAll('.outline.up').length]"), [3, 3])
        self.assertLess(len(self.touched()), 12)
        search_for("body 19")
        found = sum("19" in str(number) for number in range(2_001))
        self.assertTrue(status().startswith(f"{found} found"), status())
        self.assertEqual(browser.run(
            "return document.querySelectorAll('.outline.found').length"), found)
        self.assertLess(len(self.touched()), 12)
        browser.click("#zoom-in")
        browser.click("#clear")
        self.assertLess(len(self.touched()), 12)
        # The drawing is moved, never laid out anew.
        self.assertEqual(browser.run(
            "const s = document.querySelector('#picture svg');"
            "return [s.style.width, s.style.height].map(parseFloat)"), browser.run(
            "const v = document.querySelector('#picture svg').viewBox.baseVal;"
            "return [v.width, v.height].map(n => Math.round(n * 100) / 100)"))

    def test_marks_everything_below(self):
        self.open(pages.large())
        browser.run(self.watch)
        browser.run("location.hash = 'body-b0'; dispatchEvent(new HashChangeEvent('hashchange'))")
        self.assertLess(len(self.touched()), 12)
        # So many are one shape of as many parts; without dashes, which would take seconds, those
        # downwards are told from those upwards by being hollow.
        parts = browser.run(
            "return ['.band.down:not(.hollow)', '.band.down.hollow', '.outline.down'].map(css => {"
            "  const all = [...document.querySelectorAll(css)];"
            "  return [all.length, all.map(e => e.getAttribute('d')).join('').split('M').length - 1,"
            "    ...new Set(all.map(e => getComputedStyle(e).strokeDasharray))]; })")
        self.assertEqual(parts, [[1, 2000, "none"]] * 3)
        strokes = browser.run(
            "return ['.band.down:not(.hollow)', '.band.down.hollow'].map(css => {"
            "  const s = getComputedStyle(document.querySelector(css));"
            "  return [s.stroke, parseFloat(s.strokeWidth)]; })")
        self.assertNotEqual(strokes[0][0], strokes[1][0])
        self.assertGreater(strokes[0][1], strokes[1][1] + 1)
        self.assertEqual(browser.run(
            "return getComputedStyle(document.querySelector('#panel .key.down'))"
            ".borderBottomStyle"), "double")
        self.assertIn("Routes down lead to (2000)", browser.run(
            "return document.getElementById('panel').innerText"))


class ToggleTests(PageTest):
    def test_hides_lines_of_a_kind_and_their_routes(self):
        self.open(pages.footprint())
        lines = elements(".line")
        accountable = elements(".line.kind-accountable-to")
        self.assertTrue(accountable and accountable < lines)
        browser.run("location.hash = 'body-RGT'")
        browser.wait_until(lambda: elements(".body.up"), "nothing is marked")
        browser.click("#kinds input[value=accountable-to]")
        shown = set(browser.run(
            "return [...document.querySelectorAll('#picture .line')]"
            ".filter(e => getComputedStyle(e).display !== 'none').map(e => e.id)"))
        self.assertEqual(shown, lines - accountable)
        self.assertEqual(elements(".body.up"), set())
        self.assertEqual(status(), f"{len(shown)} of {len(lines)} lines are shown.")
        browser.click("#kinds input[value=accountable-to]")
        self.assertEqual(elements(".off"), set())
        self.assertTrue(elements(".body.up"))

    def test_hides_a_line_of_two_kinds_with_the_last_of_them(self):
        self.open(pages.merged())
        line = "line-a--accountable-to--b"
        self.assertEqual(elements(".line"), {line, "line-b--advises--c"})
        browser.run("location.hash = 'body-a'; dispatchEvent(new HashChangeEvent('hashchange'))")
        self.assertIn("also advises", browser.run(
            "return document.getElementById('panel').textContent"))
        self.assertEqual(elements(".body.up"), {"body-b"})
        browser.click("#kinds input[value=accountable-to]")
        self.assertEqual(elements(".off"), set())
        self.assertEqual(elements(".body.up"), set())
        browser.click("#kinds input[value=advises]")
        self.assertEqual(elements(".off"), {line, "line-b--advises--c"})
        browser.click("#kinds input[value=accountable-to]")
        self.assertEqual(elements(".off"), {"line-b--advises--c"})
        browser.run(
            "document.querySelector('#kinds input[value=advises]').click();"
            "const f = document.getElementById('follow'); f.value = 'advises';"
            "f.dispatchEvent(new Event('change'))")
        self.assertEqual(elements(".body.up"), {"body-b", "body-c"})

    def bands_of_trunks(self):
        """How many bands lie under each trunk that has any."""
        return browser.run(
            "const ways = [...document.querySelectorAll('.band')].map(band => band.getAttribute('d'));"
            "return [...document.querySelectorAll('.trunk path')].map(trunk =>"
            " ways.filter(way => way === trunk.getAttribute('d')).length).filter(count => count)")

    def test_treats_a_trunk_as_a_part_of_its_lines(self):
        self.open(pages.draw("regulators", "regulators").as_uri())
        trunks, dots = elements(".trunk"), elements(".junction")
        self.assertTrue(trunks and len(trunks) == len(dots))
        # Chosen with a line: the whole way to the other end.
        line = "line-monitor--oversees--every_20_foundation-trust"
        browser.run(
            f"document.querySelector('#{line} path').dispatchEvent("
            "new MouseEvent('click', {bubbles: true}))")
        self.assertEqual(elements(".line.chosen"), {line})
        self.assertEqual((len(elements(".trunk.chosen")), len(elements(".junction.chosen"))), (1, 1))
        self.assertEqual(self.bands_of_trunks(), [1])
        # Followed with several lines: marked once.
        browser.run(
            "const f = document.getElementById('follow'); f.value = 'oversees';"
            "f.dispatchEvent(new Event('change'));"
            "document.querySelector('#group-foundation-trust a').dispatchEvent("
            "new MouseEvent('click', {bubbles: true, cancelable: true}))")
        browser.wait_until(lambda: elements(".trunk.up, .trunk.down"), "no trunk is marked")
        self.assertEqual(set(self.bands_of_trunks()), {1})
        browser.click("#clear")
        self.assertEqual(elements(":is(.trunk, .junction):is(.chosen, .up, .down)"), set())
        browser.click("#kinds input[value=oversees]")
        self.assertEqual(elements(":is(.trunk, .junction).off"), trunks | dots)
        browser.click("#kinds input[value=oversees]")
        self.assertEqual(elements(".off"), set())

    def test_offers_each_kind_that_is_drawn(self):
        self.open(pages.national())
        offered = set(browser.run(
            "return [...document.querySelectorAll('#kinds input')].map(e => e.value)"))
        drawn = set(browser.run(
            "return JSON.parse(document.getElementById('layout').textContent)"
            ".lines.map(l => l.kind)"))
        self.assertEqual(offered, drawn)


class KeyboardTests(PageTest):
    def test_goes_from_the_tools_to_the_bodies_in_order(self):
        self.open(pages.footprint())
        stops = []
        for _ in range(16):
            browser.keys("Tab")
            stops.append(focused())
        self.assertEqual(stops[:3], ["#in-words", "search", "follow"])
        picture = stops.index("picture")
        self.assertLess(stops.index("zoom-in"), picture)
        self.assertEqual(stops[picture - 1], "print")
        self.assertTrue(stops[picture + 1].startswith("#text-body-"))

    def test_makes_the_bodies_one_stop(self):
        for url in (pages.footprint(), pages.footprints(), pages.national()):
            self.open(url)
            count = ("return document.querySelectorAll("
                     "'#picture a:not([tabindex=\"-1\"])').length")
            self.assertGreater(
                browser.run("return document.querySelectorAll('#picture a').length"), 10)
            self.assertEqual(browser.run(count), 1)
            browser.run("document.getElementById('picture').focus()")
            browser.keys("Tab", "Down", "Right", "Down")
            where = focused()
            self.assertTrue(where.startswith("#text-"), where)
            self.assertEqual(browser.run(count), 1)
            # Past them with one more, and back to the same.
            browser.keys("Tab")
            self.assertNotEqual(focused()[:6], "#text-")
            browser.run("document.getElementById('picture').focus()")
            browser.keys("Tab")
            self.assertEqual(focused(), where)

    def places(self):
        """The middles of what has the stop or may have it, by link."""
        return browser.run(
            "return Object.fromEntries([...document.querySelectorAll('#picture a')].map(a => {"
            "  const b = a.getBoundingClientRect();"
            "  return [a.getAttribute('xlink:href'), [b.x + b.width / 2, b.y + b.height / 2]]; }))")

    def test_goes_to_a_body_in_the_direction_of_the_arrow(self):
        self.open(pages.footprint())
        browser.run("document.querySelector('#body-monitor a').focus()")
        for key, axis, sign in (("Right", 0, 1), ("Left", 0, -1), ("Down", 1, 1), ("Up", 1, -1)):
            with self.subTest(key=key):
                start = focused()
                browser.keys(key)
                end, places = focused(), self.places()
                self.assertNotEqual(start, end)
                self.assertGreater(sign * (places[end][axis] - places[start][axis]), 0)

    def test_goes_through_every_body_in_order(self):
        self.open(pages.footprint())
        every = set(self.places())
        browser.run("document.querySelector('#body-monitor a').focus()")
        browser.keys("Home")
        seen = [focused()]
        browser.keys("PageUp")
        self.assertEqual(focused(), seen[0])
        for _ in range(len(every) - 1):
            browser.keys("PageDown")
            seen.append(focused())
        self.assertEqual(set(seen), every)
        self.assertEqual(len(seen), len(every))
        browser.keys("PageDown")
        self.assertEqual(focused(), seen[-1])
        browser.keys("Home", "End")
        self.assertEqual(focused(), seen[-1])

    def test_goes_along_lines_with_shift(self):
        self.open(pages.footprint())
        layout = browser.run("return JSON.parse(document.getElementById('layout').textContent)")
        framed = {frame["element"]: frame["boxes"] for frame in layout["frames"]}
        pairs = {(start, end) for line in layout["lines"]
                 for start in framed.get(line["from"], [line["from"]])
                 for end in framed.get(line["to"], [line["to"]])}
        tied = pairs | {(end, start) for start, end in pairs}
        moved, elsewhere = 0, 0
        for box in layout["boxes"][:12]:
            for key in ("Up", "Down"):
                ends = []
                for held in ("Shift", None):
                    browser.run("document.getElementById(arguments[0]).querySelector('a').focus()",
                                box["element"])
                    browser.keys(key, held=held)
                    ends.append(focused().replace("#text-", ""))
                if ends[0] != box["element"]:
                    moved += 1
                    self.assertIn((box["element"], ends[0]), tied)
                elsewhere += (box["element"], ends[1]) not in tied
        self.assertGreater(moved, 8)
        # Else the nearest along a line would be the nearest of all.
        self.assertGreater(elsewhere, 2)
        browser.keys("Home")
        browser.keys("Up", held="Shift")
        self.assertEqual(status(), "No line leads that way.")

    def test_opens_the_details_and_comes_back(self):
        self.open(pages.footprint())
        browser.run("document.querySelector('#body-monitor a').focus()")
        browser.keys("Enter")
        self.assertEqual(focused(), "panel")
        self.assertEqual(elements(".chosen"), {"body-monitor"})
        browser.keys("Escape")
        self.assertEqual(focused(), "#text-body-monitor")
        self.assertEqual(elements(".chosen"), set())
        self.assertTrue(browser.run("return document.getElementById('panel').hidden"))

    def test_leads_from_a_body_to_a_line_and_back(self):
        self.open(pages.footprint())
        browser.run("document.querySelector('#body-RGM a').focus()")
        browser.keys("Enter")
        lines = browser.run("return [...document.querySelectorAll('#panel [data-line]')]"
                            ".map(b => [b.dataset.line, b.getAttribute('aria-label')])")
        touching = browser.run(
            "const l = JSON.parse(document.getElementById('layout').textContent);"
            "const f = new Map(l.frames.map(f => [f.element, f.boxes]));"
            "return l.lines.filter(l => [l.from, l.to].some("
            "  e => (f.get(e) || [e]).includes('body-RGM'))).map(l => l.element)")
        self.assertEqual({line for line, _ in lines}, set(touching))
        line, words = lines[0]
        self.assertTrue(words.startswith("Line: "), words)
        for _ in range(200):
            browser.keys("Tab")
            if browser.run("return document.activeElement.dataset.line") == line:
                break
        browser.keys("Enter")
        self.assertEqual(focused(), "panel")
        self.assertEqual(elements(".line.chosen"), {line})
        # All of the line is in sight.
        line_box, window = browser.run(
            "return [document.getElementById(arguments[0]), document.getElementById('picture')]"
            ".map(e => { const b = e.getBoundingClientRect();"
            "  return [-b.left, -b.top, b.right, b.bottom]; })", line)
        for inner, outer in zip(line_box, window):
            self.assertLessEqual(inner, outer + 1)
        panel = browser.run("return document.getElementById('panel').innerText")
        self.assertIn("source", panel)
        self.assertIn("Back to Papworth Hospital", panel)
        self.assertTrue(browser.address().endswith("#" + line))
        browser.keys("Escape")
        self.assertEqual(elements(".chosen"), {"body-RGM"})
        self.assertEqual(browser.run("return document.activeElement.dataset.line"), line)
        browser.keys("Escape")
        self.assertEqual(elements(".chosen"), set())
        self.assertEqual(focused(), "#text-body-RGM")

    def test_goes_on_from_the_chosen_body(self):
        self.open(pages.footprint())
        search_for("monitor")
        browser.keys("Enter")
        browser.run("document.getElementById('picture').focus()")
        browser.keys("Tab")
        self.assertEqual(focused(), "#text-body-monitor")
        browser.keys("Tab")
        self.assertTrue(browser.run(
            "return document.getElementById('panel').contains(document.activeElement)"))

    def test_shows_where_the_focus_is(self):
        self.open(pages.footprint())
        for _ in range(24):
            browser.keys("Tab")
            width = browser.run(
                "return parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
            self.assertGreaterEqual(width, 2, focused())

    def test_brings_a_focused_body_into_sight(self):
        self.open(pages.national())
        browser.run("document.getElementById('picture').focus()")
        browser.keys(*["+"] * 8)
        browser.keys("Tab", "End")
        inside = browser.run(
            "const a = document.activeElement.getBoundingClientRect();"
            "const p = document.getElementById('picture').getBoundingClientRect();"
            "return a.left >= p.left && a.right <= p.right && a.top >= p.top && a.bottom <= p.bottom")
        self.assertTrue(inside)


class PaperTests(PageTest):
    def tearDown(self):
        browser.command("Emulation.setEmulatedMedia", media="")
        super().tearDown()

    def test_leaves_the_tools_off_the_paper_and_keeps_the_words(self):
        self.open(pages.footprint())
        browser.command("Emulation.setEmulatedMedia", media="print")

        def is_shown(css):
            return browser.run(
                "return document.querySelector(arguments[0]).getClientRects().length > 0", css)
        for css in ("#tools", "#keys", "#status", ".skip"):
            self.assertFalse(is_shown(css), css)
        for css in ("h1", "#picture svg", "#in-words li"):
            self.assertTrue(is_shown(css), css)

    def test_prints_the_whole_picture(self):
        self.open(pages.footprint())
        start = browser.run(
            "const l = JSON.parse(document.getElementById('layout').textContent);"
            "return [l.width, l.height]")
        browser.run("location.hash = 'body-RGT'")
        browser.wait_until(lambda: elements(".chosen"), "nothing is chosen")
        browser.click("#zoom-in")
        zoomed = view()
        browser.command("Emulation.setEmulatedMedia", media="print")
        browser.run("dispatchEvent(new Event('beforeprint'))")
        shown, window = browser.run(
            "const p = document.getElementById('picture');"
            "return [p.querySelector('.graph'), p].map(e => {"
            "  const b = e.getBoundingClientRect(); return [b.x, b.y, b.right, b.bottom]; })")
        for side in range(4):
            self.assertLessEqual((shown[side] - window[side]) * (1 if side > 1 else -1), 1)
        self.assertAlmostEqual(
            (shown[2] - shown[0]) / (shown[3] - shown[1]), start[0] / start[1], delta=0.02)
        browser.command("Emulation.setEmulatedMedia", media="")
        self.assertEqual(browser.run(
            "return document.querySelectorAll('#panel details:not([open])').length"), 0)
        # What is folded in the words, thousands of lines elsewhere, is left to the reader.
        self.assertEqual(browser.run(
            "return [...document.querySelectorAll('#in-words details')].map(d => d.open)"),
            [False, False])
        browser.run("dispatchEvent(new Event('afterprint'))")
        self.assertEqual(view(), zoomed)
        pdf = browser.command("Page.printToPDF", preferCSSPageSize=True)["data"]
        self.assertGreater(len(pdf), 10_000)


class WithoutScriptTests(PageTest):
    def setUp(self):
        browser.command("Emulation.setScriptExecutionDisabled", value=True)

    def tearDown(self):
        browser.command("Emulation.setScriptExecutionDisabled", value=False)
        super().tearDown()

    def test_leads_from_a_body_to_its_words(self):
        self.open(pages.footprint())
        browser.click("#body-RGT a")
        self.assertTrue(browser.address().endswith("#text-body-RGT"))
        browser.find("li#text-body-RGT")

    def test_leads_on_to_what_is_recorded(self):
        self.open(pages.footprint())
        line = "record-line-RGT--accountable-to--monitor"
        for link in ("record-body-RGT", line):
            self.assertFalse(browser.there(f"details[open] #{link}"))
            browser.click(f"#text-body-RGT a[href='#{link}']")
            self.assertTrue(browser.address().endswith("#" + link))
            # The browser opens what it is folded in.
            browser.find(f"details[open] #{link}")
        self.open(pages.national())
        browser.click("#text-group-ccg > a")
        browser.find("details[open] #record-group-ccg #text-body-06H")

    def test_leads_to_what_says_who_is_in_a_table(self):
        self.open(pages.footprints())
        browser.click("#text-body-E54000021 > a[href='#record-table-body-E54000021']")
        browser.find("details[open] #record-table-body-E54000021")


class WordsTests(PageTest):
    """The words below the picture: all that the panel tells is there, too."""

    def told(self):
        """The words of each statement with a name, without those set in below it, and with."""
        return browser.run(
            "return Object.fromEntries([...document.querySelectorAll('#in-words li[id]')].map(e => {"
            "  const own = [...e.childNodes].filter(n => n.nodeName !== 'UL');"
            "  return [e.id, [own.map(n => n.textContent).join(''), e.textContent]]; }))")

    def test_tell_every_body(self):
        for url in (pages.national(), pages.footprint(), pages.footprints()):
            self.open(url)
            told = self.told()
            layout = browser.run("return JSON.parse(document.getElementById('layout').textContent)")
            titles = {source["id"]: source["title"] for source in layout["sources"]}
            count = 0
            for box in layout["boxes"]:
                bodies = [("record-", body) for body in box["bodies"]]
                bodies += [("record-", box["owner"])] if "owner" in box else []
                bodies += [("text-", body) for body in box.get("members", [])]
                for prefix, body in bodies:
                    count += 1
                    own = told[prefix + body["element"]][0]
                    self.assertIn(f"{body['name']} ({body['id']})", own)
                    # What several have in common stands in the statement around theirs.
                    around = browser.run(
                        "return document.getElementById(arguments[0]).parentElement"
                        ".closest('li')?.firstChild.textContent || ''", prefix + body["element"])
                    facts = body["codes"] + body.get("otherNames", []) + body.get("otherCodes", [])
                    for fact in facts:
                        self.assertIn(fact, own)
                    life = body["life"]
                    facts = ["dates not recorded" if life == "not recorded" else "open " + life]
                    facts += [body.get("grade", "no grade")]
                    facts += [body["legalForm"] + " in law"] if "legalForm" in body else []
                    facts += [body["note"].removesuffix(".")] if "note" in body else []
                    facts += [titles[id] for id in body["sources"]] or ["no source"]
                    for fact in facts:
                        self.assertIn(fact, own + around)
            self.assertGreater(count, 20)

    def test_tell_every_row_and_whom_it_is_about(self):
        for url in (pages.national(), pages.footprint(), pages.footprints(),
                    pages.draw("money", "money").as_uri()):
            self.open(url)
            told = self.told()
            layout = browser.run("return JSON.parse(document.getElementById('layout').textContent)")
            titles = {source["id"]: source["title"] for source in layout["sources"]}
            names = {body["id"]: body["name"] for box in layout["boxes"]
                     for body in box["bodies"] + box.get("members", [])}
            members = {box["element"]: {body["id"] for body in box.get("members") or box["bodies"]}
                       for box in layout["boxes"]}
            rows = [(line["element"], line, line["records"]) for line in layout["lines"]]
            rows += [("table-" + box["element"], None, box["records"])
                     for box in layout["boxes"] if "records" in box]
            self.assertTrue(rows)
            for element, line, records in rows:
                words = told["record-" + element][1]
                for record in records:
                    facts = [record["dates"].replace("not recorded", "dates not recorded")]
                    facts += record.get("basis", []) + [record.get("grade", "no grade")]
                    facts += [record[key] for key in ("legalBasis", "amount", "year")
                              if key in record]
                    facts += [record["note"].removesuffix(".")] if "note" in record else []
                    facts += [titles[id] for id in record.get("sources", [])]
                    for fact in facts:
                        self.assertIn(fact, words)
                    if "one for each of" in words or "pairs" not in record:
                        continue
                    for side in (0, 1):
                        ids = {pair[side] for pair in record["pairs"]}
                        if line and len(members.get(line[("from", "to")[side]], ())) == 1:
                            continue
                        if line or side == 0:
                            for id in ids:
                                self.assertIn(names[id], words)

    def test_show_their_own_links_only_to_who_has_no_panel(self):
        self.open(pages.footprint())
        links = ("return [...document.querySelectorAll('#in-words a')]"
                 ".filter(a => a.checkVisibility()).map(a => a.getAttribute('href')[0])")
        self.assertEqual(set(browser.run(links)), {"h"})
        browser.run("document.documentElement.classList.remove('live')")
        self.assertEqual(set(browser.run(links)), {"h", "#"})
        # Each of them leads somewhere.
        self.assertEqual(browser.run(
            "return [...document.querySelectorAll('#in-words a[href^=\"#\"]')]"
            ".filter(a => !document.getElementById(a.getAttribute('href').slice(1)))"
            ".map(a => a.getAttribute('href'))"), [])

    def test_open_for_a_link_from_elsewhere(self):
        self.open(pages.national() + "#record-line-monitor--accountable-to--parliament")
        self.assertTrue(browser.run(
            "return document.getElementById(location.hash.slice(1)).closest('details').open"))
        browser.find("details[open] li:target")


class HostileTests(PageTest):
    def views(self):
        graph = pages.hostile_graph()
        for name, view in (("national", ["national"]), ("around", ["around", "h0", "--depth", "2"])):
            yield pages.draw(f"hostile-{name}", *view, graph=graph).as_uri()

    def test_runs_and_loads_nothing_that_a_name_says(self):
        for url in self.views():
            with self.subTest(url=url):
                self.open(url)
                names = set(browser.run(
                    "return JSON.parse(document.getElementById('layout').textContent)"
                    ".boxes.flatMap(b => b.bodies.map(y => y.name))"))
                self.assertTrue(names)
                count = browser.run("return document.scripts.length")
                self.assertEqual(count, 2)
                for name in ("iframe", "img", "object", "embed", "form"):
                    self.assertEqual(browser.run(
                        "return document.getElementsByTagName(arguments[0]).length", name), 0)
                self.assertEqual(browser.run(
                    "return [...document.querySelectorAll('*')].flatMap(e => [...e.attributes])"
                    ".filter(a => a.name.startsWith('on')"
                    "  || /href|src|action/.test(a.name) && /^\\s*javascript:/i.test(a.value))"
                    ".map(a => a.name)"), [])

    def test_chooses_and_tells_every_body(self):
        for url in self.views():
            with self.subTest(url=url):
                self.open(url)
                told = browser.run(
                    "const l = JSON.parse(document.getElementById('layout').textContent);"
                    "return l.boxes.flatMap(b => b.bodies).map(b => {"
                    "  location.hash = b.element; dispatchEvent(new HashChangeEvent('hashchange'));"
                    "  const shown = document.getElementById('panel-name').textContent;"
                    "  return [b.name, shown]; })")
                self.assertTrue(told)
                for name, shown in told:
                    self.assertEqual(name, shown)

    def test_finds_hostile_names(self):
        self.open(next(iter(self.views())))
        search_for("window")
        self.assertNotEqual(status(), "")
        browser.keys("Down", "Enter")


class AccessibilityTests(PageTest):
    """axe-core finds nothing: on the page as it opens, as it is used, in the dark, on a telephone."""

    @classmethod
    def setUpClass(cls):
        found = importlib.util.find_spec("axe_playwright_python")
        if found is None:
            raise AssertionError("axe-core is not there: run these tests with 'make page-test'")
        folder = pathlib.Path(found.submodule_search_locations[0])
        cls.axe = (folder / "axe.min.js").read_text(encoding="utf-8")

    def violations(self, *rules_left_out):
        browser.run(self.axe)
        answer = browser.run_later(
            "const [left, done] = arguments;"
            "const rules = Object.fromEntries(left.map(id => [id, {enabled: false}]));"
            "axe.run(document, {resultTypes: ['violations'], rules}).then("
            "  r => done(r.violations.map(v => v.id + ': ' + v.help + ' ' +"
            "    v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)).join(' | '))),"
            "  e => done(['axe failed: ' + e]));", rules_left_out)
        return answer

    def check(self, url, *deeds):
        self.open(url)
        self.assertEqual(self.violations(), [])
        for deed in deeds:
            deed()
            self.assertEqual(self.violations(), [])

    def search(self):
        search_for("nhs")

    def choose(self):
        browser.keys("Down", "Enter")

    def test_finds_nothing_in_a_footprint(self):
        self.check(pages.footprint(), self.search, self.choose)

    def test_finds_nothing_in_the_national_system(self):
        self.check(pages.national(), self.search, self.choose)

    def test_finds_nothing_with_hostile_names(self):
        self.check(pages.draw(
            "hostile-national", "national", graph=pages.hostile_graph()).as_uri())

    def unfold(self):
        """All of the words, with the links for who has no script."""
        browser.run("document.querySelectorAll('#in-words details').forEach(d => { d.open = true; });"
                    "document.querySelectorAll('#in-words a').forEach("
                    "  a => { a.style.display = 'inline'; })")

    def test_finds_nothing_in_the_words(self):
        self.check(pages.footprint(), self.unfold)
        self.check(pages.footprints(), self.unfold)

    def test_finds_nothing_in_any_view_in_any_theme(self):
        # Each view in one theme, so that every theme is seen twice; some pictures alone, too.
        themes = ["light", "dark", "print", "contrast"]
        paths = pages.draw_all(
            ([f"{view}-{themes[number % 4]}", view, "--theme", themes[number % 4]],
             {"ending": ending})
            for number, view in enumerate(pages.views())
            for ending in (("html", "svg") if number % 2 == 1 else ("html",)))
        for path in paths:
            with self.subTest(picture=path.name):
                self.open(path.as_uri())
                if path.suffix == ".html":
                    browser.run(
                        "const l = JSON.parse(document.getElementById('layout').textContent);"
                        "location.hash = (l.boxes[0].bodies[0] || l.boxes[0]).element;")
                # Contrast is the page's own, checked above and below, and the themes', which the
                # tests of the library compute.
                self.assertEqual(self.violations("color-contrast"), [])
                self.assertEqual(browser.run(
                    "const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
                    "return ids.filter((id, n) => ids.indexOf(id) !== n)"), [])

    def test_finds_nothing_in_the_dark_or_on_a_telephone(self):
        try:
            browser.command("Emulation.setEmulatedMedia",
                            features=[{"name": "prefers-color-scheme", "value": "dark"}])
            browser.command("Emulation.setDeviceMetricsOverride", width=390, height=800,
                            deviceScaleFactor=1, mobile=True)
            self.check(pages.footprint(), self.search, self.choose)
            self.assertLessEqual(
                browser.run("return document.documentElement.scrollWidth"), 390)
        finally:
            browser.command("Emulation.setEmulatedMedia", features=[])
            browser.command("Emulation.setDeviceMetricsOverride", width=1280, height=900,
                            deviceScaleFactor=1, mobile=False)

    def test_finds_nothing_in_a_picture_of_its_own(self):
        self.check(pages.draw("footprint", "footprint", "E54000021", ending="svg").as_uri())


if __name__ == "__main__":
    unittest.main()
