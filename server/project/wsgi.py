"""The WSGI door."""

import os

from django.core.wsgi import get_wsgi_application

from server.project.starting import refuse_unsafe

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "server.project.settings")
os.environ.setdefault("KITH_ROLE", "web")
application = get_wsgi_application()
refuse_unsafe()
