"""A thin HTTP client: one method per call, each answered by done, refused or later. It decides nothing."""

from __future__ import annotations

import hashlib
from os import SEEK_END
from typing import Any, BinaryIO

from mobile.api.answers import Answer, Body, Done, Later, classify
from mobile.api.beside import BesideCalls
from mobile.api.http import httpx
from mobile.api.line import PREFIX, TOKEN
from mobile.api.own import OwnCalls


class Api(BesideCalls, OwnCalls):
    # Me and my friends
    def get_me(self) -> Answer:
        return self._get("/me")

    def patch_me(self, changes: Body) -> Answer:
        return self._call("PATCH", "/me", changes)

    def put_clock(self, body: Body) -> Answer:
        return self._call("PUT", "/me/clock", body)

    def get_friends(self) -> Answer:
        return self._get("/friends")

    def delete_friend(self, person: str) -> Answer:
        return self._call("DELETE", f"/friends/{person}")

    def put_distance(self, person: str, body: Body) -> Answer:
        return self._call("PUT", f"/friends/{person}/distance", body)

    def put_block(self, person: str) -> Answer:
        return self._call("PUT", f"/blocks/{person}")

    def delete_block(self, person: str) -> Answer:
        return self._call("DELETE", f"/blocks/{person}")

    def post_invite(self) -> Answer:
        return self._call("POST", "/invites")

    def preview_invite(self, token: str) -> Answer:
        return self._get(f"/invites/{token}/preview")

    def accept_invite(self, token: str) -> Answer:
        return self._call("POST", f"/invites/{token}/accept")

    def get_arrivals(self) -> Answer:
        return self._get("/arrivals")

    def answer_arrival(self, person: str, answer: str) -> Answer:
        return self._call("PUT", f"/arrivals/{person}", {"answer": answer})

    # My account
    def get_about(self) -> Answer:
        return self._get("/about")

    def put_terms(self, version: int) -> Answer:
        return self._call("PUT", "/me/terms", {"version": version})

    def get_sessions(self) -> Answer:
        return self._get("/sessions")

    def delete_session(self, session: str) -> Answer:
        return self._call("DELETE", f"/sessions/{session}")

    def delete_other_sessions(self) -> Answer:
        return self._call("DELETE", "/sessions")

    def read_text(self, document: str, version: int) -> str | None:
        """ "terms" or "privacy", as it reads now; None when the server cannot be reached."""
        try:
            response = self._http.get(f"/legal/{document}-{version}")
        except httpx.TransportError:
            return None
        is_text = response.headers.get("content-type", "").startswith("text/plain")
        return response.text if response.is_success and is_text else None

    # Habits and seats
    def put_habit(self, habit: str, body: Body) -> Answer:
        return self._call("PUT", f"/habits/{habit}", body)

    def patch_habit(self, habit: str, changes: Body) -> Answer:
        return self._call("PATCH", f"/habits/{habit}", changes)

    def delete_habit(self, habit: str) -> Answer:
        return self._call("DELETE", f"/habits/{habit}")

    def get_circles(self) -> Answer:
        return self._get("/circles")

    def put_circle(self, circle: str, name: str, members: list[str]) -> Answer:
        return self._call("PUT", f"/circles/{circle}", {"name": name, "members": members})

    def delete_circle(self, circle: str) -> Answer:
        return self._call("DELETE", f"/circles/{circle}")

    def put_habit_circle(self, habit: str, circle: str) -> Answer:
        return self._call("PUT", f"/habits/{habit}/circles/{circle}")

    def delete_habit_circle(self, habit: str, circle: str) -> Answer:
        return self._call("DELETE", f"/habits/{habit}/circles/{circle}")

    def put_season(self, habit: str, number: str, body: Body) -> Answer:
        return self._call("PUT", f"/habits/{habit}/seasons/{number}", body)

    def patch_season(self, habit: str, number: str, body: Body) -> Answer:
        return self._call("PATCH", f"/habits/{habit}/seasons/{number}", body)

    def put_seat(self, habit: str, person: str, role: str) -> Answer:
        return self._call("PUT", f"/habits/{habit}/seats/{person}", {"role": role})

    def delete_seat(self, habit: str, person: str) -> Answer:
        return self._call("DELETE", f"/habits/{habit}/seats/{person}")

    def get_seats(self) -> Answer:
        return self._get("/seats")

    def get_guest_links(self) -> Answer:
        return self._get("/guest-links")

    def post_guest_link(self, habit: str, date: str) -> Answer:
        return self._call("POST", f"/habits/{habit}/days/{date}/guest-links")

    def get_waited_for(self) -> Answer:
        return self._get("/waited-for")

    def put_nudge(self, habit: str, date: str, body: Body) -> Answer:
        return self._call("PUT", f"/habits/{habit}/days/{date}/nudge", body)

    def answer_seat(self, habit: str, body: Body) -> Answer:
        return self._call("PUT", f"/habits/{habit}/seat", body)

    def leave_seat(self, habit: str) -> Answer:
        return self._call("DELETE", f"/habits/{habit}/seat")

    # Days
    def put_photo(self, photo: str, content: bytes, source: str) -> Answer:
        headers = {"Content-Type": "image/jpeg", "X-Content-SHA256": hashlib.sha256(content).hexdigest()}
        path = f"{PREFIX}/photos/{photo}"
        return self.send(
            self._http.build_request("PUT", path, content=content, headers=headers, params={"source": source})
        )

    def put_day(self, habit: str, date: str, body: Body) -> Answer:
        return self._call("PUT", f"/habits/{habit}/days/{date}", body | {"sent_at": self._sent_at()})

    def delete_day(self, habit: str, date: str, captured_at: str) -> Answer:
        params = {"captured_at": captured_at, "sent_at": self._sent_at()}
        return self._call("DELETE", f"/habits/{habit}/days/{date}", None, **params)

    def get_day_photo(self, habit: str, date: str, n: int, size: int) -> Answer:
        path = f"{PREFIX}/habits/{habit}/days/{date}/photos/{n}/{size}"
        return self.send(self._http.build_request("GET", path), binary=True)

    def put_rest(self, rest: str, body: Body) -> Answer:
        return self._call("PUT", f"/rests/{rest}", body)

    def delete_rest(self, rest: str) -> Answer:
        return self._call("DELETE", f"/rests/{rest}")

    # Answers
    def put_look(self, habit: str, date: str) -> Answer:
        return self._call("PUT", f"/habits/{habit}/days/{date}/look")

    def put_reaction(self, habit: str, date: str, kind: str) -> Answer:
        return self._call("PUT", f"/habits/{habit}/days/{date}/reaction", {"kind": kind})

    def delete_reaction(self, habit: str, date: str) -> Answer:
        return self._call("DELETE", f"/habits/{habit}/days/{date}/reaction")

    def put_face(self, habit: str, date: str, photo: str) -> Answer:
        return self._call("PUT", f"/habits/{habit}/days/{date}/face", {"photo": photo})

    def delete_face(self, habit: str, date: str, person: str) -> Answer:
        return self._call("DELETE", f"/habits/{habit}/days/{date}/faces/{person}")

    def get_face(self, habit: str, date: str, person: str, size: int) -> Answer:
        path = f"{PREFIX}/habits/{habit}/days/{date}/faces/{person}/{size}"
        return self.send(self._http.build_request("GET", path), binary=True)

    def put_thanks(self, habit: str, date: str, person: str) -> Answer:
        return self._call("PUT", f"/habits/{habit}/days/{date}/thanks/{person}")

    def put_miss_look(self, miss: str) -> Answer:
        return self._call("PUT", f"/misses/{miss}/look")

    def put_miss_answer(self, miss: str, body: Body) -> Answer:
        return self._call("PUT", f"/misses/{miss}/answer", body)

    # Letters
    def put_blue(self, habit: str, text: str) -> Answer:
        return self._call("PUT", f"/habits/{habit}/blue-letter", {"text": text})

    def delete_blue(self, habit: str) -> Answer:
        return self._call("DELETE", f"/habits/{habit}/blue-letter")

    def get_kept_blue(self, habit: str) -> Answer:
        """The words of a letter I keep for a friend."""
        return self._get(f"/habits/{habit}/blue-letter")

    def get_letters(self, habit: str) -> Answer:
        return self._get(f"/habits/{habit}/letters")

    def answer_letter(self, miss: str, choice: str) -> Answer:
        return self._call("PUT", f"/misses/{miss}/letter", {"choice": choice})

    def get_my_gold(self, habit: str) -> Answer:
        return self._get(f"/habits/{habit}/gold-letter")

    def put_gold(self, habit: str, text: str) -> Answer:
        return self._call("PUT", f"/habits/{habit}/gold-letter", {"text": text})

    def delete_gold(self, habit: str) -> Answer:
        return self._call("DELETE", f"/habits/{habit}/gold-letter")

    def thank_for_letter(self, letter: str) -> Answer:
        return self._call("PUT", f"/gold-letters/{letter}/thanks")

    def put_hard_time(self, rest: str, friend: str | None) -> Answer:
        return self._call("PUT", f"/hard-times/{rest}", {"friend": friend})

    def put_report(self, report: str, body: Body) -> Answer:
        return self._call("PUT", f"/reports/{report}", body)

    # Reading
    def get_today(self, etag: str = "") -> Answer:
        return self._get("/today", etag)

    def get_rounds(self, etag: str = "") -> Answer:
        return self._get("/rounds", etag)

    def get_feed(self, cursor: str = "") -> Answer:
        return self._get("/feed", **({"cursor": cursor} if cursor else {}))

    def get_less(self) -> Answer:
        return self._get("/less")

    def put_less(self, habit: str) -> Answer:
        return self._call("PUT", f"/less/{habit}")

    def delete_less(self, habit: str) -> Answer:
        return self._call("DELETE", f"/less/{habit}")

    def get_notices(self, cursor: str = "") -> Answer:
        return self._get("/notices", **({"cursor": cursor} if cursor else {}))

    def put_notice_read(self, notice: str) -> Answer:
        return self._call("PUT", f"/notices/{notice}/read")

    def get_changes(self, after: str = "") -> Answer:
        return self._get("/changes", **({"after": after} if after else {}))

    # Taking my data along, and leaving
    def put_export(self, export: str) -> Answer:
        return self._call("PUT", f"/exports/{export}")

    def get_exports(self) -> Answer:
        return self._get("/exports")

    def get_export(self, export: str) -> Answer:
        return self._get(f"/exports/{export}")

    def save_export(self, export: str, file: BinaryIO) -> Answer:
        """Write a finished package into an open file, going on behind what the file holds already."""
        had = file.seek(0, SEEK_END)
        headers = {"X-Session-Token": self.token} | ({"Range": f"bytes={had}-"} if had else {})
        try:
            with self._http.stream("GET", f"{PREFIX}/exports/{export}/file", headers=headers) as response:
                if not response.is_success:
                    response.read()
                    return classify(response)
                file.seek(had if response.status_code == httpx.codes.PARTIAL_CONTENT else 0)
                file.truncate()
                for piece in response.iter_bytes():
                    file.write(piece)
        except httpx.TransportError:
            return Later()
        return Done(response.status_code)

    def get_departure(self) -> Answer:
        return self._get("/departure")

    def put_departure(self) -> Answer:
        return self._call("PUT", "/departure", {"leave": True})

    def delete_departure(self) -> Answer:
        return self._call("DELETE", "/departure")

    # Signing in (a session of its own per call until one is chosen)
    # An empty token is none.
    def auth(self, method: str, path: str, body: Body | None = None, token: str = "") -> tuple[int, Body]:  # nosec B107
        """One call of the sign-in API, whose 401 means "not yet". (0, {}) when the server cannot be reached."""
        headers = {"X-Session-Token": token} if token else {}
        request = self._http.build_request(method, f"/api/auth/app/v1{path}", json=body, headers=headers)
        try:
            response = self._http.send(request)
        except httpx.TransportError:
            return 0, {}
        return response.status_code, _object(response)

    def use_token(self, token: str) -> None:
        self._secrets.put(TOKEN, token)


def _object(response: httpx.Response) -> Body:
    try:
        body: Any = response.json()
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}
