"""A guest's browser: it sees pages and presses what stands on them."""

import re
from typing import Any

from django.test import Client


class Browser:
    """Presses what stands on the page, with the token that guards its form."""

    def __init__(self) -> None:
        self.client = Client(enforce_csrf_checks=True)

    def get(self, path: str) -> Any:
        return self.client.get(path)

    def press(self, path: str, on: str, **fields: str) -> Any:
        page = self.get(on).content.decode()
        form = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
        fields |= {"csrfmiddlewaretoken": form[1] if form else ""}
        return self.client.post(path, fields, follow=True)

    def answers(self, path: str, name: str = "Gran", kind: str = "heart") -> Any:
        return self.press(f"{path}/answer", path, name=name, kind=kind)
