"""Who runs the server and under which terms: asked before anybody is signed in, kept whoever is."""

import json

from mobile.api.answers import Body, Done
from mobile.api.client import Api
from mobile.store import kv
from mobile.store.database import Store


def fetch_about(store: Store, api: Api) -> Body:
    """What the server says of itself; what it said last when it cannot be reached."""
    answer = api.get_about()
    if isinstance(answer, Done) and answer.body != known_about(store):
        with store.write() as db:
            kv.put(db, kv.ABOUT, json.dumps(answer.body))
    return known_about(store)


def known_about(store: Store) -> Body:
    """Empty before the server was asked."""
    with store.read() as db:
        kept = kv.get(db, kv.ABOUT)
    body: Body = json.loads(kept) if kept else {}
    return body


def forget_about(store: Store) -> None:
    """Another server is run by somebody else."""
    with store.write() as db:
        kv.forget(db, kv.ABOUT)
