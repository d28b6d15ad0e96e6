"""The phone app."""

import gc

# A start makes tens of thousands of objects that stay: looking through them again and again is a tenth of it.
gc.set_threshold(100_000, 20, 20)
