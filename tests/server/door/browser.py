"""Somebody at the web door: follows links, fills the forms that stand on the page, and presses their buttons.

What a form doesn't hold can't be sent, and what a page doesn't show can't be pressed: a missing field fails the test.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from server.people.models import Person
from tests.server.people.at_the_door import code_mailed_to

VOID = {"input", "img", "link", "meta", "br"}
APART = {"br", "p", "h1", "h2", "h3", "li", "div", "small", "section", "label", "button", "legend", "option", "span"}
"""What a person reads as words of their own."""


@dataclass
class Form:
    """Fields with the values they come with; buttons as (label, name, value)."""

    action: str
    method: str
    multipart: bool
    fields: dict[str, list[str]] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    options: dict[str, list[str]] = field(default_factory=dict)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)


class Page(HTMLParser):
    """A page as a browser without scripts or styles has it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.links: list[tuple[str, str]] = []
        self.text, self.html, self.mood, self.title = "", html, "", ""
        self.ids: list[str] = []
        self._inside: list[tuple[str, dict[str, str]]] = []
        self._said: list[str] = []
        self.feed(html)
        self.text = " ".join(self.text.split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self._note(tag, said)
        self._part(tag)
        if tag in VOID:
            return
        self._inside.append((tag, said))
        if tag in {"button", "a", "textarea", "title"}:
            self._said.append("")

    def _note(self, tag: str, said: dict[str, str]) -> None:
        if "id" in said:
            self.ids.append(said["id"])
        if tag == "body":
            self.mood = said.get("class", "").partition(" ")[0].removeprefix("mood-")
        if tag == "form":
            multipart = said.get("enctype") == "multipart/form-data"
            self.forms.append(Form(said.get("action", ""), said.get("method", "get"), multipart))
        if tag == "input":
            self._input(said)
        if tag == "option":
            name = next(about["name"] for inside, about in reversed(self._inside) if inside == "select")
            options = self.forms[-1].options.setdefault(name, [])
            options.append(said.get("value", ""))
            if "selected" in said or len(options) == 1:
                self.forms[-1].fields[name] = [said.get("value", "")]

    def _input(self, said: dict[str, str]) -> None:
        form, name, kind = self.forms[-1], said["name"], said.get("type", "text")
        if kind == "file":
            form.files.add(name)
        elif kind in {"radio", "checkbox"}:
            form.options.setdefault(name, []).append(said["value"])
            if "checked" in said:
                form.fields.setdefault(name, []).append(said["value"])
        else:
            form.fields[name] = [said.get("value", "")]

    def handle_endtag(self, tag: str) -> None:
        opened, said = self._inside.pop()
        self._part(tag)
        assert opened == tag, f"<{opened}> is closed as </{tag}>"
        if tag not in {"button", "a", "textarea", "title"}:
            return
        words = " ".join(self._said.pop().split())
        if tag == "button":
            self.forms[-1].buttons.append((words, said.get("name", ""), said.get("value", "")))
        elif tag == "a":
            self.links.append((words, said["href"]))
        elif tag == "title":
            self.title = words
        else:
            self.forms[-1].fields[said["name"]] = [words]

    def _part(self, tag: str) -> None:
        if tag in APART:
            self.text += " "

    def handle_data(self, data: str) -> None:
        if any(said.get("aria-hidden") == "true" for _, said in self._inside):
            return
        if self._said:
            self._said[-1] += data
        if not any(tag in {"title", "style"} for tag, _ in self._inside):
            self.text += data


class Browser:
    """Cookies, the page that is open, and where it is. Every answer is kept as `answer`."""

    def __init__(self, person: Person | None = None) -> None:
        self.client = Client(enforce_csrf_checks=True, headers={"User-Agent": "A browser"})
        self.answer: Any = None
        self.path = ""
        if person is not None:
            self.sign_in(person.email)

    @property
    def page(self) -> Page:
        return Page(self.answer.content.decode())

    @property
    def text(self) -> str:
        return self.page.text

    def go(self, path: str) -> Page:
        self._arrive(self.client.get(path, follow=True), path)
        return self.page

    def follow(self, label: str) -> Page:
        """The first link whose words begin so."""
        found = [href for words, href in self.page.links if words.startswith(label)]
        assert found, f"no link {label!r} among {self.page.links}"
        return self.go(found[0])

    def press(self, label: str, files: Mapping[str, bytes] | None = None, **said: str | list[str]) -> Page:
        """Fill in the form that holds this button, and press it."""
        form, button = self._form_with(label)
        unknown = set(said) - set(form.fields) - set(form.options)
        assert not unknown, f"no field {unknown} beside {label!r}"
        sent: dict[str, Any] = dict(form.fields) | {n: v if isinstance(v, list) else [v] for n, v in said.items()}
        for name in set(said) & set(form.options):
            assert set(sent[name]) <= set(form.options[name]), f"{name} offers {form.options[name]}"
        if button[1]:
            sent[button[1]] = [button[2]]
        for name, content in (files or {}).items():
            assert name in form.files, f"no file {name} beside {label!r}"
            assert form.multipart, "a file can't be sent in this form"
            sent[name] = SimpleUploadedFile("photo.jpg", content, content_type="image/jpeg")
        self._arrive(self.client.post(form.action or self.path, sent, follow=True), form.action or self.path)
        return self.page

    def sign_in(self, address: str) -> Page:
        self.go("/door/in")
        self.press("Send me a code", email=address)
        return self.press("Come in", code=code_mailed_to(address))

    def offers(self, label: str) -> bool:
        return any(words.startswith(label) for form in self.page.forms for words, _, _ in form.buttons)

    def _form_with(self, label: str) -> tuple[Form, tuple[str, str, str]]:
        for form in self.page.forms:
            for button in form.buttons:
                if button[0].startswith(label):
                    return form, button
        raise AssertionError(f"no button {label!r} in {[form.buttons for form in self.page.forms]} at {self.path}")

    def _arrive(self, answer: Any, asked: str) -> None:
        self.answer = answer
        self.path = answer.redirect_chain[-1][0] if answer.redirect_chain else asked
