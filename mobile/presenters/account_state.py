"""What the page about the account shows: where one is signed in, one's data to take along, and leaving."""

from dataclasses import dataclass
from enum import StrEnum


class ExportStep(StrEnum):
    NONE = "none"
    PACKING = "packing"
    READY = "ready"
    SAVING = "saving"
    SAVED = "saved"


@dataclass(frozen=True, slots=True)
class SessionView:
    id: str
    device: str
    line: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class AccountState:
    loading: bool = True
    away: bool = False
    """The server can't be reached: nothing here can be told or done."""
    sessions: tuple[SessionView, ...] = ()
    export: ExportStep = ExportStep.NONE
    export_line: str = ""
    can_save: bool = False
    """This machine has a place for files that their person can find."""
    leaving: str = ""
    """When everything is deleted; empty while one stays."""
    can_stay: bool = True
    """Whoever was closed by the hosts can't take it back alone."""
    problem: str = ""
