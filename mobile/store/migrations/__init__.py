"""Numbered steps from an empty file to the present tables. A released step is never edited, only followed."""

from mobile.store.migrations import m0001_daily_loop, m0002_letters

STEPS: tuple[tuple[str, ...], ...] = (m0001_daily_loop.STATEMENTS, m0002_letters.STATEMENTS)
