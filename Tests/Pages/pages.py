"""The pages that the tests open, drawn by the program, and what the program answers about them."""

import concurrent.futures
import json
import os
import pathlib
import subprocess
import tempfile

PROJECT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("REMIT") or str(PROJECT / ".build/debug/remit")

_folder = tempfile.TemporaryDirectory(prefix="remit-pages-")
FOLDER = pathlib.Path(_folder.name)


def remit(*arguments, graph=PROJECT / "Graphs/england"):
    done = subprocess.run(
        [PROGRAM, *arguments, "--graph", str(graph)], capture_output=True, text=True, timeout=120)
    if done.returncode != 0:
        raise AssertionError(f"remit {' '.join(arguments)}: {done.stderr}")
    return done.stdout


def answer(*arguments):
    return json.loads(remit(*arguments, "--format", "json"))


def draw(name, *view, ending="html", graph=PROJECT / "Graphs/england"):
    """Draws a view and gives the file, drawn once in a run."""
    path = FOLDER / f"{name}.{ending}"
    if not path.exists():
        remit("render", *view, "-o", str(path), graph=graph)
    return path


def draw_all(orders):
    """Draws several on as many cores as there are: what `draw` takes of each, in a list and by name."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(lambda order: draw(*order[0], **order[1]), orders))


def national():
    return draw("national", "national").as_uri()


def footprint():
    return draw("footprint", "footprint", "E54000021").as_uri()


def footprints():
    return draw("footprints", "footprints").as_uri()


def merged():
    """A page with a line that stands for relationships of two kinds."""
    folder = FOLDER / "merged-graph"
    if not folder.exists():
        folder.mkdir()
        for name, text in (
            ("organisations.csv", "id,name,kind\na,A,plain\nb,B,plain\nc,C,plain\n"),
            ("relationships.csv", "from,to,kind,basis\na,b,accountable-to,statutory\n"
             "a,b,advises,voluntary\nb,c,advises,voluntary\n"),
            ("views.yaml", "views:\n  all: {draw: bodies, parallel: merged}\n"),
        ):
            (folder / name).write_text(text, encoding="utf-8")
    return draw("merged", "all", graph=folder).as_uri()


def large():
    """A page of so many bodies that the script spares each of them."""
    folder = FOLDER / "large-graph"
    if not folder.exists():
        folder.mkdir()
        bodies = range(2_001)
        for name, text in (
            ("organisations.csv", "id,name,kind\n" + "".join(f"b{n},Body {n},plain\n" for n in bodies)),
            ("relationships.csv", "from,to,kind,basis\n" + "".join(
                f"b{n},b{(n - 1) // 40},accountable-to,statutory\n" for n in bodies[1:])),
            ("views.yaml", "views:\n  all: {draw: bodies, stack: never, engine: twopi}\n"),
        ):
            (folder / name).write_text(text, encoding="utf-8")
    return draw("large", "all", graph=folder).as_uri()


def views():
    """The names of England's views."""
    return [view["name"] for view in answer("views")["views"]]


# What a stranger may call a body: each would do harm where it is taken for more than text. The
# scripts would set `window.hacked`.
HOSTILE = [
    "<script>window.hacked=1</script>",
    "</script><script>window.hacked=1</script>",
    "</title></style></textarea><img src=x onerror=window.hacked=1>",
    "<!--<script>",
    "--><svg onload=window.hacked=1>",
    "]]><script>window.hacked=1</script>",
    "\" onmouseover=\"window.hacked=1",
    "' onfocus='window.hacked=1' autofocus='",
    "javascript:window.hacked=1",
    "<a href=\"javascript:window.hacked=1\">x</a>",
    "<iframe srcdoc='<script>parent.hacked=1</script>'></iframe>",
    "<link rel=stylesheet href=https://example.org/x.css>",
    "{{7*7}} ${window.hacked=1} `window.hacked=1`",
    "\\u003cscript\\u003ewindow.hacked=1\\u003c/script\\u003e",
    "&lt;script&gt;&#60;script&#62;",
    "\u2028window.hacked=1//\u2029 \x85",
    "*/</style><style>*{background:url(https://example.org/x)}</style>",
    "'-alert`1`-'\\'];window.hacked=1;//",
    "%%{init: {\"securityLevel\": \"loose\"}}%%",
    "\u202egnp.exe\u202c \u2066hidden\u2069",
    "שלום עולם السلام عليكم",
    "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿 e\u0301 𝔊",
    "__proto__",
    "constructor",
    "x" * 10_000,
    "word " * 2_000,
]


def hostile_graph():
    """A folder with a graph in which everything that may be said is hostile."""
    folder = FOLDER / "hostile-graph"
    if folder.exists():
        return folder
    folder.mkdir()

    def cell(text):
        return '"' + text.replace('"', '""') + '"'

    bodies = ["id,name,kind,code_ods,source,grade", "top,<u>top</u>,plain,,bad,verified"]
    lines = ["from,to,kind,basis,amount,year,source,grade"]
    for number, text in enumerate(HOSTILE):
        short = cell(text[:60])
        kind = ["<b>kind</b>", "__proto__", "\" x=\"", "plain"][number % 4]
        bodies.append(f"h{number},{cell(text)},{cell(kind)},{short},\"bad\",recalled")
        lines.append(f"h{number},top,accountable-to,statutory,,,bad,inferred")
        if number % 3 == 1:
            lines.append(f"h0,h{number},{cell('<i>' + kind)},,5,{short},bad,verified")
    sources = [
        "id,title,publisher,date,url",
        f"bad,{cell(HOSTILE[1])},{cell(HOSTILE[2])},2016,javascript:window.hacked=1",
    ]
    for name, rows in (
        ("organisations", bodies), ("relationships", lines), ("sources", sources),
    ):
        (folder / f"{name}.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder
