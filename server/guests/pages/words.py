"""The six answers, as a browser shows them without a font or picture of ours."""

from shared.languages import say
from shared.sentences import REACTIONS

_FACES = {"proud": "🤩", "clap": "👏", "fire": "🔥", "strong": "💪", "heart": "❤️", "laugh": "😄"}


def answers() -> list[tuple[str, str]]:
    return [(kind, f"{face} {say(REACTIONS[kind])}") for kind, face in _FACES.items()]
