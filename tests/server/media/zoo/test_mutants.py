"""Some hundred accidents of sound photos: nothing but a picture or a refusal for good comes of any."""

from collections import Counter

import pytest

from tests.server.cast import Door
from tests.server.media.zoo.animal import ANY_FATE
from tests.server.media.zoo.cuts import KINDS
from tests.server.media.zoo.inside import rendered, words_in
from tests.server.media.zoo.mutants import mutant
from tests.server.media.zoo.visit import is_kept_whole, visit

SEEDS = range(60)


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("kind", KINDS)
def test_every_accident_ends_in_a_photo_or_a_code(kind: str) -> None:
    found = [rendered(mutant(kind, seed)) for seed in SEEDS]
    fates = Counter(fate for fate, _ in found)
    assert set(fates) <= ANY_FATE
    assert len(fates) > 1, "accidents that never change the fate are none"
    assert [words for _, pictures in found if (words := words_in(pictures))] == []


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
def test_some_accidents_at_the_door(anas: Door, kind: str) -> None:
    found = visit(anas, mutant(kind, 0))
    assert found.fate in ANY_FATE
    assert is_kept_whole(found)


def test_an_accident_is_the_same_each_time() -> None:
    assert mutant("jpeg", 7) == mutant("jpeg", 7)
    assert mutant("jpeg", 7) != mutant("jpeg", 8)
