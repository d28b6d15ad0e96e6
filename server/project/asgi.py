"""The ASGI door."""

import os

from django.core.asgi import get_asgi_application

from server.kernel.body_limit import BodyLimit
from shared import limits

JSON_MAX = 1_000_000

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "server.project.settings")
os.environ.setdefault("KITH_ROLE", "web")
application = BodyLimit(get_asgi_application(), limit=JSON_MAX, longer={"/api/v1/photos/": limits.PHOTO_BYTES_MAX})
