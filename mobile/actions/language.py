"""Which language this phone speaks: the one chosen on it, or the machine's own; and in which the server writes."""

from datetime import datetime

from mobile.actions.profile import edit_me
from mobile.store import kv, me
from mobile.store.database import Store
from shared.languages import ENGLISH, speak, spoken


def speak_as_chosen(store: Store, of_machine: str) -> None:
    """`of_machine`: what the machine speaks; it decides where nobody chose."""
    with store.read() as db:
        speak(kv.get(db, kv.LANGUAGE) or of_machine)


def choose_language(store: Store, *, language: str, of_machine: str) -> None:
    """Empty: as the machine. What is told from now on is told in it; what stands on a screen has to be drawn anew."""
    speak(language or of_machine)
    with store.write() as db:
        kv.put(db, kv.LANGUAGE, language)


def tell_language(store: Store, *, now: datetime) -> None:
    """So that what is pushed and mailed is read in it, too. Whoever never spoke another has nothing to tell."""
    with store.read() as db:
        person, told = me.get(db), kv.get(db, kv.TOLD_LANGUAGE, ENGLISH)
    if person is None or "language" not in person or told == spoken():
        return
    with store.write() as db:
        kv.put(db, kv.TOLD_LANGUAGE, spoken())
    edit_me(store, changes={"language": spoken()}, now=now)
