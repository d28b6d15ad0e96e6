"""A container's own health check: asks this machine's web server as its proxy would, with the standard library only."""

import http.client
import os
import sys
from urllib.parse import urlsplit

SECONDS = 3


def main() -> int:
    """0 if the server answers /healthz, 1 otherwise."""
    public = urlsplit(os.environ.get("PUBLIC_URL", "http://127.0.0.1"))
    headers = {"Host": public.hostname or "127.0.0.1", "X-Forwarded-Proto": public.scheme}
    connection = http.client.HTTPConnection("127.0.0.1", int(os.environ.get("PORT", "8000")), timeout=SECONDS)
    try:
        connection.request("GET", "/healthz", headers=headers)
        return 0 if connection.getresponse().status == http.HTTPStatus.OK else 1
    except OSError:
        return 1


if __name__ == "__main__":
    sys.exit(main())
