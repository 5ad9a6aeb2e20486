"""Debian's Chromium for the tests of pages, or the one that is on the path."""

from __future__ import annotations

import shutil

from selenium import webdriver
from selenium.webdriver.chrome.service import Service


class Chromium(webdriver.Chrome):
    """A browser without a window."""

    def emulate(self, width: int, theme: str = "light", media: str = "screen") -> None:
        """Be a desktop or a phone, light or dark, screen or paper."""
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
        self.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        features = [{"name": "prefers-color-scheme", "value": theme}]
        self.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})

    def violations(self, axe: str) -> list[tuple[str, list[str]]]:
        """What axe-core has to say against the page: rules, each with the elements that break it.

        axe  its source
        """
        # By the debugger: the policy of a page may forbid scripts that a driver puts into it.
        self.execute_cdp_cmd("Runtime.evaluate", {"expression": axe})
        answer = self.execute_cdp_cmd(
            "Runtime.evaluate",
            {
                "expression": "axe.run().then((result) => result.violations.map((one) => "
                "[one.id, one.nodes.map((node) => node.html)]))",
                "awaitPromise": True,
                "returnByValue": True,
            },
        )
        found: list[tuple[str, list[str]]] = answer["result"]["value"]
        return found


def open_chromium(downloads: str) -> Chromium | None:
    """Start a browser that saves into this folder; None where there is none."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        return None
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    # Names of examples lead to this machine, as a stranger may let a name of his own do.
    names = "--host-resolver-rules=MAP *.example 127.0.0.1"
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", names):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    options.add_experimental_option("prefs", {"download.default_directory": downloads})
    return Chromium(options=options, service=Service(driver))
