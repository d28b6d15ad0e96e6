"""The rows of the people app."""

from server.people.models.circles import Circle, CircleMember
from server.people.models.person import ClockChange, Person, PersonManager, TermsAcceptance
from server.people.models.session import Session
from server.people.models.ties import Arrival, Block, Distance, Friendship, Invite

__all__ = [
    "Arrival",
    "Block",
    "Circle",
    "CircleMember",
    "ClockChange",
    "Distance",
    "Friendship",
    "Invite",
    "Person",
    "PersonManager",
    "Session",
    "TermsAcceptance",
]
