"""What all tests in a browser do."""

import json
from pathlib import Path

from selenium import webdriver


def open_page(browser: webdriver.Chrome, file: Path, width: int = 1280, height: int = 800) -> webdriver.Chrome:
    """Opens a page in a window of this size, with the logs of the browser emptied."""
    for log in ("browser", "performance"):
        browser.get_log(log)
    screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    browser.get(file.as_uri())
    return browser


def requests_of(browser: webdriver.Chrome) -> list[str]:
    """What the open page has asked for; the browser's own first page may still be asking for its parts."""
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    sent = [event["params"] for event in events if event["method"] == "Network.requestWillBeSent"]
    return [each["request"]["url"] for each in sent if each["documentURL"] == browser.current_url]
