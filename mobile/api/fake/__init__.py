"""A Kith server in this process, good enough for presenters, pictures and screens; journeys test the real one."""

from mobile.api.fake.server import FakeServer

__all__ = ["FakeServer"]
