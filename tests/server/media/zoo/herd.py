"""The whole zoo, family by family."""

from tests.server.media.zoo import bombs, colours, cuts, films, heics, liars, notes, polyglots, strangers
from tests.server.media.zoo.animal import Animal

FAMILIES: dict[str, list[Animal]] = {
    family.__name__.rpartition(".")[2]: list(family.animals())
    for family in (bombs, colours, cuts, films, heics, liars, notes, polyglots, strangers)
}
"""Every animal made on purpose; accidents are mutants."""
HERD = [animal for family in FAMILIES.values() for animal in family]
COSTLY = FAMILIES["bombs"] + FAMILIES["films"]
