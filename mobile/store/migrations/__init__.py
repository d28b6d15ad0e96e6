"""Numbered steps from an empty file to the present tables. A released step is never edited, only followed."""

from mobile.store.migrations import m0001_daily_loop

STEPS: tuple[tuple[str, ...], ...] = (m0001_daily_loop.STATEMENTS,)
