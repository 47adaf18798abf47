"""Chromium, driven by its own driver, for the tests that look at the report's pages.

No network: names of other machines lead nowhere. What a page writes to the console and what it asks for
are kept, so that a test can say that there was nothing. `make browser` gets what is missing here.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium.webdriver import ActionChains, Chrome, ChromeOptions, ChromeService
from selenium.webdriver.support.wait import WebDriverWait

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
CHECKER = Path(__file__).parent / "checker" / "node_modules" / "accessibility-checker-engine" / "ace.js"
NO_BROWSER = None if CHROMIUM and DRIVER else "no Chromium with its chromedriver here: make browser"
NO_CHECKER = None if CHECKER.is_file() else "no accessibility checker here: make browser"
FLAGS = (
    "headless",
    "no-sandbox",
    "disable-gpu",
    "disable-quic",
    "no-first-run",
    "disable-background-networking",
    "disable-component-update",
    "disable-sync",
    "disable-dev-shm-usage",
    "hide-scrollbars",
    "host-resolver-rules=MAP * ~NOTFOUND",
)
RULES = "WCAG_2_2"  # levels A and AA
CHECK = """
const [rules, done] = arguments;
new ace.Checker().check(document, [rules]).then(
  (report) => done(report.results
    .filter((one) => one.value[0] === "VIOLATION" && one.value[1] === "FAIL")
    .map((one) => `${one.ruleId}: ${one.message}: ${one.snippet}`)),
  (error) => done([String(error)]));
"""


class Browser:
    """A window on files: opens pages, in a size, a colour scheme and a medium."""

    def __init__(self, driver: Chrome) -> None:
        self.driver = driver

    def open(self, page: Path, query: str = "") -> None:
        """Load a page and forget what earlier ones said."""
        self.said()
        self.asked_for()
        self.driver.get(page.absolute().as_uri() + query)

    def arrive(self, page: Path) -> None:
        """Wait until a page that something in this one leads to is there."""
        script = "return document.readyState === 'complete' && location.href.startsWith(arguments[0])"
        WebDriverWait(self.driver, 20).until(lambda _: self.run(script, page.absolute().as_uri()))

    def run(self, script: str, *values: Any) -> Any:
        """What a script returns, in the page."""
        return self.driver.execute_script(script, *values)

    def press(self, *keys: str) -> None:
        """One key after the other, wherever the focus is."""
        for key in keys:
            ActionChains(self.driver, duration=0).send_keys(key).perform()

    def show(self, width: int = 1400, scheme: str = "light", medium: str = "screen") -> None:
        """From now on pages are this wide, light or dark, on a screen or printed."""
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        wishes = {"prefers-color-scheme": scheme, "prefers-reduced-motion": "reduce"}
        features = [{"name": name, "value": value} for name, value in wishes.items()]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": medium, "features": features})

    def said(self) -> list[str]:
        """What stands on the console since the page was opened."""
        return [line["message"] for line in self.driver.get_log("browser")]

    def asked_for(self) -> list[str]:
        """Addresses that were asked for since the page was opened."""
        events = [json.loads(line["message"])["message"] for line in self.driver.get_log("performance")]
        sent = [event["params"] for event in events if event["method"] == "Network.requestWillBeSent"]
        return [request["request"]["url"] for request in sent]

    def violations(self) -> list[str]:
        """What the accessibility checker is sure is wrong with the page."""
        engine = f"{CHECKER.read_text(encoding='utf-8')}; globalThis.ace = ace; true"
        self.driver.execute_cdp_cmd("Runtime.evaluate", {"expression": engine})  # the page's own rules forbid <script>
        return self.driver.execute_async_script(CHECK, RULES)


@contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    """A browser of its own, with a new profile in the folder."""
    options = ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for flag in (*FLAGS, f"user-data-dir={profile}"):
        options.add_argument(f"--{flag}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = Chrome(options, ChromeService(DRIVER))
    driver.set_script_timeout(60)
    try:
        yield Browser(driver)
    finally:
        driver.quit()
