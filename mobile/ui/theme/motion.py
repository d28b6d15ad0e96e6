"""How long things take, in seconds. Motion means something: a press, a sheet, a face that turns, weather that changes.

Where *Things that move* is off, nothing plays by itself; these stay, because they answer a finger or show a change.
"""

PRESS, RELEASE = 0.06, 0.18
"""A button under the finger, and let go."""
SHEET = 0.18
"""A sheet's shade."""
TURN = 0.55
"""A face that turns because its person did something."""
SWELL, SETTLE = 0.22, 0.4
"""It swells a little meanwhile, and settles."""
WEATHER = 0.9
"""The scene from one mood to another."""
