"""Where the floors are put together: settings, addresses, Celery, and who hears which fact."""

from server.project.celery import app as celery_app

__all__ = ["celery_app"]
