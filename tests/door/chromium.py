"""A real browser without a screen, spoken to through a pipe: no driver and no package beside Chromium itself."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Self

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text()
NAMES = ("chromium", "chromium-browser", "google-chrome")
PHONE = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": False}
TAB = {"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}


def found() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Chromium:
    """One browser with one page. `text` is the size of plain text in pixels, as somebody sets it in their browser."""

    def __init__(self, *, text: int = 16) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="kith-chromium-", ignore_cleanup_errors=True)
        hear, said = os.pipe()
        told, say = os.pipe()
        flags = f"--headless --no-sandbox --disable-gpu --hide-scrollbars --blink-settings=defaultFontSize={text}"
        command = f'exec "{found()}" {flags} --user-data-dir="{self._folder.name}" --remote-debugging-pipe about:blank'
        self._process = subprocess.Popen(
            ["bash", "-c", f"{command} 3<&{told} 4>&{said}"], pass_fds=(told, said), stderr=subprocess.DEVNULL
        )
        os.close(told)
        os.close(said)
        self._say, self._hear = os.fdopen(say, "wb", buffering=0), os.fdopen(hear, "rb")
        self._left, self._number, self._page = b"", 0, ""
        self._heard: list[str] = []
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        self._page = self._ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._ask("Page.enable")
        self._ask("Emulation.setDeviceMetricsOverride", **PHONE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(timeout=20)
        self._folder.cleanup()

    def go(self, address: str) -> None:
        self._heard.clear()
        self._ask("Page.navigate", url=address)
        self._wait_for("Page.loadEventFired")

    def sign_in(self, address: str, token: str) -> None:
        """Hold this token of a session as the door's cookie, and no other cookie; none: be nobody."""
        self._ask("Network.clearBrowserCookies")
        if token:
            self._ask("Network.setCookie", url=address, name="door", value=token, httpOnly=True, sameSite="Lax")

    def prefer(self, scheme: str) -> None:
        """ "light" or "dark"; nothing moves meanwhile."""
        wishes = [("prefers-color-scheme", scheme), ("prefers-reduced-motion", "reduce")]
        self._ask("Emulation.setEmulatedMedia", features=[{"name": name, "value": value} for name, value in wishes])

    def run(self, script: str) -> Any:
        """What an expression comes to on this page; a promise is waited for."""
        answer = self._ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def press(self, label: str, **fields: str) -> None:
        """Fill fields in, press the button whose words begin so, and wait for the page that answers."""
        for name, value in fields.items():
            self.run(f"document.querySelector('[name={name}]').value = {json.dumps(value)}")
        self._heard.clear()
        pressed = self.run(
            "(() => { const one = [...document.querySelectorAll('button, a')]"
            f".find(b => b.innerText.trim().startsWith({json.dumps(label)}));"
            "if (one) setTimeout(() => one.click()); return !!one })()"
        )
        assert pressed, f"no button {label!r}"
        self._wait_for("Page.loadEventFired")

    def tab(self) -> dict[str, Any]:
        """One press of the tab key: what has the focus now, and whether one sees it."""
        self._ask("Input.dispatchKeyEvent", type="rawKeyDown", **TAB)
        self._ask("Input.dispatchKeyEvent", type="keyUp", **TAB)
        focus: dict[str, Any] = self.run(
            "(() => { const e = document.activeElement, s = getComputedStyle(e);"
            "return {tag: e.tagName, said: e.innerText || e.name, outline: s.outlineStyle + ' ' + s.outlineWidth} })()"
        )
        return focus

    def axe(self) -> list[str]:
        """What axe finds wrong with this page, by rule and place."""
        self.run(f"{AXE}; 0")
        found: list[str] = self.run(
            "axe.run().then(r => r.violations.flatMap("
            "v => v.nodes.map(n => v.id + ': ' + n.html + ' ' + n.failureSummary)))"
        )
        return found

    def picture(self, path: Path) -> None:
        """The page as it looks, for a person to judge."""
        path.write_bytes(base64.b64decode(self._ask("Page.captureScreenshot", captureBeyondViewport=True)["data"]))

    def _ask(self, method: str, **given: Any) -> dict[str, Any]:
        self._number += 1
        asked = {"id": self._number, "method": method, "params": given}
        self._say.write(json.dumps(asked | ({"sessionId": self._page} if self._page else {})).encode() + b"\0")
        while (told := self._next()).get("id") != self._number:
            self._heard.append(told.get("method", ""))
        assert "error" not in told, (method, told["error"])
        return dict(told["result"])

    def _wait_for(self, event: str) -> None:
        """An event since the page was last asked to go somewhere, or the next one."""
        while event not in self._heard:
            self._heard.append(self._next().get("method", ""))

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            read = os.read(self._hear.fileno(), 1 << 20)
            assert read, "the browser has gone"
            self._left += read
        one, _, self._left = self._left.partition(b"\0")
        return dict(json.loads(one))
