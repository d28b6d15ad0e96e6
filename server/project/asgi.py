"""The ASGI door."""

import os

from django.conf import settings
from django.core.asgi import get_asgi_application

from server.kernel.body_limit import BodyLimit
from server.project.starting import be_the_only_one, refuse_unsafe
from shared import limits

JSON_MAX = 1_000_000

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "server.project.settings")
os.environ.setdefault("KITH_ROLE", "web")
django = get_asgi_application()
refuse_unsafe()
if settings.EMBEDDED:
    be_the_only_one(settings.DATA_DIR)
application = BodyLimit(django, limit=JSON_MAX, longer={"/api/v1/photos/": limits.PHOTO_BYTES_MAX})
