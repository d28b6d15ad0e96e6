"""The ASGI door."""

import os

import django
from django.conf import settings

from server.kernel.body_length import MeasuringHandler
from server.kernel.body_limit import BodyLimit
from server.kernel.patience import Patience
from server.project.starting import be_the_only_one, refuse_unsafe
from shared import limits

JSON_MAX = 1_000_000
BODY_SECONDS, BODY_PACE = 30, 4096
"""A photo over a poor connection takes minutes; whoever sends less than four kilobytes a second is not sending one."""

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "server.project.settings")
os.environ.setdefault("KITH_ROLE", "web")
django.setup(set_prefix=False)
refuse_unsafe()
if settings.EMBEDDED:
    be_the_only_one(settings.DATA_DIR)
FORM_MAX = limits.PHOTO_BYTES_MAX + JSON_MAX
"""A photo in a form has words around it."""
LONGER = {"/api/v1/photos/": limits.PHOTO_BYTES_MAX, "/door/show/": FORM_MAX}
bounded = BodyLimit(MeasuringHandler(), limit=JSON_MAX, longer=LONGER)
application = Patience(bounded, start=BODY_SECONDS, pace=BODY_PACE)
