"""Every animal through the pipeline: the fate it must have, and not a word in the pictures.

In this process and not in the child that uploads are decoded in: what the child would survive fails here.
"""

import pytest

from tests.server.media.zoo.herd import FAMILIES, HERD
from tests.server.media.zoo.inside import rendered, words_in

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning", "ignore::PIL.Image.DecompressionBombWarning")


@pytest.mark.parametrize("family", FAMILIES)
def test_ready_or_refused_with_the_right_code(family: str) -> None:
    found = {animal.name: (animal, rendered(animal.make())) for animal in FAMILIES[family]}
    assert {name: fate for name, (animal, (fate, _)) in found.items() if fate not in animal.fates} == {}
    assert {name: words for name, (_, (_, pictures)) in found.items() if (words := words_in(pictures))} == {}


def test_names_of_animals_are_their_own() -> None:
    assert len({animal.name for animal in HERD}) == len(HERD) > 300
