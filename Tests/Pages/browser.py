"""A headless Chromium, driven through its driver over plain HTTP: the W3C's WebDriver protocol.

Nothing but Python's own library is needed. What the browser logs and what it asks the network for
is kept, so that a test can say that there was neither.
"""

import base64
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"

# Keys by the protocol's numbers.
KEYS = {
    "Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c", "Left": "\ue012", "Up": "\ue013",
    "Right": "\ue014", "Down": "\ue015", "Home": "\ue011", "End": "\ue010", "PageUp": "\ue00e",
    "PageDown": "\ue00f", "Shift": "\ue008", "Control": "\ue009",
}


class Missing(Exception):
    """There is no browser: the tests fail, they are not passed over."""


def program(*names):
    for name in names:
        found = shutil.which(name)
        if found:
            return found
    raise Missing(f"{names[0]} is not installed; 'Scripts/install-packages chromium chromium-driver'")


class Browser:
    """One window. `with Browser() as browser: browser.open(url)`."""

    def __init__(self, width=1280, height=900, dark=False):
        self.width, self.height, self.dark = width, height, dark

    def __enter__(self):
        chromium = program("chromium", "chromium-browser", "google-chrome")
        driver = program("chromedriver")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.driver = subprocess.Popen(
            [driver, f"--port={self.port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.base = f"http://127.0.0.1:{self.port}"
        self.wait_until(self.is_ready, "chromedriver does not answer", seconds=30)
        arguments = [
            "--headless=new", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
            "--disable-dev-shm-usage", "--force-device-scale-factor=1",
            "--disable-background-networking", "--disable-component-update",
            # Tests choose more bodies in a second than people do.
            "--disable-ipc-flooding-protection",
            f"--window-size={self.width},{self.height}",
        ]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            arguments.append("--no-sandbox")  # Chromium's sandbox refuses to run as root.
        if self.dark:
            arguments.append("--force-dark-mode")
        answer = self.ask("POST", "/session", {"capabilities": {"alwaysMatch": {
            "browserName": "chrome",
            "goog:chromeOptions": {"binary": chromium, "args": arguments},
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
        }}})
        self.session = f"/session/{answer['sessionId']}"
        self.command("Emulation.setDeviceMetricsOverride", width=self.width, height=self.height,
                     deviceScaleFactor=1, mobile=False)
        if self.dark:
            self.command("Emulation.setEmulatedMedia",
                         features=[{"name": "prefers-color-scheme", "value": "dark"}])
        return self

    def __exit__(self, *_):
        try:
            self.ask("DELETE", self.session)
        finally:
            self.driver.terminate()
            self.driver.wait(10)

    # The protocol

    def is_ready(self):
        try:
            return self.ask("GET", "/status")["ready"]
        except (urllib.error.URLError, OSError):
            return False

    def ask(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data=data, method=method)
        request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            value = json.load(error)["value"]
            raise RuntimeError(f"{value['error']}: {value['message'].splitlines()[0]}") from None

    def command(self, name, **parameters):
        """A command of Chromium's own protocol."""
        return self.ask("POST", self.session + "/goog/cdp/execute",
                        {"cmd": name, "params": parameters})

    def wait_until(self, condition, complaint, seconds=20):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if condition():
                return
            time.sleep(0.05)
        raise AssertionError(complaint)

    # What a reader does

    def open(self, url):
        self.log("performance"), self.log("browser")
        self.ask("POST", self.session + "/url", {"url": url})

    def address(self):
        return self.ask("GET", self.session + "/url")

    def run(self, script, *arguments):
        """The value of a function's body, given arguments."""
        return self.ask("POST", self.session + "/execute/sync",
                        {"script": script, "args": list(arguments)})

    def run_later(self, script, *arguments):
        """The same, of a promise."""
        return self.ask("POST", self.session + "/execute/async",
                        {"script": script, "args": list(arguments)})

    def find(self, css):
        return self.ask("POST", self.session + "/element", {"using": "css selector", "value": css})

    def there(self, css):
        """Whether a selector finds anything; works without scripts, too."""
        return bool(self.ask("POST", self.session + "/elements",
                             {"using": "css selector", "value": css}))

    def click(self, css):
        """Clicks an element, once it stands still: what moves while a page is laid out is missed."""
        last = time.monotonic() + 10
        while True:
            try:
                return self.ask("POST", f"{self.session}/element/{self.find(css)[ELEMENT]}/click", {})
            except RuntimeError as error:
                if "click intercepted" not in str(error) or time.monotonic() > last:
                    raise
                time.sleep(0.1)

    def keys(self, *keys, held=None):
        """Presses keys, one after the other, wherever the focus is; all the while another is held."""
        actions = [{"type": "keyDown", "value": KEYS[held]}] if held else []
        for key in keys:
            for character in [KEYS[key]] if key in KEYS else key:
                actions += [{"type": "keyDown", "value": character},
                            {"type": "keyUp", "value": character}]
        if held:
            actions.append({"type": "keyUp", "value": KEYS[held]})
        self.ask("POST", self.session + "/actions",
                 {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def press(self, x, y):
        """Clicks at a point of the window."""
        self.ask("POST", self.session + "/actions", {"actions": [{
            "type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"},
            "actions": [
                {"type": "pointerMove", "duration": 0, "x": round(x), "y": round(y)},
                {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0},
            ]}]})

    def drag(self, start, by):
        """Moves the mouse from a point, its button held."""
        def to(x, y):
            return {"type": "pointerMove", "duration": 20, "x": int(x), "y": int(y)}
        self.ask("POST", self.session + "/actions", {"actions": [{
            "type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"},
            "actions": [
                to(*start), {"type": "pointerDown", "button": 0},
                to(start[0] + by[0] / 2, start[1] + by[1] / 2),
                to(start[0] + by[0], start[1] + by[1]), {"type": "pointerUp", "button": 0},
            ]}]})

    # What came of it

    def log(self, kind):
        return self.ask("POST", self.session + "/se/log", {"type": kind})

    def complaints(self):
        """What stands in the console."""
        return [entry["message"] for entry in self.log("browser")]

    def requests(self):
        """The addresses that the page asked for."""
        messages = [json.loads(entry["message"])["message"] for entry in self.log("performance")]
        return [message["params"]["request"]["url"] for message in messages
                if message["method"] == "Network.requestWillBeSent"]

    def picture(self, path):
        data = self.ask("GET", self.session + "/screenshot")
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))
