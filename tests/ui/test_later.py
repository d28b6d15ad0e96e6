"""What is imported only when it is used is there when it is used."""

import pkgutil
from importlib import import_module

import mobile
from mobile.later import promised


def test_every_promise_names_something_that_is_there() -> None:
    for module in pkgutil.walk_packages(mobile.__path__, "mobile."):
        import_module(module.name)
    assert len(promised) > 30
    missing = [(module, name) for module, name in promised if name and not hasattr(import_module(module), name)]
    assert missing == []
