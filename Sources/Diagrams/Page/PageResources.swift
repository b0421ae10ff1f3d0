// Made from page.js and page.css by 'make page'; change those.
// swift-format-ignore-file

/// The script and the style sheet of a diagram's page.
enum PageResources {
  static let scriptHash = "sha256-Xj349upLcRV3qshtZWrPHa/k+EauaaOUlzjBvm0ldeo="
  static let script = ###"""
// The page of a diagram: move, search, follow, choose what is shown, read the details.
//
// It knows the diagram from the JSON in #layout (Docs/layout.md), and the picture by the elements that
// the JSON names. Text is only ever set as text. Without this script the page still has its picture
// and the same in words.
"use strict";
(() => {
  document.documentElement.classList.add("live");
  const byId = (id) => document.getElementById(id);
  const layout = JSON.parse(byId("layout").textContent);
  const picture = byId("picture");
  const svg = picture.querySelector("svg");
  const status = byId("status"), panel = byId("panel");

  // What is drawn.
  const boxes = new Map(layout.boxes.map((box) => [box.element, box]));
  const framed = new Map(layout.frames.map((frame) => [frame.element, frame.boxes]));
  const sources = new Map(layout.sources.map((source) => [source.id, source]));
  const lines = new Map(layout.lines.map((line) => [line.element, line]));
  // Everything that can be chosen: an entry for each body and for each group. `shape` is the element
  // that shows it: for a body that is drawn within a group, the group's.
  const entries = new Map();
  const entryOfBody = new Map();
  function enter(box, body, element, shape) {
    const entry = { element, shape, box, body, name: body ? body.name : box.name };
    if (!entries.has(element)) entries.set(element, entry);
    if (body && !entryOfBody.has(body.id)) entryOfBody.set(body.id, entries.get(element));
  }
  for (const box of layout.boxes) {
    if (box.form === "group") enter(box, null, box.element, box.element);
    if (box.owner) enter(box, box.owner, box.element, box.element);
    for (const body of box.bodies) enter(box, body, body.element, body.element);
  }
  for (const box of layout.boxes) {
    for (const body of box.members || []) enter(box, body, body.element, box.element);
  }
  const shape = (element) => svg.getElementById
    ? svg.getElementById(element) : document.getElementById(element);
  const ends = (element) => framed.get(element) || [element];
  // The lines at each box, by the side that stands there; at a frame, at every box in it.
  const linesAt = { from: new Map(), to: new Map() };
  for (const line of layout.lines) {
    for (const side of ["from", "to"]) {
      for (const element of ends(line[side])) {
        if (!linesAt[side].has(element)) linesAt[side].set(element, []);
        linesAt[side].get(element).push(line);
      }
    }
  }
  const nameOf = (element) => {
    const box = boxes.get(element);
    if (box?.owner) return box.name;
    if (!box) return layout.frames.find((frame) => frame.element === element)?.label || element;
    return box.form === "list" ? box.bodies.map((body) => body.name).join(", ") : box.name;
  };

  // To fade thousands of shapes takes seconds; there the marks alone must do.
  const isLarge = layout.boxes.length + layout.lines.length > 4000;
  // More signs than these would hide what they stand at.
  const mostSigns = 500;
  let chosen = null;  // An entry of `entries`, or a line.
  let before = null;  // The entry from whose details a line was chosen.
  const hidden = new Set();  // Kinds of lines that are switched off.
  let followed = "";  // "" for routes of accountability, "*" for every line, else a kind.

  // ---------------------------------------------------------------- building elements

  function make(name, text, parent) {
    const element = document.createElement(name);
    if (text !== undefined && text !== null) element.textContent = text;
    if (parent) parent.append(element);
    return element;
  }

  function makeName(text, parent) {
    const name = make("bdi", text, parent);
    return name;
  }

  // ---------------------------------------------------------------- moving the picture

  // The drawing is laid out once, at its own size, and moved as a whole: to change its viewBox would
  // lay out every word anew, which takes a second with thousands of bodies.
  const { x: left, y: top, width, height } = svg.viewBox.baseVal;
  // What is seen: a part of the drawing in the shape of its window.
  let view = { x: left, y: top, width, height };
  // The size of the window, read once after whatever changes it.
  let seen = { width: 1, height: 1 };
  function measure() {
    seen = { width: picture.clientWidth || 1, height: picture.clientHeight || 1 };
  }

  // The smallest part that holds the whole drawing.
  function whole() {
    const shape = seen.width / seen.height;
    const size = width / height > shape
      ? { width, height: width / shape } : { width: height * shape, height };
    return {
      x: left - (size.width - width) / 2, y: top - (size.height - height) / 2, ...size,
    };
  }

  function show() {
    const scale = seen.width / view.width;
    svg.style.transform = `translate(${(left - view.x) * scale}px, ${(top - view.y) * scale}px) `
      + `scale(${scale})`;
    resizeMarks(scale);
  }

  // Keeps the drawing in sight, between the whole and a fiftieth of it.
  function limit() {
    const most = whole();
    const middle = { x: view.x + view.width / 2, y: view.y + view.height / 2 };
    const part = Math.min(Math.max(view.width / most.width, 0.02), 1);
    view.width = most.width * part;
    view.height = most.height * part;
    const within = (middle, size, start, length) => size >= length
      ? start + length / 2 - size / 2
      : Math.min(Math.max(middle - size / 2, start), start + length - size);
    view.x = within(middle.x, view.width, left, width);
    view.y = within(middle.y, view.height, top, height);
  }

  function zoom(factor, at) {
    const point = at || { x: view.x + view.width / 2, y: view.y + view.height / 2 };
    view = {
      x: point.x - (point.x - view.x) / factor,
      y: point.y - (point.y - view.y) / factor,
      width: view.width / factor,
      height: view.height / factor,
    };
    limit();
    show();
  }

  function move(across, down) {
    view.x += across * view.width;
    view.y += down * view.height;
    limit();
    show();
  }

  function fit() {
    view = whole();
    show();
  }

  // Where a point of the screen is in the picture.
  function place(event) {
    const window = picture.getBoundingClientRect();
    const unit = view.width / seen.width;
    return {
      x: view.x + (event.clientX - window.left - picture.clientLeft) * unit,
      y: view.y + (event.clientY - window.top - picture.clientTop) * unit,
    };
  }

  // Brings a place into sight, large enough to be read.
  function reveal(place) {
    if (!place || place.x === undefined) return;
    const pixels = seen.width / view.width;
    if (pixels < 0.8) {
      const factor = 0.9 / Math.max(pixels, 0.01);
      view.width /= factor;
      view.height /= factor;
      limit();
    }
    const x = place.x + place.width / 2, y = place.y + place.height / 2;
    const inside = x > view.x + view.width * 0.1 && x < view.x + view.width * 0.9
      && y > view.y + view.height * 0.1 && y < view.y + view.height * 0.9;
    if (inside && pixels >= 0.8) return;
    view.x = x - view.width / 2;
    view.y = y - view.height / 2;
    limit();
    show();
  }

  // Brings all of a place into sight, and changes nothing where it is.
  function include(place) {
    const part = (start, length, from, size) => start >= from && start + length <= from + size;
    if (part(place.x, place.width, view.x, view.width)
      && part(place.y, place.height, view.y, view.height)) return;
    const shape = seen.width / seen.height;
    view.width = Math.max(view.width, place.width * 1.2, place.height * 1.2 * shape);
    view.height = view.width / shape;
    view.x = place.x + (place.width - view.width) / 2;
    view.y = place.y + (place.height - view.height) / 2;
    limit();
  }

  const pointers = new Map();
  let dragged = false;
  picture.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    if (pointers.size === 0) dragged = false;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  picture.addEventListener("pointermove", (event) => {
    const last = pointers.get(event.pointerId);
    if (!last) return;
    const now = { x: event.clientX, y: event.clientY };
    if (!dragged && Math.hypot(now.x - last.x, now.y - last.y) < 4) return;
    if (!dragged) {
      dragged = true;
      picture.setPointerCapture(event.pointerId);
      // Every shape inherits the hand.
      if (!isLarge) picture.classList.add("dragged");
    }
    const unit = view.width / seen.width;
    const others = [...pointers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    if (others.length > 0) {
      const before = Math.hypot(last.x - others[0].x, last.y - others[0].y);
      const after = Math.hypot(now.x - others[0].x, now.y - others[0].y);
      if (before > 0 && after > 0) zoom(after / before, place(event));
    } else {
      view.x -= (now.x - last.x) * unit;
      view.y -= (now.y - last.y) * unit;
      limit();
      show();
    }
    pointers.set(event.pointerId, now);
  });
  const release = (event) => {
    pointers.delete(event.pointerId);
    if (pointers.size === 0) picture.classList.remove("dragged");
  };
  picture.addEventListener("pointerup", release);
  picture.addEventListener("pointercancel", release);
  picture.addEventListener("dragstart", (event) => event.preventDefault());
  picture.addEventListener("wheel", (event) => {
    // Else the page scrolls: the picture takes the wheel once it has been clicked, or with Ctrl.
    if (!event.ctrlKey && !event.metaKey && !picture.contains(document.activeElement)) return;
    event.preventDefault();
    zoom(Math.exp(-event.deltaY / (event.deltaMode === 1 ? 20 : 400)), place(event));
  }, { passive: false });

  // ---------------------------------------------------------------- following lines

  // A line may stand for relationships of several kinds.
  const kindsOf = (line) => [line.kind, ...(line.also || [])];
  // What a line is drawn with: its own shape, and a trunk and a dot that it shares.
  const shapesOf = (line) => [line.element, ...(line.shared || [])];
  const isHidden = (line) => kindsOf(line).every((kind) => hidden.has(kind));

  function isFollowed(line) {
    if (isHidden(line) || line.unstated || !line.holds) return false;
    if (followed === "") return line.route && !hidden.has(line.kind);
    return followed === "*" || kindsOf(line).includes(followed) && !hidden.has(followed);
  }

  // The boxes that lines lead to from one, with the arrows or against them, and those lines.
  function reach(start, forward) {
    const found = new Set(), passed = new Set();
    const [near, far] = forward ? ["from", "to"] : ["to", "from"];
    const queue = [start];
    while (queue.length > 0) {
      for (const line of linesAt[near].get(queue.pop()) || []) {
        if (passed.has(line) || !isFollowed(line)) continue;
        passed.add(line);
        for (const box of ends(line[far])) {
          if (box === start || found.has(box)) continue;
          found.add(box);
          queue.push(box);
        }
      }
    }
    return { boxes: found, lines: passed };
  }

  // ---------------------------------------------------------------- marks

  // Marks are drawn in layers of their own, so that the drawing itself stays as it is: bands
  // beneath all lines, outlines and signs above everything.
  const graph = svg.querySelector(".graph") || svg;
  function layer(name, next) {
    const group = document.createElementNS(svg.namespaceURI, "g");
    group.setAttribute("class", `marks ${name}`);
    group.setAttribute("aria-hidden", "true");
    graph.insertBefore(group, next);
    return group;
  }
  const bands = layer("bands", graph.querySelector(":scope > .line"));
  const ofChoice = layer("of-choice", null), ofSearch = layer("of-search", null);
  // Where the places of the layout begin in the drawing's own coordinates.
  const shift = graph.transform?.baseVal.consolidate()?.matrix;
  const origin = { x: shift?.e || 0, y: shift?.f || 0 };

  // They stay as large as on the screen, however small the drawing is shown.
  let pixel = "";
  function resizeMarks(scale) {
    const now = `${1 / Math.min(scale, 1)}px`;
    if (now === pixel) return;
    pixel = now;
    for (const group of [bands, ofChoice, ofSearch]) group.style.setProperty("--pixel", pixel);
  }

  // What has classes of marks, with those: for the choice, and for the search.
  const marked = { choice: new Map(), search: new Map() };
  function mark(element, name, why = "choice") {
    const found = shape(element);
    if (!found) return;
    found.classList.add(name);
    if (!marked[why].has(found)) marked[why].set(found, new Set());
    marked[why].get(found).add(name);
  }

  function unmark(why) {
    for (const [element, names] of marked[why]) element.classList.remove(...names);
    marked[why].clear();
    if (why === "search") {
      ofSearch.replaceChildren();
      return;
    }
    bands.replaceChildren();
    ofChoice.replaceChildren();
    svg.classList.remove("marked");
  }

  // Routes up and down differ in colour, in stroke (solid, dashed) and by a sign at each box.
  const signs = { chosen: "●", up: "▲", down: "▼", found: "◆" };

  function draw(d, name, group) {
    const path = document.createElementNS(svg.namespaceURI, "path");
    path.setAttribute("d", d);
    path.setAttribute("class", name);
    group.append(path);
    return path;
  }

  // Many at once are one shape for each width: thousands of shapes would take seconds, and so would
  // thousands of dashes. Bands downwards are hollow instead.
  function drawAll(shapes, name, group) {
    if (shapes.length <= mostSigns) {
      for (const { d, own } of shapes) draw(d, name, group).style.setProperty("--own", own);
      return;
    }
    const byWidth = new Map();
    for (const { d, own } of shapes) {
      if (!byWidth.has(own)) byWidth.set(own, []);
      byWidth.get(own).push(d);
    }
    for (const [own, all] of byWidth) {
      for (const part of name === "band down" ? ["", " hollow"] : [""]) {
        draw(all.join(""), `${name} many${part}`, group).style.setProperty("--own", own);
      }
    }
  }

  // Draws bands under lines, so that what the lines themselves look like stays to be seen.
  function underline(elements, name) {
    const shapes = [];
    for (const element of elements) {
      const path = shape(element)?.querySelector("path");
      if (!path) continue;
      const own = `${parseFloat(path.getAttribute("stroke-width")) || 1}px`;
      shapes.push({ d: path.getAttribute("d"), own });
    }
    drawAll(shapes, `band ${name}`, bands);
  }

  // The outline of a box, of a body in a list or of a frame, as a path.
  function outline(element) {
    const found = shape(element);
    if (!found) return "";
    const isEntry = found.classList.contains("entry");
    const shapes = found.classList.contains("list") ? ":scope > g > g > polygon"
      : isEntry ? "polygon" : "polygon, path, ellipse";
    return [...found.querySelectorAll(shapes)].map((one) => {
      if (one.getAttribute("stroke") === "transparent" && !isEntry) return "";
      if (one.tagName === "path") return one.getAttribute("d");
      if (one.tagName === "polygon") return `M${one.getAttribute("points").trim()}Z`;
      const [x, y, across, down] = ["cx", "cy", "rx", "ry"].map((name) => +one.getAttribute(name));
      const half = (sign) => `a${across},${down} 0 1 0 ${sign * 2 * across},0`;
      return `M${x - across},${y}${half(1)}${half(-1)}Z`;
    }).join("");
  }

  function outlineAll(elements, name, group) {
    const shapes = [];
    for (const element of elements) {
      const d = outline(element);
      if (d) shapes.push({ d, own: "1px" });
    }
    drawAll(shapes, `outline ${name}`, group);
  }

  // Puts signs at the upper left corners of places in the picture.
  function sign(places, name, group) {
    const drawn = places.filter((place) => place && place.x !== undefined);
    if (drawn.length > mostSigns) return;
    for (const place of drawn) {
      const text = document.createElementNS(svg.namespaceURI, "text");
      text.textContent = signs[name];
      // Beside a body of a list, whose name begins at the corner.
      text.setAttribute("x", (place.id ? place.x - 8 : place.x) - origin.x);
      text.setAttribute("y", place.y - origin.y);
      text.setAttribute("class", `sign of-${name}`);
      group.append(text);
    }
  }

  // ---------------------------------------------------------------- choosing

  function choose(what, { focus = false, fits = false } = {}) {
    // Escape leads from a line back to the body that it was chosen from.
    if (!what || what.box) before = null;
    else if (chosen?.box) before = chosen;
    if (chosen?.box) linkOf.get(chosen.shape)?.removeAttribute("aria-current");
    chosen = what;
    unmark("choice");
    if (!what) {
      panel.hidden = true;
      status.textContent = "Nothing is chosen.";
      measure();
      if (fits) view = whole(); else limit();
      show();
      remember("");
      return;
    }
    unmark("search");
    svg.classList.toggle("marked", !isLarge);
    const text = byId("panel-text");
    text.replaceChildren();
    unmade.clear();
    panel.hidden = false;
    const place = what.box ? chooseBox(what, text) : chooseLine(what, text);
    if (what.box) setStop(what);
    // The panel may have made the window of the picture smaller: read when all is written.
    measure();
    panel.scrollTop = 0;
    limit();
    if (what.box) reveal(place); else if (place) include(place);
    show();
    remember(what.element);
    if (focus) panel.focus();
  }

  function remember(element) {
    const place = element ? "#" + element : location.pathname + location.search;
    // Some places allow no history, such as a page inside a document.
    try { history.replaceState(null, "", place); } catch { /* The address stays as it was. */ }
  }

  function chooseBox(entry, text) {
    const { box, body } = entry;
    const isMember = entry.shape !== entry.element;
    const up = reach(box.element, true), down = reach(box.element, false);
    mark(box.element, "chosen");
    mark(entry.shape, "chosen");
    const isWithin = entry.shape !== box.element;
    if (isWithin) mark(box.element, "holds-chosen");
    linkOf.get(entry.shape)?.setAttribute("aria-current", "true");
    for (const [found, name] of [[up, "up"], [down, "down"]]) {
      const passed = [...found.lines];
      // A trunk that several of them share is one shape.
      const drawn = new Set(passed.flatMap(shapesOf));
      const frames = passed.flatMap((line) => [line.from, line.to]).filter((end) => framed.has(end));
      const there = [...found.boxes, ...new Set(frames)];
      if (!isLarge) {
        for (const element of there) mark(element, name);
        for (const element of drawn) mark(element, name);
      }
      underline(drawn, name);
      outlineAll(there, name, ofChoice);
      sign([...found.boxes].map((element) => boxes.get(element)), name, ofChoice);
    }
    outlineAll([entry.shape], isWithin ? "chosen within" : "chosen", ofChoice);
    const own = placeOf(entry);
    sign([own], "chosen", ofChoice);
    const heading = byId("panel-name");
    heading.replaceChildren();
    makeName(entry.name, heading);
    const facts = make("dl", null, text);
    const fact = (name, value) => {
      if (!value) return;
      make("dt", name, facts);
      makeName(value, make("dd", null, facts));
    };
    if (body) {
      fact("Kind", body.kindName);
      fact("In law", body.legalForm);
      fact("Also called", body.otherNames?.join("; "));
      fact("Id", body.id);
      fact("Codes", body.codes.join(", "));
      fact("At other times", body.otherCodes?.join(", "));
      fact("Open", body.life);
      fact("Evidence", body.grade || "no grade");
      fact("Remark", body.note);
      fact("Amount", body.amount);
    } else {
      fact("Kind", box.kindNames.join(", "));
    }
    if (!isMember) for (const note of box.notes) fact("Note", note);
    if (body) cite(body.sources, text);
    if (isMember) {
      make("p", "Drawn within ", text);
      makeButton(box.element, box.name, text.lastChild);
    }
    if (!body && box.members) makeNames("Bodies in it", box.members, text);
    if (box.owner) {
      if (body === box.owner) makeNames("Bodies in it", box.bodies, text);
      belong(box, body, text);
    }
    if (layout.lines.length === 0) {
      status.textContent = `${entry.name} is chosen.`;
      return own;
    }
    const [ahead, behind] = followed === ""
      ? ["Routes up lead to", "Routes down lead to"]
      : ["Lines from it lead to", "Lines to it come from"];
    tell(ahead, up, text, "up");
    tell(behind, down, text, "down");
    for (const [words, side] of [["Lines from it", "from"], ["Lines to it", "to"]]) {
      const own = (linesAt[side].get(box.element) || []).filter((line) =>
        !isHidden(line) && (box.form === "body" || !body || concerns(line, body, side)));
      if (own.length === 0) continue;
      make("h3", `${words} (${own.length})`, text);
      makeList(own, text, (line, item) => describe(line, item, side, body));
    }
    status.textContent = `${entry.name}: ${ahead.toLowerCase()} ${counted(up)}, `
      + `${behind.toLowerCase()} ${counted(down)}.`;
    return own;
  }

  function bodiesIn(found) {
    return [...found.boxes].map((element) => boxes.get(element)).flatMap((box) =>
      box.form === "group"
        ? [{ element: box.element, name: box.name }]
        : box.bodies.map((body) => ({ element: body.element, name: body.name })));
  }

  function counted(found) {
    const count = bodiesIn(found).length;
    return count === 1 ? "1 body or group" : `${count} bodies or groups`;
  }

  function tell(words, found, text, name) {
    const bodies = bodiesIn(found);
    const heading = make("h3", null, text);
    // How they are marked in the picture.
    const key = make("span", signs[name], heading);
    key.className = `key ${name}${found.lines.size > mostSigns ? " many" : ""}`;
    key.setAttribute("aria-hidden", "true");
    heading.append(` ${words} (${bodies.length})`);
    if (bodies.length === 0) {
      make("p", "None that the picture shows.", text);
      return;
    }
    makeList(bodies, text, (body, item) => makeButton(body.element, body.name, item));
    const passed = [...found.lines];
    const leads = (side) => new Set(passed.flatMap((line) => ends(line[side])));
    const [starts, arrivals] = [leads("from"), leads("to")];
    if (passed.some((line) => line.share) || [...found.boxes].some((element) =>
      boxes.get(element)?.form === "group" && starts.has(element) && arrivals.has(element))) {
      make("p", "Routes to or through a group may hold for some of its bodies only.", text);
    }
  }

  // A list of which the rest comes when it is asked for, so that thousands keep nobody waiting.
  const mostListed = 50;
  function makeList(items, parent, fill) {
    const list = make("ul", null, parent);
    const add = (some) => some.map((thing) => {
      const item = make("li", null, list);
      fill(thing, item);
      return item;
    });
    const rest = items.slice(mostListed);
    add(rest.length > 5 ? items.slice(0, mostListed) : items);
    if (rest.length <= 5) return;
    const more = make("button", `Show ${rest.length} more`, make("li", null, list));
    more.type = "button";
    more.addEventListener("click", () => {
      more.parentElement.remove();
      const [first] = add(rest);
      (first.querySelector("button, summary, a") || first).focus();
    });
  }

  // Words that are made when they are opened, or printed.
  const unmade = new Map();
  function makeDetails(summary, parent, fill, isOpen = false) {
    const details = make("details", null, parent);
    make("summary", summary, details);
    if (isOpen) {
      fill(details);
      details.open = true;
      return;
    }
    unmade.set(details, fill);
    details.addEventListener("toggle", () => makeNow(details));
  }
  function makeNow(details) {
    const fill = unmade.get(details);
    unmade.delete(details);
    if (fill) fill(details);
  }

  function makeNames(words, bodies, parent) {
    makeDetails(`${words} (${bodies.length})`, parent, (details) => makeList(
      bodies, details, (body, item) => makeButton(body.element, body.name, item)));
  }

  function makeButton(element, name, parent) {
    const button = make("button", null, parent);
    button.type = "button";
    makeName(name, button);
    button.addEventListener("click", (event) =>
      choose(entries.get(element) || null, { focus: event.detail === 0 }));
    return button;
  }

  // What a line says leads to what it rests on.
  function makeLineButton(line, parent) {
    const button = make("button", line.words, parent);
    button.type = "button";
    button.dataset.line = line.element;
    button.setAttribute(
      "aria-label", `Line: ${nameOf(line.from)} ${line.words} ${nameOf(line.to)}`);
    button.addEventListener("click", (event) => choose(line, { focus: event.detail === 0 }));
  }

  function makeEnd(element, parent) {
    if (framed.has(element)) {
      makeName(`every body in “${nameOf(element)}”`, parent);
      return;
    }
    const box = boxes.get(element);
    const named = box.form === "list" ? box.bodies : [box.bodies[0] || box];
    named.forEach((body, index) => {
      if (index > 0) parent.append(", ");
      makeButton(body.element, body.name, parent);
    });
  }

  // What a line's or a table's rows say, of one body where one is given.
  function recordsOf(records, body, side) {
    if (!body) return records;
    return records.flatMap((record) => {
      if (!record.pairs) return [record];
      const pairs = record.pairs.filter((pair) => side === "from"
        ? pair[0] === body.id : side === "to" ? pair[1] === body.id : pair.includes(body.id));
      return pairs.length > 0 ? [{ ...record, pairs, count: pairs.length }] : [];
    });
  }

  const concerns = (line, body, side) => recordsOf(line.records || [], body, side).length > 0;

  function factsOf(record, line) {
    if (record.form === "rest") return "more, which this page does not give one by one";
    const facts = [];
    if (record.kind) facts.push(record.kind.replaceAll("-", " "));
    if (record.form === "total") facts.push("in total");
    if (record.form === "statement" && !line?.unstated) facts.push("said of the whole kind");
    if (record.basis) facts.push(record.basis.join(", "));
    else if (!line || line.route) facts.push("basis not recorded");
    if (record.legalBasis) facts.push(record.legalBasis);
    if (record.amount || record.year) {
      facts.push([record.amount, record.year].filter(Boolean).join(" "));
    }
    facts.push(record.dates === "not recorded" ? "dates not recorded" : record.dates);
    facts.push(record.grade || "no grade");
    if (record.note) facts.push(record.note);
    return facts.join("; ");
  }

  // Which bodies a row is about: those on one side where the other is the same for all.
  function makePairs(pairs, parent) {
    const both = [0, 1].map((side) => new Set(pairs.map((pair) => pair[side])).size > 1);
    const name = (id, item) => {
      const entry = entryOfBody.get(id);
      if (entry) makeButton(entry.element, entry.name, item); else makeName(id, item);
    };
    makeList(pairs, parent, (pair, item) => {
      if (both[0] || !both[1]) name(pair[0], item);
      if (both[0] === both[1]) item.append(" → ");
      if (both[1] || !both[0]) name(pair[1], item);
    });
  }

  function tellRecord(record, line, parent) {
    makeName(factsOf(record, line), parent);
    if (record.pairs && record.count > 1) {
      const all = record.pairs.length === record.count;
      makeDetails(
        `${record.count} relationships${all ? "" : `, the first ${record.pairs.length} of which`}`,
        parent, (details) => makePairs(record.pairs, details));
    } else if (record.count > 1) {
      parent.append(` (${record.count} relationships)`);
    }
    if (record.form === "rest") return;
    if (record.sources) cite(record.sources, parent); else parent.append(" (no source)");
  }

  // What says that bodies belong to a table.
  function belong(box, body, parent) {
    if (body !== box.owner) {
      make("p", "In the table of ", parent);
      makeButton(box.element, box.name, parent.lastChild);
    }
    const records = recordsOf(box.records || [], body === box.owner ? null : body);
    if (records.length === 0) return;
    make("h3", "What says so", parent);
    makeList(records, parent, (record, item) => tellRecord(record, null, item));
  }

  function describe(line, item, side, body) {
    // The body itself goes without saying, but not the frame that it stands in.
    const records = recordsOf(line.records || [], body, side);
    // At the other end of a group's line stands, for one of its bodies, perhaps one body.
    const partners = new Set(records.flatMap((record) =>
      record.pairs ? record.pairs.map((pair) => pair[side === "from" ? 1 : 0]) : [""]));
    const partner = body && partners.size === 1 && entryOfBody.get([...partners][0]);
    const end = (element, isOwn) => partner && !isOwn
      ? makeButton(partner.element, partner.name, item) : makeEnd(element, item);
    if (side !== "from" || framed.has(line.from)) end(line.from, side === "from");
    item.append(" ");
    if (side) makeLineButton(line, item); else item.append(line.words);
    item.append(" ");
    if (side !== "to" || framed.has(line.to)) end(line.to, side === "to");
    const parts = [];
    if (records.length === 1 && !(records[0].count > 1)) {
      if (line.standing) parts.push(line.standing);
      if (line.unstated) parts.push("which ones is not recorded");
      item.append(` (${parts.concat("").join("; ")}`);
      makeName(factsOf(records[0], line), item);
      item.append(")");
      cite(records[0].sources || [], item);
      return;
    }
    if (body && records.some((record) => record.pairs)) {
      // What the line as a whole stands for would not be true of this body.
      makeList(records, item, (record, part) => tellRecord(record, line, part));
      return;
    }
    if (line.standing) parts.push(line.standing);
    if (line.also) parts.push(`also ${line.also.join(", ").replaceAll("-", " ")}`);
    if (line.unstated) parts.push("which ones is not recorded");
    if (line.basis.length > 0) parts.push(line.basis.join(", "));
    else if (line.route) parts.push("basis not recorded");
    parts.push(...line.amounts);
    if (line.share) parts.push(line.share);
    if (line.relationships > 1) parts.push(`${line.relationships} relationships`);
    const grades = Object.entries(line.grades);
    if (grades.length > 0) {
      parts.push(grades.length === 1
        ? grades[0][0] : grades.map(([word, count]) => `${count} ${word}`).join(", "));
    }
    if (parts.length > 0) {
      item.append(" (");
      makeName(parts.join("; "), item);
      item.append(")");
    }
    if (records.length > 0) {
      makeDetails(
        records.length === 1 ? "What it rests on" : `What it rests on (${records.length})`, item,
        (details) => makeList(records, details, (record, part) => tellRecord(record, line, part)),
        !side);
    }
    cite(line.sources, item);
  }

  function chooseLine(line, text) {
    for (const element of shapesOf(line)) mark(element, "chosen");
    underline(shapesOf(line), "chosen");
    const both = new Set([line.from, line.to].flatMap((end) => [end, ...ends(end)]));
    for (const element of both) mark(element, "end");
    outlineAll(both, "end", ofChoice);
    byId("panel-name").textContent = line.kind.replaceAll("-", " ");
    describe(line, make("div", null, text));
    if (before) {
      const back = make("button", "Back to ", make("p", null, text));
      back.type = "button";
      makeName(before.name, back);
      back.addEventListener("click", (event) => leaveLine(event.detail === 0));
    }
    status.textContent = `Line: ${nameOf(line.from)} ${line.words} ${nameOf(line.to)}.`;
    const { x, y, width, height } = shape(line.element)?.getBBox() || {};
    return x === undefined ? null : { x: x + origin.x, y: y + origin.y, width, height };
  }

  // Back to the body whose details a line was chosen from, and to the line among them.
  function leaveLine(focus) {
    const line = chosen;
    choose(before);
    if (!focus) return;
    const button = [...panel.querySelectorAll("button[data-line]")]
      .find((button) => button.dataset.line === line.element);
    (button || panel).focus();
  }

  function cite(ids, parent) {
    if (ids.length === 0) return;
    const details = make("details", null, parent);
    make("summary", ids.length === 1 ? "1 source" : `${ids.length} sources`, details);
    const list = make("ul", null, details);
    for (const id of ids) {
      const source = sources.get(id) || { id };
      const item = make("li", null, list);
      const published = [source.publisher, source.date].filter(Boolean).join(", ");
      makeName(
        [source.title || source.id, published].filter(Boolean).join(". ") + " ", item);
      if (!source.url) continue;
      // Only addresses of the web become links.
      if (/^https?:\/\//i.test(source.url)) {
        const link = make("a", source.url, item);
        link.href = source.url;
        link.rel = "noreferrer";
      } else {
        item.append(source.url);
      }
    }
  }

  // ---------------------------------------------------------------- searching

  const search = byId("search"), results = byId("found");
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  // What is searched, made when a search begins.
  let searched = null;
  function index() {
    searched = [...entries.values()].map((entry) => ({
      entry,
      name: folded(entry.name),
      others: (entry.body?.otherNames || []).map(folded),
      codes: entry.body
        ? [entry.body.id, ...entry.body.codes, ...(entry.body.otherCodes || [])].map(folded) : [],
    }));
    for (const one of searched) one.text = [one.name, ...one.others, ...one.codes].join("\n");
  }

  // How well a body answers a search, the best first: by a code, by how its name begins, otherwise.
  function rank(one, sought) {
    if (one.codes.some((code) => code === sought || code.endsWith(" " + sought))) return 0;
    if (one.name.startsWith(sought)) return 1;
    if (one.name.includes(" " + sought)) return 2;
    return one.name.includes(sought) ? 3 : 4;
  }
  const mostFound = 20;
  let active = -1;

  function find() {
    if (!searched) index();
    const words = folded(search.value).split(/\s+/).filter(Boolean);
    const found = words.length === 0
      ? [] : searched.filter(({ text }) => words.every((word) => text.includes(word)));
    const sought = words.join(" ");
    const ranks = new Map(found.map((one) => [one, rank(one, sought)]));
    found.sort((a, b) => ranks.get(a) - ranks.get(b));
    unmark("search");
    const shapes = new Map(found.map(({ entry }) => [entry.shape, entry]));
    if (!isLarge) {
      for (const [element, { box }] of shapes) {
        mark(element, "found", "search");
        if (element !== box.element) mark(box.element, "holds-found", "search");
      }
    }
    outlineAll(shapes.keys(), "found", ofSearch);
    sign([...shapes.values()].map((entry) => entry.shape === entry.element
      ? placeOf(entry) : entry.box), "found", ofSearch);
    results.replaceChildren();
    active = -1;
    search.removeAttribute("aria-activedescendant");
    found.slice(0, mostFound).forEach(({ entry, name, others }, index) => {
      const option = make("li", null, results);
      option.id = `found-${index}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.element = entry.element;
      makeName(entry.name, option);
      if (!entry.body) return;
      make("span", ` ${entry.body.kindName}, ${entry.body.id}`, option);
      const other = others.findIndex((other) => words.every((word) => other.includes(word)));
      if (other >= 0 && !words.every((word) => name.includes(word))) {
        makeName(entry.body.otherNames[other], make("span", ", also called ", option));
      }
      if (entry.shape !== entry.element) make("span", `, within ${entry.box.name}`, option);
    });
    openResults(results.children.length > 0);
    if (words.length === 0) status.textContent = "";
    else if (found.length === 0) status.textContent = "No body that this page names is called so.";
    else {
      status.textContent = `${found.length} found`
        + `, marked ${signs.found}`
        + (found.length > mostFound ? `; the first ${mostFound} are listed.` : ".");
    }
  }

  function openResults(open) {
    results.hidden = !open;
    search.setAttribute("aria-expanded", String(open));
    if (!open) {
      active = -1;
      search.removeAttribute("aria-activedescendant");
    }
  }

  function activate(index) {
    const options = [...results.children];
    if (options.length === 0) return;
    active = (index + options.length) % options.length;
    options.forEach((option, number) =>
      option.setAttribute("aria-selected", String(number === active)));
    search.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  }

  function take(option) {
    const entry = option && entries.get(option.dataset.element);
    if (!entry) return;
    openResults(false);
    choose(entry);
  }

  search.addEventListener("input", find);
  search.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (results.hidden) openResults(results.children.length > 0);
      activate(active + (event.key === "ArrowDown" ? 1 : active < 0 ? 0 : -1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      take(results.children[Math.max(active, 0)]);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (!results.hidden) {
        openResults(false);
      } else {
        search.value = "";
        find();
        choose(null);
      }
    }
  });
  search.addEventListener("blur", () => openResults(false));
  results.addEventListener("pointerdown", (event) => {
    event.preventDefault();  // The field keeps the focus.
    take(event.target.closest("[role=option]"));
  });

  // ---------------------------------------------------------------- what is shown and followed

  const counts = new Map();
  const offLines = new Set();
  for (const line of layout.lines) {
    for (const kind of kindsOf(line)) counts.set(kind, (counts.get(kind) || 0) + 1);
  }
  const kinds = [...counts.keys()].sort();
  for (const kind of kinds) {
    const label = make("label", null, byId("kinds"));
    const box = make("input", null, label);
    box.type = "checkbox";
    box.checked = true;
    box.value = kind;
    label.append(" ");
    makeName(`${kind.replaceAll("-", " ")} (${counts.get(kind)})`, label);
    box.addEventListener("change", () => {
      if (box.checked) hidden.delete(kind); else hidden.add(kind);
      let number = 0;
      for (const line of layout.lines) {
        const off = isHidden(line);
        if (!off) number += 1;
        if (off === offLines.has(line)) continue;
        if (off) offLines.add(line); else offLines.delete(line);
        for (const element of shapesOf(line)) shape(element)?.classList.toggle("off", off);
      }
      if (chosen) choose(chosen);
      status.textContent = `${number} of ${layout.lines.length} lines are shown.`;
    });
  }
  byId("kinds").hidden = kinds.length === 0;

  const follow = byId("follow");
  follow.parentElement.hidden = kinds.length === 0;
  const option = (value, words) => { make("option", words, follow).value = value; };
  const routes = layout.lines.some((line) => line.route);
  if (routes) option("", "lines of accountability");
  for (const kind of kinds) option(kind, `${kind.replaceAll("-", " ")}, alone`);
  option("*", "every line");
  followed = follow.value;
  follow.addEventListener("change", () => {
    followed = follow.value;
    if (chosen) choose(chosen);
  });

  // ---------------------------------------------------------------- hands

  picture.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (dragged) {
      event.preventDefault();
      dragged = false;
      return;
    }
    if (link) {
      event.preventDefault();
      const entry = entryAt(link);
      // From the keyboard the details come next; Escape leads back.
      if (entry) choose(entry, { focus: event.detail === 0 });
      return;
    }
    const line = lineNear(event);
    if (line) choose(line);
  });

  // The line at a point of the screen, or the nearest within a finger's breadth: lines are thin.
  function lineNear({ target, clientX, clientY }) {
    const own = lines.get(target.closest(".line")?.id);
    if (own) return own;
    for (const distance of [2, 4, 6, 8]) {
      for (let turn = 0; turn < 8; turn += 1) {
        const angle = turn * Math.PI / 4;
        const hit = document.elementFromPoint(
          clientX + distance * Math.cos(angle), clientY + distance * Math.sin(angle));
        const line = picture.contains(hit) && lines.get(hit.closest(".line")?.id);
        if (line) return line;
      }
    }
    return null;
  }

  // Where a click would choose a line, the hand shows it.
  let isHovering = false;
  picture.addEventListener("pointermove", (event) => {
    if (isLarge || isHovering || event.buttons !== 0 || event.pointerType === "touch") return;
    isHovering = true;
    requestAnimationFrame(() => {
      isHovering = false;
      picture.classList.toggle("at-line", !event.target.closest("a") && lineNear(event) !== null);
    });
  });

  // ---------------------------------------------------------------- the keyboard in the picture

  // Bodies and groups are one stop of the Tab key, and other keys go from one to the next: a stop for
  // each would be a wall before all that follows.
  const linkOf = new Map();
  const entryAt = (link) => entries.get(
    (link.getAttribute("xlink:href") || link.getAttribute("href") || "").replace("#text-", ""));
  for (const link of svg.querySelectorAll("a")) {
    const entry = entryAt(link);
    if (!entry) continue;
    linkOf.set(entry.element, link);
    link.setAttribute("tabindex", "-1");
  }

  // Where an entry stands: a body of a list in its own line.
  function placeOf({ box, body }) {
    return body && body.x !== undefined ? body : box;
  }

  // The same, for the heading of a table only what is above its bodies.
  function spotOf(entry) {
    const { x, y, width, height } = placeOf(entry);
    const bodies = entry.body && entry.body === entry.box.owner ? entry.box.bodies : [];
    const first = Math.min(...bodies.map((body) => body.y ?? Infinity));
    return { x, y, width, height: Math.min(height, first - y) };
  }

  // In the order of reading.
  const stops = [...linkOf.keys()].map((element) => entries.get(element))
    .filter((entry) => placeOf(entry).x !== undefined)
    .map((entry) => ({ entry, link: linkOf.get(entry.element), spot: spotOf(entry) }))
    .sort((a, b) => a.spot.y - b.spot.y || a.spot.x - b.spot.x);
  const stopOf = new Map(stops.map((stop) => [stop.entry.element, stop]));
  let current = null;

  // Where the Tab key leads.
  function setStop(entry) {
    const next = stopOf.get(entry.shape);
    if (!next || next === current) return;
    current?.link.setAttribute("tabindex", "-1");
    next.link.setAttribute("tabindex", "0");
    current = next;
  }
  if (stops.length > 0) {
    setStop(stops[0].entry);
    // What makes a screen reader leave the arrow keys to the page.
    graph.setAttribute("role", "application");
    graph.setAttribute("aria-roledescription", "diagram");
    graph.setAttribute("aria-label", "Bodies of the picture");
    graph.setAttribute("aria-describedby", "body-keys");
  }

  // The nearest of some stops in a direction; what lies to the side of it counts twice.
  function nearest(from, [across, down], among) {
    let best = null, least = Infinity;
    const a = from.spot;
    for (const stop of among) {
      const b = stop.spot;
      const x = b.x + b.width / 2 - a.x - a.width / 2, y = b.y + b.height / 2 - a.y - a.height / 2;
      const along = x * across + y * down;
      if (stop === from || along < 1) continue;
      const gap = (start, length, other, breadth) =>
        Math.max(start - other - breadth, other - start - length, 0);
      const aside = down ? gap(a.x, a.width, b.x, b.width) : gap(a.y, a.height, b.y, b.height);
      const cost = along + 2 * aside + Math.abs(down ? x : y) / 100;
      if (cost >= least) continue;
      best = stop;
      least = cost;
    }
    return best;
  }

  // The stops at the other ends of the lines of a body.
  function tied({ entry: { box } }) {
    const found = new Set();
    for (const [near, far] of [["from", "to"], ["to", "from"]]) {
      for (const line of linesAt[near].get(box.element) || []) {
        if (!isHidden(line)) for (const element of ends(line[far])) found.add(element);
      }
    }
    return stops.filter((stop) => found.has(stop.entry.box.element));
  }

  const arrows = {
    ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
  };
  const turns = {
    Home: () => 0, End: () => stops.length - 1,
    PageUp: (number) => Math.max(number - 1, 0),
    PageDown: (number) => Math.min(number + 1, stops.length - 1),
  };

  // Goes to another body; tells whether the key is one for that.
  function go(from, { key, shiftKey }) {
    if (!arrows[key] && !turns[key]) return false;
    const next = turns[key] ? stops[turns[key](stops.indexOf(from))]
      : nearest(from, arrows[key], shiftKey ? tied(from) : stops);
    if (next) next.link.focus({ preventScroll: true, focusVisible: true });
    else status.textContent = shiftKey ? "No line leads that way." : "Nothing stands that way.";
    return true;
  }

  // A body that gets the focus comes into sight.
  picture.addEventListener("focusin", (event) => {
    const link = event.target.closest("a");
    const entry = link && entryAt(link);
    if (!entry) return;
    setStop(entry);
    if (link.matches(":focus-visible")) reveal(placeOf(entry));
  });

  picture.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const link = event.target.closest("a");
    const from = link && stopOf.get(entryAt(link)?.element);
    if (from && go(from, event)) {
      event.preventDefault();
      return;
    }
    const step = 0.15;
    const deeds = {
      ArrowLeft: () => move(-step, 0), ArrowRight: () => move(step, 0),
      ArrowUp: () => move(0, -step), ArrowDown: () => move(0, step),
      "+": () => zoom(1.3), "=": () => zoom(1.3), "-": () => zoom(1 / 1.3), "0": fit,
    };
    if (!deeds[event.key]) return;
    event.preventDefault();
    deeds[event.key]();
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && before) {
      leaveLine(panel.contains(document.activeElement));
    } else if (event.key === "Escape" && chosen) {
      const back = panel.contains(document.activeElement) && chosen.shape;
      choose(null);
      if (back !== false) (linkOf.get(back) || picture).focus({ focusVisible: true });
    } else if (event.key === "/" && byId("desk").contains(event.target)) {
      // Single keys act only where the focus is in the picture or its details: who speaks to a
      // computer says them by accident.
      event.preventDefault();
      search.focus();
      search.select();
    }
  });

  byId("zoom-in").addEventListener("click", () => zoom(1.5));
  byId("zoom-out").addEventListener("click", () => zoom(1 / 1.5));
  byId("fit").addEventListener("click", fit);
  byId("clear").addEventListener("click", () => {
    search.value = "";
    find();
    choose(null, { fits: true });
  });
  byId("print").addEventListener("click", () => print());

  // On paper the whole picture is seen, and all that is told of what is chosen. What is folded in the
  // words, thousands of lines, is left to the reader.
  let closed = [];
  addEventListener("beforeprint", () => {
    // Opened details may hold more of them.
    closed = [];
    for (let more = [1]; more.length > 0; closed.push(...more)) {
      more = [...panel.querySelectorAll("details:not([open])")];
      for (const details of more) {
        makeNow(details);
        details.open = true;
      }
    }
    // The style sheet shows the whole; paper is about so many pixels wide and high.
    resizeMarks(Math.min(700 / width, 950 / height));
  });
  addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
    measure();
    limit();
    show();
  });

  // ---------------------------------------------------------------- the start

  function followAddress() {
    let name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch { /* Not of this page. */ }
    const chosen = entries.get(name) || lines.get(name)
      // A body that stands in several tables has a name in each.
      || [...entries.values()].find((entry) => entry.element.startsWith(`${name}_in_`));
    if (!chosen) return;
    choose(chosen);
    // The browser leads to the element, at the latest when all is loaded, which would leave the
    // details out of sight.
    requestAnimationFrame(() => status.scrollIntoView());
    if (document.readyState !== "complete") {
      addEventListener("load", () => requestAnimationFrame(() => status.scrollIntoView()));
    }
  }

  byId("tools").hidden = false;
  byId("keys").hidden = false;
  picture.style.aspectRatio = `${width} / ${height}`;
  svg.style.width = `${width}px`;
  svg.style.height = `${height}px`;
  // The drawing's own ground goes on around it, and marks are seen on it.
  const ground = svg.querySelector(".graph > polygon")?.getAttribute("fill") || "";
  const shade = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(ground);
  if (shade) {
    picture.style.background = ground;
    const light = shade.slice(1).reduce((sum, part) => sum + parseInt(part, 16), 0) / 3;
    picture.classList.toggle("dark", light < 128);
  }
  measure();
  fit();
  addEventListener("resize", () => {
    measure();
    limit();
    show();
  });
  addEventListener("hashchange", followAddress);
  followAddress();
})();
"""###
  static let styleHash = "sha256-FoNjaIrKbJaEKFy6WuKjwrXpdngbZXzRDwADmjkfQwE="
  static let style = ###"""
:root {
  --paper: #ffffff;
  --ink: #1b1b1b;
  --soft: #4a4a4a;
  --edge: #767676;
  --field: #f5f5f5;
  --link: #0b4f9e;
  --mark: #9a3412;
  --up-key: #1d6fd1;
  --down-key: #b8500b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181c;
    --ink: #ececec;
    --soft: #bdbdbd;
    --edge: #8c8c8c;
    --field: #24272d;
    --link: #9cc7ff;
    --mark: #ffb38a;
    --up-key: #8dbbff;
    --down-key: #ffb067;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { font: 100%/1.45 Arial, Helvetica, "Liberation Sans", sans-serif; }
body { margin: 0; padding: 0.75rem 1rem 2rem; background: var(--paper); color: var(--ink); }
h1 { font-size: 1.5rem; line-height: 1.2; margin: 0.25rem 0; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin: 1rem 0 0.5rem; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 1rem 0 0.25rem; }
header p { margin: 0 0 0.5rem; color: var(--soft); }
a { color: var(--link); overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; }

.tools { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; align-items: end; margin: 0.5rem 0; }
.tool { position: relative; border: 0; padding: 0; margin: 0; min-width: 0; }
.tool > label, .tool > legend { display: block; font-size: 0.85rem; color: var(--soft); padding: 0; }
#kinds label { display: inline-block; margin-right: 0.75rem; }
input[type=search], select, button {
  font: inherit; color: var(--ink); background: var(--field);
  border: 1px solid var(--edge); border-radius: 4px; padding: 0.35rem 0.6rem; min-height: 2.25rem;
}
input[type=search] { width: 17rem; max-width: 100%; }
select { max-width: 100%; }
button { cursor: pointer; }
button:hover { border-color: var(--ink); }
.buttons { display: flex; flex-wrap: wrap; gap: 0.35rem; }
#found {
  position: absolute; z-index: 3; top: 100%; left: 0; margin: 0.15rem 0 0; padding: 0.25rem 0;
  width: min(32rem, 90vw); max-height: 20rem; overflow-y: auto; list-style: none;
  background: var(--paper); border: 1px solid var(--edge); border-radius: 4px;
}
#found li { padding: 0.35rem 0.6rem; cursor: pointer; overflow-wrap: anywhere; }
#found li[aria-selected=true], #found li:hover { background: var(--link); color: var(--paper); }
#found span { font-size: 0.85rem; }
kbd { font: inherit; border: 1px solid var(--edge); border-radius: 3px; padding: 0 0.3em; }
.keys { font-size: 0.85rem; color: var(--soft); }
.keys p { margin: 0.25rem 0; }
.status { min-height: 1.45em; margin: 0.25rem 0; overflow-wrap: anywhere; }

/* The picture keeps the ground that it is drawn on, whatever the page: its legend explains its
   colours. */
.picture { background: #ffffff; border: 1px solid var(--edge); border-radius: 4px; }
.picture svg { display: block; width: 100%; height: auto; }
/* Where the script will move the drawing, it is laid out once, when all of it is read. */
@media (scripting: enabled) { html:not(.live) .picture { content-visibility: hidden; } }
/* The script gives it the proportions of the drawing. */
.live .picture {
  position: relative; width: 100%; max-height: 70vh; min-height: 20rem; overflow: clip;
  touch-action: none; cursor: grab; contain: layout paint style;
}
.live .picture.dragged { cursor: grabbing; }
.live .picture.at-line { cursor: pointer; }
.live .picture svg {
  position: absolute; left: 0; top: 0; max-width: none; transform-origin: 0 0; user-select: none;
}
.picture a { cursor: pointer; }
.picture a:focus-visible { outline: 3px solid #0b4f9e; outline-offset: 2px; }
.picture.dark a:focus-visible { outline-color: #9cc7ff; }
.live .line { cursor: pointer; }
:is(.line, .trunk, .junction).off { display: none; }

/* What is chosen and where its routes lead. Each is told by more than its colour: chosen ● within a
   heavy frame, up ▲ solid, down ▼ dashed. The panel's headings show the same samples. */
.picture, .panel { --up: #1d6fd1; --down: #b8500b; --chosen: #000000; --sought: #9a3412; --halo: #ffffff; }
.picture.dark { --up: #4d8fe8; --down: #d9812f; --chosen: #ffffff; --sought: #ff9d6e; --halo: #000000; }
svg.marked :is(.node.body, .node.group, .node.list, .line, .trunk, .junction, .frame) { opacity: 0.22; }
svg.marked :is(.node.body, .node.group, .node.list, .line, .trunk, .junction, .frame):is(.chosen, .end, .up, .down, .found),
svg.marked .node.holds-found { opacity: 1; }
svg.marked .node.holds-chosen .entry:not(.chosen, .found) { opacity: 0.5; }
/* In pixels of the screen, at least as large as they are in the drawing. */
.marks { pointer-events: none; }
.outline { fill: none; stroke-width: max(3px, calc(3 * var(--pixel, 1px))); }
.outline:is(.chosen, .end) {
  stroke: var(--chosen); stroke-width: max(4px, calc(4 * var(--pixel, 1px)));
}
/* The fills of boxes are light in every theme. */
.outline.within { stroke: #000000; stroke-width: max(2px, calc(2 * var(--pixel, 1px))); }
.outline.up { stroke: var(--up); }
.outline.down {
  stroke: var(--down);
  stroke-dasharray: max(9px, calc(9 * var(--pixel, 1px))) max(4px, calc(4 * var(--pixel, 1px)));
}
.outline.found { stroke: var(--sought); }
.band {
  --thick: max(3px, calc(2.5 * var(--pixel, 1px)));
  fill: none; stroke-linejoin: round; stroke-width: calc(var(--own, 1px) + 2 * var(--thick));
}
.band.chosen { stroke: var(--chosen); }
.band.up { stroke: var(--up); }
.band.down {
  stroke: var(--down); stroke-dasharray: calc(3 * var(--thick)) calc(1.6 * var(--thick));
}
/* Thousands of dashes take seconds to draw: of so many, those downwards are hollow, or thinner. */
.many.down { stroke-dasharray: none; }
.outline.many.down { stroke-width: max(1.5px, calc(1.5 * var(--pixel, 1px))); }
.band.hollow { stroke: var(--halo); stroke-width: calc(var(--own, 1px) + 0.8 * var(--thick)); }
.sign {
  font: bold max(15px, calc(15 * var(--pixel, 1px))) Arial, Helvetica, "Liberation Sans", sans-serif;
  text-anchor: middle; dominant-baseline: central;
  paint-order: stroke; stroke: var(--halo); stroke-width: max(3px, calc(3 * var(--pixel, 1px)));
}
.sign.of-chosen { fill: var(--chosen); }
.sign.of-up { fill: var(--up); }
.sign.of-down { fill: var(--down); }
.sign.of-found { fill: var(--sought); }

.panel {
  border: 1px solid var(--edge); border-radius: 4px; padding: 0 1rem 1rem; margin-top: 0.75rem;
  overflow-wrap: anywhere;
}
.panel dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 0.75rem; margin: 0; }
.panel dt { color: var(--soft); }
.panel dd { margin: 0; min-width: 0; }
.panel ul { padding-left: 1.2rem; margin: 0.25rem 0; }
.panel li { margin: 0.2rem 0; }
.panel button {
  border: 0; background: none; padding: 0; min-height: 1.5rem; color: var(--link);
  text-decoration: underline; text-align: left;
}
.panel li > button:only-child { vertical-align: top; }
.panel details { font-size: 0.9rem; }
/* On the page's ground, beside words that say the same. */
.key { display: inline-block; min-width: 2.4em; padding-bottom: 1px; text-align: center; }
.key.up { color: var(--up-key); border-bottom: 4px solid var(--up-key); }
.key.down { color: var(--down-key); border-bottom: 4px dashed var(--down-key); }
.key.down.many { border-bottom: 6px double var(--down-key); }
.words { max-width: 60rem; overflow-wrap: anywhere; }
.words li { margin: 0.2rem 0; }
/* Thousands of bodies are laid out when they come into sight. */
:is(.words, .words details) > ul > li { content-visibility: auto; contain-intrinsic-size: auto 6rem; }
.words summary { cursor: pointer; min-height: 1.5rem; }
/* The panel tells it where the script runs. */
.live .words li > a[href^="#"] { display: none; }
.words li:target { outline: 2px solid var(--mark); outline-offset: 3px; }

@media (min-width: 60rem) {
  .live .desk { display: grid; grid-template-columns: minmax(0, 1fr) auto; }
  .live .panel {
    width: 22rem; margin: 0 0 0 0.75rem; max-height: 70vh; min-height: 20rem; overflow-y: auto;
  }
}
@media (max-width: 40rem) {
  body { padding: 0.5rem 0.6rem 1.5rem; }
  .live .picture { max-height: 60vh; min-height: 14rem; }
  input[type=search] { width: 100%; }
  .tool { max-width: 100%; }
}
@media (hover: none) { .keys { display: none; } }
@media print {
  :root { --paper: #ffffff; --ink: #000000; --soft: #333333; --edge: #777777; --link: #000000;
    --up-key: #1d6fd1; --down-key: #b8500b; }
  body { padding: 0; font-size: 10pt; }
  .skip, .tools, .keys, .status { display: none !important; }
  .picture, .live .picture {
    max-height: none; min-height: 0; border: 0; overflow: visible; aspect-ratio: auto !important;
  }
  .live .picture svg, .picture svg {
    position: static; width: 100% !important; height: auto !important; max-height: 95vh;
    transform: none !important;
  }
  .panel { border: 0; padding: 0; max-height: none; }
  .live .desk { display: block; }
  .live .panel { width: auto; margin: 0; max-height: none; overflow: visible; }
  .words details:not([open]) > summary::after { content: " (folded: printed when it is open)"; }
  .words li > a[href^="#"] { display: none; }
  h2, h3 { break-after: avoid; }
  li:not(:has(ul)) { break-inside: avoid; }
}
"""###
}
