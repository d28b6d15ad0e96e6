"""Lengths in dp; turned into pixels where they are used."""

MARGIN = 20
GAP = 12
CARD_RADIUS = 32
PHOTO_RADIUS = 22
BUTTON = 54
TARGET = 44
"""No target of a finger is smaller, either way."""
CHIP = 28
DOT = 31
TAB_BAR = 78
TAB_BUTTON = 62
HEADER = 54
