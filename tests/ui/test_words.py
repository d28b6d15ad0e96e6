"""Some words are never said on any screen."""

import re

import pytest

from tests.ui.hand import Hand
from tools.shooting.photos import SamplePhotos
from tools.shooting.scenes import scenes

NEVER = re.compile(r"\b(failed|lost|broke|again|noticed|shame)\b", re.IGNORECASE)
by_day = [name for name in sorted(scenes(SamplePhotos.__new__(SamplePhotos))) if not name.endswith("_night")]


@pytest.mark.parametrize("name", by_day)
def test_no_screen_says_a_word_of_blame(name: str, hand: Hand, photos: SamplePhotos) -> None:
    hand.show(scenes(photos)[name]())
    assert [words for words in hand.words() if NEVER.search(words)] == []
