"""One's account: where one is signed in, one's data to take along, leaving. All of it is asked of the server."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from mobile.api.answers import Answer, Body, Done, Refused
from mobile.presenters import account_copy, copy
from mobile.presenters.account_state import AccountState, ExportStep, SessionView
from mobile.presenters.base import Phone, Presenter
from mobile.store import instants
from shared.ids import uuid7
from shared.languages import say

_PAGE = "/leave"
"""Where the same is done in a browser."""
_WAITING, _READY, _EXPIRED = "waiting", "ready", "expired"


class AccountPresenter(Presenter[AccountState]):
    def __init__(self, phone: Phone) -> None:
        super().__init__(phone, AccountState(can_save=phone.device.downloads is not None))
        self._export: Body = {}

    def open(self) -> None:
        """Ask for everything anew."""
        self._export = {}
        self._show(AccountState(can_save=self.state.can_save))
        self.phone.run(self._load)

    def look(self) -> None:
        """While something is being packed: how far is it?"""
        if self.state.export is ExportStep.PACKING:
            self.phone.run(self._load_exports)

    def _load(self) -> None:
        api = self.phone.api
        sessions, departure = api.get_sessions(), api.get_departure()
        if not isinstance(sessions, Done) or not isinstance(departure, Done):
            self._change(loading=False, away=True)
            return
        self._change(
            loading=False,
            away=False,
            sessions=tuple(self._session(row) for row in sessions.body["items"]),
            **self._departure(departure.body),
        )
        self._load_exports()

    def _session(self, row: Body) -> SessionView:
        today = self.phone.clock.now().date()
        began = self._local(row["began_at"]).date() if row["began_at"] else None
        used = date.fromisoformat(row["used_on"]) if row["used_on"] else None
        return SessionView(row["id"], row["device"], account_copy.began(began, used, today), row["current"])

    def _local(self, instant: str) -> datetime:
        return instants.from_text(instant).astimezone(ZoneInfo(self.phone.zone()))

    # Sessions
    def end(self, session_id: str) -> None:
        self._ask(lambda: self.phone.api.delete_session(session_id))

    def end_others(self) -> None:
        self._ask(self.phone.api.delete_other_sessions)

    def _ask(self, ask: Callable[[], Answer]) -> None:
        """Do it, then say how everything stands now; or why not."""
        self._change(problem="")

        def run() -> None:
            answer = ask()
            if isinstance(answer, Done):
                self._load()
            else:
                self._change(problem=answer.detail if isinstance(answer, Refused) else say(copy.NO_SERVER))

        self.phone.run(run)

    # Data to take along
    def pack(self) -> None:
        self._ask(lambda: self.phone.api.put_export(str(uuid7())))

    def save(self) -> None:
        """Into the folder this machine has for such files."""
        folder, export = self.phone.device.downloads, self._export
        if folder is None or self.state.export is not ExportStep.READY:
            return
        self._change(export=ExportStep.SAVING, export_line=say(account_copy.SAVING), problem="")
        self.phone.run(lambda: self._save(folder, export))

    def _save(self, folder: Path, export: Body) -> None:
        name = f"kith-{self._local(export['ready_at']).date()}.zip"
        part = folder / f"{name}.part"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with part.open("a+b") as file:
                answer = self.phone.api.save_export(export["id"], file)
            if isinstance(answer, Done):
                part.replace(folder / name)
        except OSError:
            self._change(problem=say(account_copy.NOT_SAVED), **self._packed())
            return
        if isinstance(answer, Done):
            self._change(export=ExportStep.SAVED, export_line=say(account_copy.SAVED, name=name))
        else:
            self._change(problem=say(copy.NO_SERVER), **self._packed())

    def _load_exports(self) -> None:
        answer = self.phone.api.get_exports()
        if not isinstance(answer, Done):
            return
        newest = next(iter(answer.body["items"]), None)
        if newest is not None and newest["state"] == _WAITING:
            told = self.phone.api.get_export(newest["id"])
            newest = told.body if isinstance(told, Done) else newest
        self._export = newest or {}
        self._change(**self._packed())

    def _packed(self) -> dict[str, object]:
        export = self._export
        if not export or export["state"] == _EXPIRED:
            return {"export": ExportStep.NONE, "export_line": ""}
        if export["state"] == _WAITING:
            return {"export": ExportStep.PACKING, "export_line": say(account_copy.PACKING)}
        if export["state"] != _READY:
            return {"export": ExportStep.NONE, "export_line": say(account_copy.ENDED)}
        line = account_copy.ready(export["size"], self._local(export["expires_at"]))
        if not self.state.can_save:
            line = say(account_copy.BROWSER, address=f"{self.phone.api.base_url}{_PAGE}")
        return {"export": ExportStep.READY, "export_line": line}

    # Leaving
    def leave(self) -> None:
        self._ask(self.phone.api.put_departure)

    def stay(self) -> None:
        self._ask(self.phone.api.delete_departure)

    def _departure(self, body: Body) -> dict[str, object]:
        if not body["leaving"]:
            return {"leaving": "", "can_stay": True}
        ends_at = body["ends_at"]
        by_host = bool(body["by_host"])
        line = say(account_copy.BY_HOST) if by_host else account_copy.leaving(self._local(ends_at))
        return {"leaving": line, "can_stay": not by_host}
