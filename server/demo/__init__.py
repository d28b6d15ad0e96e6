"""A Kith full of people, for whoever has just cloned it. Nothing here runs in a real deployment."""
