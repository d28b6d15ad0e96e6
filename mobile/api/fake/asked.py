"""A request, taken apart."""

from dataclasses import dataclass

from mobile.api.fake.world import Body, World


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as the routes see it."""

    world: World
    person: str
    names: tuple[str, ...]
    body: Body
    params: dict[str, str]
    content: bytes
    token: str = ""
