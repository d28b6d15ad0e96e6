"""What import-linter misses: foreign keys given as strings, Kivy outside its folder, packages no phone can carry."""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db.models import ForeignKey, ManyToManyField, OneToOneField

from tests.arch.sources import code_trees

FLOORS = (
    {"kernel"}, {"people"}, {"media"}, {"habits"}, {"responses", "challenges"}, {"letters", "coins"},
    {"feed", "notifications", "moderation"}, {"leaving"}, {"operations"}, {"demo"},
)  # fmt: skip
HEIGHT = {app: height for height, floor in enumerate(FLOORS) for app in floor}
TOO_HEAVY_FOR_A_PHONE = {"pydantic", "msgspec", "orjson", "sqlalchemy", "django", "rest_framework", "celery", "numpy"}


def test_foreign_keys_point_down_and_leave_nothing_behind() -> None:
    wrong = []
    for model in apps.get_models():
        app = model._meta.app_label
        for field in model._meta.get_fields():
            if app not in HEIGHT or not isinstance(field, ForeignKey | OneToOneField | ManyToManyField):
                continue
            target = field.related_model._meta.app_label
            down = target == app or HEIGHT.get(target, -1) < HEIGHT[app]
            if not down or (target in HEIGHT and field.remote_field.related_name != "+"):
                wrong.append(f"{model.__name__}.{field.name} -> {target}")
    assert wrong == []


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def _importers(roots: set[str], *, inside: str) -> list[str]:
    return [
        f"{path} imports {name}"
        for path, tree in code_trees().items()
        if path.is_relative_to(inside)
        for name in _imports(tree)
        if name.split(".")[0] in roots
    ]


def test_only_the_screens_know_kivy() -> None:
    found = [line for tree in ("mobile", "shared", "server") for line in _importers({"kivy"}, inside=tree)]
    assert [line for line in found if not line.startswith("mobile/ui/")] == []


def test_the_phone_carries_only_what_a_phone_can() -> None:
    assert _importers(TOO_HEAVY_FOR_A_PHONE, inside="mobile") == []


def test_the_ground_floor_is_standard_library_and_reads_no_clock() -> None:
    third_party = {"django", "kivy", "PIL", "httpx", "celery", "rest_framework", "server", "mobile"}
    assert _importers(third_party, inside="shared") == []
    readers = [
        str(path)
        for path, tree in code_trees().items()
        if path != Path("shared/clock.py")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"now", "utcnow", "today"}
        and isinstance(node.value, ast.Name) and node.value.id in {"datetime", "date", "timezone"}
    ]  # fmt: skip
    assert readers == []
