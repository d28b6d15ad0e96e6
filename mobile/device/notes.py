"""The notes that sound as friends answer, made on this machine: no recording of anybody's, so no licence either.

Plucked tones on a pentatonic scale, which sound well in any order and all at once.
"""

import math
import struct
import wave
from collections.abc import Sequence
from pathlib import Path

RATE = 22_050
SECONDS = 0.9
SCALE = (261.63, 293.66, 329.63, 392.00, 440.00, 523.25, 587.33, 659.25)
"""Hertz, by note; 0 is the lowest."""
CHORD = (0, 2, 3, 5)
_PARTIALS = ((1, 1.0), (2, 0.35), (3, 0.12))
"""Multiples of the tone with their loudness: between a marimba and a music box."""
_LOUDNESS = 0.35
_ATTACK = 0.006


def note_path(folder: Path, note: int) -> Path:
    """The file of one note, written the first time it is asked for."""
    return _kept(folder / f"note-{note % len(SCALE)}.wav", [note])


def chord_path(folder: Path) -> Path:
    """The file of the chord that sounds when everybody has answered."""
    return _kept(folder / "chord.wav", CHORD)


def render(notes: Sequence[int]) -> bytes:
    """These notes at once, as 16-bit mono samples."""
    tones = [SCALE[note % len(SCALE)] for note in notes]
    samples = (_sample(tones, index / RATE) for index in range(int(RATE * SECONDS)))
    return b"".join(struct.pack("<h", round(32_767 * value)) for value in samples)


def _sample(tones: Sequence[float], at: float) -> float:
    swell = min(1.0, at / _ATTACK) * math.exp(-4.5 * at) * min(1.0, (SECONDS - at) / 0.05)
    waves = (loud * math.sin(2 * math.pi * tone * times * at) for tone in tones for times, loud in _PARTIALS)
    return _LOUDNESS * swell * sum(waves) / math.sqrt(len(tones)) / 1.5


def _kept(path: Path, notes: Sequence[int]) -> Path:
    """Written whole or not at all: a half-written file would crackle for ever."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        with wave.open(str(part), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(render(notes))
        part.replace(path)
    return path
