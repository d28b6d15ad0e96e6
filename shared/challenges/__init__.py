"""Promises kept together. Each kind is one pure function over its members' days; phone and server agree on it.

A day is a date, and every member lives it on their own wall, by their own zone and day start (`shared.days`). In a
group a day is kept or empty, and nothing else: rested, missed, not due, left behind and hidden look the same.
Everything is counted from the check-ins that stand, each time; nothing is ever added up.
"""
