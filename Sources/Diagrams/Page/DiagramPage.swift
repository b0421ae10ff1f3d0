/// The page of a diagram, put together.
///
/// A policy in its head lets the browser run the one script and use the one style sheet that are
/// written into it, known by their hashes, and fetch nothing: whatever a name might smuggle in would
/// neither run nor load. Data reach the script as JSON in which no character means anything to HTML.
struct DiagramPage {
  private let contents: DiagramContents
  private let details: DiagramDetails
  var picture: [UInt8] = []
  var data: [UInt8] = []

  init(_ contents: DiagramContents, _ details: DiagramDetails) {
    self.contents = contents
    self.details = details
  }

  var bytes: [UInt8] {
    var bytes = Array(head.utf8)
    bytes += picture
    bytes += afterPicture.utf8
    bytes += data
    bytes += end.utf8
    return bytes
  }

  private func text(_ text: String) -> String { MarkupText.escaped(text) }

  private var head: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    script-src '\(PageResources.scriptHash)'; style-src '\(PageResources.styleHash)'; \
    img-src data:; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="data:,">
    <title>\(text(contents.title.shortened(to: 300)))</title>
    <style>\(PageResources.style)</style>
    </head>
    <body>
    <a class="skip" href="#in-words">Skip the picture: the same in words</a>
    <header>
    <h1><bdi>\(text(contents.title))</bdi></h1>
    <p>\(text(contents.asOf))</p>
    </header>
    <main>
    <div class="tools" id="tools" hidden>
    <div class="tool" role="search">
    <label for="search">Find a body</label>
    <input id="search" type="search" role="combobox" aria-autocomplete="list" \
    aria-expanded="false" aria-controls="found" autocomplete="off" spellcheck="false">
    <ul id="found" role="listbox" aria-label="Bodies found" hidden></ul>
    </div>
    <div class="tool">
    <label for="follow">Follow</label>
    <select id="follow"></select>
    </div>
    <fieldset class="tool" id="kinds"><legend>Lines shown</legend></fieldset>
    <div class="tool buttons" role="group" aria-label="Picture">
    <button type="button" id="zoom-in">Zoom in</button>
    <button type="button" id="zoom-out">Zoom out</button>
    <button type="button" id="fit">Whole picture</button>
    <button type="button" id="clear">Clear</button>
    <button type="button" id="print">Print</button>
    </div>
    </div>
    <div class="keys" id="keys" hidden>
    <p>Drag the picture, or go to it with <kbd>Tab</kbd>: arrow keys move it, <kbd>+</kbd> and \
    <kbd>−</kbd> zoom, <kbd>0</kbd> shows the whole, <kbd>/</kbd> searches, <kbd>Esc</kbd> clears. \
    A click on a line tells what it rests on.</p>
    <p id="body-keys"><kbd>Tab</kbd> then goes to its bodies: arrow keys go to the nearest that way, \
    with <kbd>Shift</kbd> along a line; <kbd>Page Down</kbd> and <kbd>Page Up</kbd> go through all, \
    <kbd>Home</kbd> and <kbd>End</kbd> to the first and last; <kbd>Enter</kbd> opens the details, and \
    there the words of a line what it rests on.</p>
    </div>
    <p class="status" id="status" role="status"></p>
    <div class="desk" id="desk">
    <div class="picture" id="picture" role="region" aria-label="Picture" tabindex="0">

    """
  }

  private var afterPicture: String {
    """

    </div>
    <section class="panel" id="panel" aria-labelledby="panel-name" tabindex="-1" hidden>
    <h2 id="panel-name"></h2>
    <div id="panel-text"></div>
    </section>
    </div>
    <section class="words" id="in-words" aria-labelledby="in-words-name" tabindex="-1">
    <h2 id="in-words-name">The same in words</h2>
    \(PageWords(contents, DiagramPhrases(contents), details).markup)</section>
    </main>
    <script type="application/json" id="layout">
    """
  }

  private var end: String {
    """
    </script>
    <script>\(PageResources.script)</script>
    </body>
    </html>

    """
  }
}
