"""What Kith is held against: plain code a good engineer would ship, with nothing of Kith in it."""
