"""The way to Android's classes. pyjnius and python-for-android's own modules are there only inside its package."""

import importlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

ACTIVITY = "org.kivy.android.PythonActivity"
Answer = Callable[[bool, Any], None]
"""(whether the person went through with it, the Intent that came back or None)."""
_OK = -1
_FIRST_REQUEST = 7100
"""Above what python-for-android numbers its own."""


@dataclass(frozen=True, slots=True)
class Libraries:
    """The modules of the package, none of them typed."""

    jnius: Any
    activity: Any
    permissions: Any
    runnable: Any


def load_libraries() -> Libraries:
    """Raises ImportError anywhere but on a phone."""
    return Libraries(
        jnius=importlib.import_module("jnius"),
        activity=importlib.import_module("android.activity"),
        permissions=importlib.import_module("android.permissions"),
        runnable=importlib.import_module("android.runnable"),
    )


def let_go_of_java(jnius: Any, threads: type[threading.Thread] = threading.Thread) -> None:
    """From now on each thread that ends lets go of Java first; Android ends an app whose threads don't.

    Syncing reads secrets and the zone, and workers set alarms, so any thread may have taken hold.
    """
    run = threads.run

    def run_and_let_go(thread: threading.Thread) -> None:
        try:
            run(thread)
        finally:
            jnius.detach()

    threads.run = run_and_let_go  # type: ignore[assignment, method-assign]  # as pyjnius advises


class Platform:
    """Classes by name, the one activity, and other apps' answers."""

    def __init__(self, libraries: Libraries) -> None:
        self.libraries = libraries
        self.activity: Any = self.java(ACTIVITY).mActivity
        self.sdk = int(self.java("android.os.Build$VERSION").SDK_INT)
        self._answers: dict[int, Answer] = {}
        self._requests = _FIRST_REQUEST
        libraries.activity.bind(on_activity_result=self._answered)

    def java(self, name: str) -> Any:
        return self.libraries.jnius.autoclass(name)

    def cast(self, name: str, thing: Any) -> Any:
        """The same object, seen as this class or interface."""
        return self.libraries.jnius.cast(name, thing)

    def service(self, name: str, kind: str) -> Any:
        """A system service by its Android name, as this class."""
        return self.cast(kind, self.activity.getSystemService(name))

    def on_ui_thread(self, act: Callable[[], None]) -> None:
        """Android lets windows be touched from its own main thread only, which isn't Kivy's."""
        self.libraries.runnable.Runnable(act)()

    def ask(self, intent: Any, on_answer: Answer) -> None:
        """Start another app and wait for what it answers, on whatever thread; at once where there is no such app."""
        self._requests += 1
        request = self._requests
        self._answers[request] = on_answer
        try:
            self.activity.startActivityForResult(intent, request)
        except self.libraries.jnius.JavaException:
            # Only a phone without a camera or a picker is without an activity for our intents.
            del self._answers[request]
            on_answer(False, None)

    def _answered(self, request: int, result: int, intent: Any) -> None:
        answer = self._answers.pop(request, None)
        if answer is not None:
            answer(result == _OK, intent)
