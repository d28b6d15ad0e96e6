"""The admin: a desk for the people who run this Kith, behind a path, a session and a second factor of its own."""

from server.project.admin.apps import AdminConfig

__all__ = ["AdminConfig"]
