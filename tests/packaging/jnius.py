"""A stand-in for pyjnius and python-for-android's modules, which can't exist outside an Android package.

It has exactly the classes and members that Android of one API level has (tests/packaging/android_api.json): a name that
isn't there, one that came later, or a wrong number of arguments fails the test. What it can't know is how Android
behaves; tests say what it answers. It writes down every call.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from mobile.device.android.platform import ACTIVITY, Libraries
from tests.packaging.sources import android_api, our_java, zxing_api

_PLAIN = {"void": None, "string": "", "number": 0, "boolean": False, "String": "", "long": 0}


_WITH_THE_PACKAGE = ("androidx.", "com.google.", "org.kith.", "org.kivy.")


class JavaException(Exception):  # noqa: N818 (pyjnius calls it so)
    """Something went wrong on Java's side."""


@dataclass
class Thing:
    """A class (`args` None), or an object made of it."""

    java: "FakeJava"
    kind: str
    args: tuple[Any, ...] | None = None

    def __call__(self, *args: Any) -> "Thing":
        self.java.member(self.kind, "<init>", len(args))
        return Thing(self.java, self.kind, args)

    def __getattr__(self, name: str) -> Any:
        if name == "mActivity" and self.kind == ACTIVITY:
            return self.java.activity
        found = self.java.member(self.kind, name, None)
        if found["takes"] is None:
            return self.java.field(self.kind, name, found["gives"])
        return lambda *args: self.java.call(self, name, args)


@dataclass
class FakeJava:
    """Android of API level `sdk`. `answers`: "Class.member" -> a value, or what is called with the arguments."""

    sdk: int = 36
    answers: dict[str, Any] = field(default_factory=dict)
    calls: list[tuple[str, tuple[Any, ...]]] = field(default_factory=list)
    asked_for: list[list[str]] = field(default_factory=list)
    """Permissions the person was asked for."""
    bound: dict[str, Callable[..., None]] = field(default_factory=dict)
    found: set[str] = field(default_factory=set)
    JavaException = JavaException

    def __post_init__(self) -> None:
        self.activity = Thing(self, ACTIVITY, ())
        self.answers = {
            "android.os.Build$VERSION.SDK_INT": self.sdk, "android.os.Build.MODEL": "Fairphone 6",
            f"{ACTIVITY}.getPackageName": "org.kith.phone", "android.util.DisplayMetrics.density": 3.0,
            "android.graphics.Insets.top": 0, "android.graphics.Insets.bottom": 0,
        } | self.answers  # fmt: skip
        self.classes: dict[str, Any] = android_api() | zxing_api() | our_java()
        self.classes[ACTIVITY] = {"since": 1, "extends": "android.app.Activity", "members": {}}

    @property
    def libraries(self) -> Libraries:
        return Libraries(
            jnius=self,
            activity=SimpleNamespace(bind=lambda **heard: self.bound.update(heard)),
            permissions=SimpleNamespace(request_permissions=self._request),
            runnable=SimpleNamespace(Runnable=lambda act: act),
        )

    def _request(self, wanted: list[str], on_answer: Callable[..., None]) -> None:
        self.asked_for.append(wanted)
        on_answer(wanted, [True])

    # pyjnius
    def autoclass(self, name: str) -> Thing:
        known = self.classes.get(name)
        if known is None or known["since"] > self.sdk:
            raise JavaException(f"no class {name} on API {self.sdk}")
        if name.startswith(_WITH_THE_PACKAGE) and name not in self.found:
            # Android's loader knows them on its own threads only; pyjnius keeps what was found there.
            if threading.current_thread() is not threading.main_thread():
                raise JavaException(f"no class {name} from this thread")
            self.found.add(name)
        return Thing(self, name)

    def cast(self, name: str, thing: Thing) -> Thing:
        self.autoclass(name)
        return thing if name == "android.os.Parcelable" else Thing(self, name, thing.args)

    # What it knows
    def member(self, kind: str, name: str, count: int | None) -> dict[str, Any]:
        """The youngest fitting member of this class or of those it extends."""
        place, found = kind, []
        while place in self.classes and not found:
            entry = self.classes[place]
            found = [one for one in entry["members"].get(name, []) if one["since"] <= self.sdk and _fits(one, count)]
            place = entry["extends"]
        if not found:
            raise AttributeError(f"{kind} has no {name} with {count} arguments on API {self.sdk}")
        return found[-1]

    def field(self, kind: str, name: str, gives: str) -> Any:
        if f"{kind}.{name}" in self.answers:
            return self.answers[f"{kind}.{name}"]
        if gives.startswith('"'):
            return gives.strip('"')
        # One of an enumeration is an object, and its own name says which.
        return int(gives) if gives.lstrip("-").isdigit() else Thing(self, _inner(gives), (name,))

    def call(self, thing: Thing, name: str, args: tuple[Any, ...]) -> Any:
        gives = self.member(thing.kind, name, len(args))["gives"]
        self.calls.append((f"{thing.kind}.{name}", args))
        answer = self.answers.get(f"{thing.kind}.{name}", _NOTHING)
        if answer is not _NOTHING:
            return answer(*args) if callable(answer) and not isinstance(answer, Thing) else answer
        if gives in _PLAIN:
            return _PLAIN[gives]
        kind = _inner(gives)
        return thing if kind == thing.kind else Thing(self, kind, ())

    # What a test asks
    def said(self, name: str) -> list[tuple[Any, ...]]:
        """The arguments of every call of "Class.member"."""
        return [args for called, args in self.calls if called == name]

    def request(self) -> tuple[Thing, int]:
        """The last app that was started for an answer: its intent and the number to answer with."""
        intent, number = self.said(f"{ACTIVITY}.startActivityForResult")[-1]
        return intent, number

    def answer(self, result: int, intent: Thing | None = None) -> None:
        """-1: gone through with; 0: changed their mind."""
        self.bound["on_activity_result"](self.request()[1], result, intent)


_NOTHING = object()


def _fits(member: dict[str, Any], count: int | None) -> bool:
    takes = member["takes"]
    return count is None or takes is None or len(takes) == count or (takes != [] and takes[-1].startswith("..."))


def _inner(gives: str) -> str:
    """`android.content.SharedPreferences.Editor` as Java's loader spells it."""
    head, _, tail = gives.rpartition(".")
    return f"{head}${tail}" if head.rpartition(".")[2][:1].isupper() else gives
