"""Prints the address by which others on the same network find this machine: `python server/demo/here.py 0.0.0.0`.

Asked to listen everywhere, Kith has to be told under which name it is called, or it refuses to answer and its links
lead nowhere. Run by the Makefile before any environment is there, so it imports the standard library only.
"""

import socket
import sys

EVERYWHERE = {"0.0.0.0", "::"}  # noqa: S104  # nosec  # recognised, not listened on
SOMEWHERE = ("192.0.2.1", 9)
"""An address that is nobody's: nothing is sent, but the machine picks the network it would be sent through."""


def address_of(host: str) -> str:
    """This machine's own address for a host that means all of them; any other as it is."""
    if host not in EVERYWHERE:
        return host
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(SOMEWHERE)
            return str(asked.getsockname()[0])
        except OSError:
            return "127.0.0.1"


if __name__ == "__main__":
    sys.stdout.write(address_of(sys.argv[1]) + "\n")
