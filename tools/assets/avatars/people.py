"""The twelve people: who has which skin, hair, clothes and things."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    key: str
    skin: str
    hair: str
    style: str
    clothes: str
    collar: str
    """One of: round, vee, hood, shirt."""
    backdrop: tuple[str, str]
    glasses: bool = False
    beard: bool = False
    freckles: bool = False
    earrings: str = ""


PEOPLE = (
    Person("a0", "#FFD6BA", "#5A3723", "swept", "#6C5CE7", "round", ("#FFE3D0", "#FFBE97")),
    Person("a1", "#F6C29C", "#B04A2F", "bob", "#6E9A2B", "vee", ("#DDF3E6", "#A5DFC1"), freckles=True),
    Person("a2", "#C98A5E", "#1B1412", "curls", "#E84A6F", "round", ("#E9E4FF", "#C1B6FF"), glasses=True),
    Person("a3", "#8D5A3B", "#221611", "bun", "#2F8F6B", "vee", ("#FFEDC2", "#FFD073"), earrings="#FFC84A"),
    Person("a4", "#FFCBA8", "#3A2A22", "waves", "#E9573F", "round", ("#FFDDE6", "#FFAEC3")),
    Person("a5", "#B57A50", "#1E1512", "fringe", "#F0A202", "round", ("#DAF0FC", "#9FD5F5")),
    Person("a6", "#EDB088", "#1C1C24", "short", "#F2704F", "hood", ("#F6E7D8", "#E3C7A8"), beard=True),
    Person("a7", "#6B432B", "#15100E", "topknot", "#2D7DD2", "round", ("#EEF5D2", "#CBE08F"), glasses=True),
    Person("a8", "#FFDCC4", "#D79A34", "ponytail", "#C2497D", "vee", ("#FFE4EF", "#FFB7D3")),
    Person("a9", "#DDA074", "#3D7A78", "scarf", "#2F5F6E", "round", ("#E0F4F2", "#A6DCD6")),
    Person("a10", "#7A4B30", "#181110", "afro", "#D9573A", "hood", ("#FFE6CC", "#FFC08A"), earrings="#F6F0E6"),
    Person("a11", "#F3C6A5", "#9A9CA3", "receding", "#3E5C8A", "shirt", ("#E6ECF7", "#B9C9E6"), beard=True),
)
