"""The matrix: one row for each call, saying who is answered what. Whoever is not named finds nothing (404).

Nobody who is shut out is told anything (401). Routes are spelled as the resolver spells them. A text beginning with @
in a body or a query, and every place in a route, is filled from the village; `at` puts another of its places there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.server.access.roles import FRIENDS, GAZING, GROUPED, OWNER, SHUT_OUT, SIGNED_IN
from tests.server.access.shown import SHOWN

HABIT, DAY = "habits/<uuid:habit_id>", "habits/<uuid:habit_id>/days/<str:date>"
SEASON = f"{HABIT}/seasons/<int:number>"
SEAT, PHOTO = f"{HABIT}/seats/<uuid:person_id>", f"{DAY}/photos/<int:n>"
BYTES = f"{PHOTO}/<str:size>"
COMMENT = f"{DAY}/comments/<uuid:comment_id>"
FACE, FACES = f"{DAY}/face", f"{DAY}/faces/<uuid:person_id>"
BLUE, GOLD = f"{HABIT}/blue-letter", f"{HABIT}/gold-letter"
MOMENT = {"sent_at": "@now", "captured_at": "@now"}
PROMISE = {"title": "Mine", "icon": "run", "schedule": {"frequency": "daily", "measure": "tick"}}
REPORT = {"subject": "check_in", "subject_id": "@check_in", "reason": "harm"}


@dataclass(frozen=True, slots=True)
class Row:
    """`idle` are answered as if it were done, and nothing changes. `makes`: an id nobody has yet is not refused.

    `public`: everybody is answered, signed in or not. `tells`: which place of the village stands in the answer to
    whom, so that silence towards others means something.
    """

    method: str
    route: str
    answers: Mapping[str, int]
    body: Mapping[str, Any] | None = None
    query: Mapping[str, str] = field(default_factory=dict)
    at: Mapping[str, str] = field(default_factory=dict)
    idle: tuple[str, ...] = ()
    makes: bool = False
    uploads: bool = False
    public: bool = False
    tells: Mapping[str, str] = field(default_factory=dict)

    def status(self, role: str) -> int:
        return 401 if role in SHUT_OUT and not self.public else self.answers.get(role, 404)

    def changes(self, role: str) -> bool:
        """Whether anything may, and then does, become different."""
        return self.method != "get" and self.status(role) < 400 and role not in self.idle

    @property
    def shown(self) -> frozenset[str] | None:
        """The fields that somebody other than the owner may find in this reading; None where it is not JSON."""
        return SHOWN.get(self.route)

    def __str__(self) -> str:
        return f"{self.method.upper()} {self.route} {dict(self.at) or ''} {self.body or ''}"


def to(status: int, *roles: str) -> dict[str, int]:
    return dict.fromkeys(roles, status)


ALL = to(200, *SIGNED_IN)
MINE = to(200, OWNER)
MINE_DONE = to(204, OWNER)
MINE_MADE = to(201, OWNER)
SEEN = to(200, OWNER, *GAZING)
UNBLOCKED = (*FRIENDS, "unfriended", "stranger", "comember")
BUT_OWNER = tuple(role for role in SIGNED_IN if role != OWNER)


def _but(*roles: str) -> tuple[str, ...]:
    return tuple(role for role in SIGNED_IN if role not in roles)


KEPT_AWAY = {"muted": True, "restricted": True}
PEOPLE = (
    Row("get", "me", ALL, tells={role: role for role in SIGNED_IN}),
    Row("patch", "me", ALL, {"grace_minutes": 300}),
    Row("get", "about", to(200, *SIGNED_IN, *SHUT_OUT), public=True),
    Row("put", "me/terms", ALL, {"version": 1}, idle=SIGNED_IN),
    Row("get", "sessions", ALL, tells={OWNER: "session_id"}),
    # Each is signed in on one device only, and whose it is does not show.
    Row("delete", "sessions", to(204, *SIGNED_IN), idle=SIGNED_IN),
    Row("delete", "sessions/<uuid:session_id>", to(204, *SIGNED_IN), idle=BUT_OWNER),
    Row("put", "me/clock", ALL, {"zone": "Asia/Tokyo"}),
    Row("get", "friends", ALL, tells={OWNER: "witness", **dict.fromkeys(FRIENDS, "owner")}),
    Row("delete", "friends/<uuid:person_id>", to(204, *SIGNED_IN), at={"person_id": "owner"}, idle=_but(*FRIENDS)),
    Row("delete", "friends/<uuid:person_id>", to(204, *SIGNED_IN), at={"person_id": "witness"}, idle=BUT_OWNER),
    Row("put", "friends/<uuid:person_id>/distance", to(204, *FRIENDS), KEPT_AWAY, at={"person_id": "owner"}),
    Row("put", "friends/<uuid:person_id>/distance", MINE_DONE, KEPT_AWAY, at={"person_id": "witness"}),
    Row("put", "friends/<uuid:person_id>/own-words", to(204, *FRIENDS), {"allowed": True}, at={"person_id": "owner"}),
    Row("put", "friends/<uuid:person_id>/own-words", MINE_DONE, {"allowed": False}, at={"person_id": "witness"}),
    Row("put", "friends/<uuid:person_id>/own-words", MINE_DONE, {"allowed": True}, at={"person_id": "witness"},
        idle=(OWNER,)),
    Row("get", "invites", ALL, tells={OWNER: "invite_id"}),
    Row("post", "invites", to(201, *SIGNED_IN)),
    Row("delete", "invites/<uuid:invite_id>", MINE_DONE),
    # A link is for whoever holds it, as long as no block stands between the two.
    Row(
        "get", "invites/<str:token>/preview", to(200, *UNBLOCKED) | to(409, OWNER),
        tells=dict.fromkeys(UNBLOCKED, "owner"),
    ),
    Row("post", "invites/<str:token>/accept", to(200, *UNBLOCKED) | to(409, OWNER)),
    Row("get", "arrivals", ALL, tells={OWNER: "newcomer"}),
    Row("put", "arrivals/<uuid:person_id>", MINE_DONE, {"answer": "yes"}, at={"person_id": "newcomer"}),
    Row("put", "arrivals/<uuid:person_id>", MINE_DONE, {"answer": "no"}, at={"person_id": "newcomer"}),
    Row("put", "arrivals/<uuid:person_id>", {}, {"answer": "yes"}, at={"person_id": "stranger"}),
    Row("get", "circles", ALL, tells={OWNER: "circle_id"}),
    Row("put", "circles/<uuid:circle_id>", MINE, {"name": "Mine", "members": []}, makes=True),
    Row("put", "circles/<uuid:circle_id>", to(201, *SIGNED_IN), {"name": "Mine", "members": []},
        at={"circle_id": "new"}),
    Row("delete", "circles/<uuid:circle_id>", to(204, *SIGNED_IN), idle=BUT_OWNER),
    Row("get", "blocks", ALL, tells={OWNER: "blocked"}),
    Row("put", "blocks/<uuid:person_id>", to(204, *BUT_OWNER), at={"person_id": "owner"}),
    Row("delete", "blocks/<uuid:person_id>", to(204, *SIGNED_IN), at={"person_id": "owner"}, idle=SIGNED_IN),
    Row("delete", "blocks/<uuid:person_id>", to(204, *SIGNED_IN), at={"person_id": "blocked"}, idle=BUT_OWNER),
)  # fmt: skip
PROMISES = (
    Row("get", "habits", ALL, tells={OWNER: "habit_id"}),
    Row("get", HABIT, SEEN, tells=dict.fromkeys((OWNER, *GAZING), "habit_id")),
    Row("put", HABIT, MINE, PROMISE, makes=True),
    Row("put", HABIT, to(201, *SIGNED_IN), PROMISE, at={"habit_id": "new"}),
    Row("patch", HABIT, MINE, {"title": "Mine"}),
    Row("delete", HABIT, MINE_DONE),
    Row("get", f"{HABIT}/calendar", MINE),
    Row("put", f"{HABIT}/circles/<uuid:circle_id>", MINE_DONE, at={"habit_id": "other_habit"}),
    Row("put", f"{HABIT}/circles/<uuid:circle_id>", MINE_DONE, idle=(OWNER,)),
    Row("delete", f"{HABIT}/circles/<uuid:circle_id>", MINE_DONE),
    Row("put", SEASON, MINE, {"witnesses": [], "gallery": []}, idle=(OWNER,)),
    Row("put", SEASON, to(422, OWNER), {"witnesses": [], "gallery": []}, at={"number": "next_season"}),
    Row("patch", SEASON, MINE, {"choice": "in_earnest"}, idle=(OWNER,)),
    Row("patch", SEASON, to(422, OWNER), {"choice": "done"}),
    Row("put", SEAT, MINE_DONE, {"role": "witness"}, at={"person_id": "friend"}),
    Row("put", SEAT, {}, {"role": "witness"}, at={"person_id": "stranger"}),
    Row("put", SEAT, {}, {"role": "witness"}, at={"person_id": "unfriended"}),
    Row("put", SEAT, {}, {"role": "gallery"}, at={"person_id": "blocked"}),
    Row("put", SEAT, {}, {"role": "gallery"}, at={"person_id": "suspended"}),
    Row("delete", SEAT, MINE_DONE, at={"person_id": "witness"}),
    Row("get", "waited-for", ALL),
    Row("post", f"{DAY}/guest-links", to(201, OWNER)),
    Row("get", "guest-links", ALL, tells={OWNER: "guest_link"}),
    Row("delete", "guest-links/<uuid:link_id>", MINE_DONE, at={"link_id": "guest_link"}),
    Row("put", f"{DAY}/nudge", to(409, "witness"), {"preset": "with_you"}),
    Row("put", f"{DAY}/nudge", to(409, "witness"), {"preset": "with_you", "photo": "@new"}),
    # Nobody nudged on a day that is there already; see tests/server/nudges for those who did.
    Row("get", f"{DAY}/nudges/<uuid:person_id>/<str:size>", {}, at={"person_id": "witness", "size": "small"}),
    Row("delete", f"{DAY}/nudges/<uuid:person_id>", {}, at={"person_id": "witness"}),
    Row("get", "seats", ALL, tells=dict.fromkeys(("witness", "gallery", "invited"), "habit_id")),
    Row("put", f"{HABIT}/seat", to(204, *GAZING, "invited"), {"answer": "accept"}, idle=GAZING),
    Row("put", f"{HABIT}/seat", to(204, *GAZING, "invited"), {"answer": "cheer"}, idle=("gallery",)),
    Row("put", f"{HABIT}/seat", to(204, *GAZING, "invited"), {"answer": "decline"}),
    # The seats of the unfriended and the blocked are empty already, and the relay has yet to take them away.
    Row(
        "delete", f"{HABIT}/seat", to(204, *SIGNED_IN),
        idle=_but("witness", "gallery", "invited", "unfriended", "blocked"),
    ),
    Row("put", "rests/<uuid:rest_id>", MINE, {"habit": "@habit_id", "first": "2026-03-09", "last": "2026-03-15"}),
    Row("put", "rests/<uuid:rest_id>", to(409, OWNER), {"habit": None, "first": "@date", "last": None}, makes=True),
    Row("put", "rests/<uuid:rest_id>", to(201, OWNER), {"habit": "@habit_id", "first": "@date", "last": None},
        at={"rest_id": "new"}),
    Row("put", "rests/<uuid:rest_id>", to(201, *SIGNED_IN), {"habit": None, "first": "@date", "last": None},
        at={"rest_id": "new"}),
    Row("delete", "rests/<uuid:rest_id>", MINE_DONE, idle=(OWNER,)),
)  # fmt: skip
DAYS = (
    Row("get", DAY, SEEN, tells=dict.fromkeys((OWNER, *GAZING), "check_in")),
    Row("put", DAY, MINE, {**MOMENT, "zone": "Europe/Berlin", "caption": "Mine", "photos": []}),
    Row("patch", DAY, MINE, {**MOMENT, "caption": "Mine"}),
    Row("delete", DAY, MINE, query={"captured_at": "@now"}),
    Row("get", "photos/<uuid:photo_id>", MINE, tells={OWNER: "photo_id"}),
    Row("put", "photos/<uuid:photo_id>", MINE, uploads=True, makes=True, idle=(OWNER,)),
    Row("put", "photos/<uuid:photo_id>", ALL, uploads=True, at={"photo_id": "new"}),
    Row("get", BYTES, SEEN, at={"size": "large"}),
    Row("get", BYTES, SEEN, at={"size": "small"}),
    Row("delete", PHOTO, MINE),
)
ANSWERS = (
    Row("put", f"{DAY}/look", to(204, *GAZING), {}, idle=("witness",)),
    Row("put", f"{DAY}/reaction", to(200, *GAZING), {"kind": "fire"}),
    Row("delete", f"{DAY}/reaction", to(204, *GAZING), idle=("gallery",)),
    Row("put", FACE, to(204, "witness") | to(422, "gallery"), {"photo": "@picture"}, idle=("witness",)),
    Row("put", FACE, to(422, *GAZING), {"photo": "@photo_id"}),
    Row("get", f"{FACES}/<str:size>", to(200, OWNER, "witness"), at={"person_id": "witness", "size": "small"}),
    Row("get", f"{FACES}/<str:size>", {}, at={"person_id": "gallery", "size": "small"}),
    Row("delete", FACES, to(204, OWNER, "witness"), at={"person_id": "witness"}),
    Row("put", f"{DAY}/thanks/<uuid:person_id>", MINE_DONE, {}, at={"person_id": "witness"}),
    Row("put", "misses/<uuid:miss_id>/look", to(204, "witness"), {}),
    Row("put", "misses/<uuid:miss_id>/answer", to(200, "witness"), {"kind": "cheer", "preset": "hug"}),
    Row("put", "misses/<uuid:miss_id>/answer", to(200, "witness"), {"kind": "let_go"}),
    Row("put", "misses/<uuid:miss_id>/answer", to(200, "witness"),
        {"kind": "cheer", "preset": "hug", "words": "Take a walk"}),
    # Nobody has cheered yet; see tests/server/responses for those who did.
    Row("get", "misses/<uuid:miss_id>/faces/<uuid:person_id>/<str:size>", {},
        at={"person_id": "witness", "size": "small"}),
    Row("delete", "misses/<uuid:miss_id>/faces/<uuid:person_id>", {}, at={"person_id": "witness"}),
    Row("get", f"{DAY}/comments", SEEN, tells=dict.fromkeys((OWNER, "witness"), "comment_words")),
    Row("put", COMMENT, to(204, "witness") | to(409, "gallery"), {"text": "Well done"}, at={"comment_id": "new"}),
    Row("put", COMMENT, to(204, "witness") | to(409, "gallery"), {"text": "Other words"}, makes=True),
    Row("delete", COMMENT, to(204, OWNER, "witness")),
    Row("put", "reports/<uuid:report_id>", MINE_MADE,
        {"subject": "comment", "subject_id": "@comment_id", "reason": "harm"}, at={"report_id": "new"}),
    Row("put", "reports/<uuid:report_id>", MINE_MADE,
        {"subject": "face", "subject_id": "@picture", "reason": "harm"}, at={"report_id": "new"}),
    Row("put", "reports/<uuid:report_id>", to(201, *GAZING, "comember"), REPORT, at={"report_id": "new"}),
    Row("put", "reports/<uuid:report_id>", to(200, "witness"), REPORT, makes=True, idle=("witness",)),
    Row("put", "reports/<uuid:report_id>", to(201, *FRIENDS, *GROUPED),
        {"subject": "person", "subject_id": "@owner", "reason": "harm"}, at={"report_id": "new"}),
)  # fmt: skip
ANCHOR, MODELS = f"{HABIT}/anchor", f"{HABIT}/role-models/<uuid:model_id>"
FRAME = f"{ANCHOR}/<int:n>/<str:size>"
THEIRS = {"habit": "@habit_id", "date": "@date"}
BESIDE = (
    Row("put", ANCHOR, MINE, {"kind": "yesterday"}),
    Row("put", ANCHOR, MINE, {"kind": "day_one"}),
    Row("put", ANCHOR, MINE, {"kind": "check_in", **THEIRS}),
    Row("put", ANCHOR, MINE, {"kind": "day_one"}, at={"habit_id": "other_habit"}, idle=(OWNER,)),
    Row("get", FRAME, SEEN, at={"n": "frame", "size": "small"}),
    Row("get", FRAME, {}, at={"n": "frame_after", "size": "small"}),
    Row("get", FRAME, {}, at={"habit_id": "other_habit", "n": "frame", "size": "small"}),
    # Nobody here keeps a promise of their own for Ana's to stand beside; test_role_models tells of those who do.
    Row("put", MODELS, {}, at={"model_id": "other_habit"}),
    Row("delete", MODELS, MINE_DONE, at={"model_id": "other_habit"}, idle=(OWNER,)),
    Row("put", "reports/<uuid:report_id>", to(201, *GAZING),
        {"subject": "anchor", "subject_id": "@anchor", "reason": "harm"}, at={"report_id": "new"}),
    Row("put", f"{HABIT}/beside", to(201, *GAZING), THEIRS, at={"habit_id": "new"}),
    Row("put", f"{HABIT}/beside", MINE, THEIRS, idle=(OWNER,)),
    Row("get", "beside/offers", ALL),
)  # fmt: skip
LETTERS = (
    Row("get", BLUE, to(200, OWNER, "witness"), tells={"witness": "blue_words"}),
    Row("put", BLUE, MINE, {"text": "Other words"}),
    Row("delete", BLUE, MINE_DONE),
    # A day of the other habit is open still.
    Row("put", BLUE, to(409, OWNER), {"text": "Other words"}, at={"habit_id": "other_habit"}),
    Row("delete", BLUE, to(409, OWNER), at={"habit_id": "other_habit"}),
    Row("get", "misses/<uuid:miss_id>/letter", MINE, tells={OWNER: "miss_id"}),
    Row("put", "misses/<uuid:miss_id>/letter", to(409, OWNER), {"choice": "open"}),
    Row("get", GOLD, to(200, "witness"), tells={"witness": "gold_words"}),
    Row("put", GOLD, to(200, "witness"), {"text": "Other words"}),
    Row("delete", GOLD, to(204, "witness")),
    Row("get", f"{HABIT}/letters", MINE),
    # Sealed still: there is nothing to thank for, and nobody learns that there will be.
    Row("put", "gold-letters/<uuid:letter_id>/thanks", {}, {}, at={"letter_id": "gold_letter"}),
    Row("put", f"{HABIT}/seat", to(204, *GAZING, "invited"), {"answer": "accept", "keeps_letter": False},
        idle=("gallery",)),
    Row("put", "reports/<uuid:report_id>", {}, {"subject": "letter", "subject_id": "@gold_letter", "reason": "harm"},
        at={"report_id": "new"}),
    Row("put", "hard-times/<uuid:rest_id>", to(409, OWNER), {"friend": None}, makes=True),
    Row("put", "hard-times/<uuid:rest_id>", to(200, *SIGNED_IN), {"friend": None}, at={"rest_id": "new"}),
    Row("put", "hard-times/<uuid:rest_id>", to(200, *FRIENDS), {"friend": "@owner"}, at={"rest_id": "new"}),
)  # fmt: skip
GROUP, IN_IT = "challenges/<uuid:challenge_id>", (OWNER, *GROUPED)
MEMBER = f"{GROUP}/members/<uuid:person_id>"
LINK, HOLDERS = "challenge-links/<str:token>", (OWNER, *UNBLOCKED)
TOGETHER = {"kind": "duet", "title": "Mine", "starts_on": "@date", "ends_on": "@date", "habit": "@new"}
CHALLENGES = (
    Row("get", "challenges", ALL, tells=dict.fromkeys((*IN_IT, "friend"), "challenge_id")),
    Row("get", GROUP, to(200, *IN_IT), tells={OWNER: "check_in", "comember": "check_in"}),
    Row("put", GROUP, MINE, TOGETHER, makes=True, idle=(OWNER,)),
    Row("put", GROUP, to(201, *SIGNED_IN), TOGETHER, at={"challenge_id": "new"}),
    Row("patch", GROUP, MINE, {"title": "Mine"}),
    Row("put", f"{GROUP}/forks/<uuid:new_id>", to(201, *IN_IT), {"starts_on": "@date", "habit": "@new"},
        at={"new_id": "new"}),
    Row("get", f"{GROUP}/days/<str:date>", to(200, *IN_IT), tells={OWNER: "check_in", "comember": "check_in"}),
    Row("put", f"{GROUP}/membership", to(200, "friend") | to(409, *IN_IT), {"habit": "@new"}),
    Row("put", f"{GROUP}/membership", MINE | to(409, *GROUPED), {"habit": "@habit_id"}, idle=(OWNER,)),
    Row("delete", f"{GROUP}/membership", to(204, *IN_IT)),
    Row("delete", f"{GROUP}/invitation", to(204, "friend")),
    Row("put", f"{GROUP}/asked/<uuid:person_id>", MINE, at={"person_id": "gallery"}),
    Row("put", f"{GROUP}/asked/<uuid:person_id>", MINE, at={"person_id": "friend"}, idle=(OWNER,)),
    Row("put", f"{GROUP}/asked/<uuid:person_id>", {}, at={"person_id": "stranger"}),
    Row("post", f"{GROUP}/links", to(201, *IN_IT)),
    Row("delete", f"{GROUP}/invitations/<uuid:invitation_id>", MINE_DONE, at={"invitation_id": "group_link"}),
    Row("delete", MEMBER, MINE_DONE, at={"person_id": "comember"}),
    Row("delete", MEMBER, {}, at={"person_id": "owner"}),
    # No chain; tests/server/challenges tell of those.
    Row("put", f"{MEMBER}/carries/<str:date>", {}, at={"person_id": "comember"}),
    Row("get", f"{MEMBER}/days/<str:date>/photos/<int:n>/<str:size>", to(200, OWNER, "comember"),
        at={"person_id": "owner", "size": "small"}),
    # A link is for whoever holds it, as long as no block stands between the two.
    Row("get", LINK, to(200, *HOLDERS), at={"token": "group_token"}, tells=dict.fromkeys(HOLDERS, "challenge_id")),
    Row("put", f"{LINK}/membership", to(200, *UNBLOCKED) | to(409, OWNER, "comember"), {"habit": "@new"},
        at={"token": "group_token"}),
)  # fmt: skip
OFFER, GIFT = f"{GROUP}/offers/<uuid:offer_id>", f"{GROUP}/gifts/<uuid:gift_id>"
COINS = (
    Row("get", f"{GROUP}/coins", to(200, *IN_IT), tells=dict.fromkeys((OWNER, "comember"), "offer_words")),
    Row("put", f"{GROUP}/coins", MINE_DONE, {"on": False}),
    Row("put", "me/coins", to(204, *SIGNED_IN), {"on": False}),
    Row("put", GIFT, to(204, "comember") | to(409, OWNER), {"person": "@owner", "coins": 1}, at={"gift_id": "new"}),
    Row("put", GIFT, {}, {"person": "@stranger", "coins": 1}, at={"gift_id": "new"}),
    Row("put", OFFER, to(204, *IN_IT), {"title": "Soup", "price": 1}, at={"offer_id": "new"}),
    Row("delete", OFFER, MINE_DONE),
    Row("put", f"{OFFER}/takes/<uuid:take_id>", to(409, OWNER, "comember"), at={"take_id": "new"}),
)  # fmt: skip
READING = (
    Row("get", "today", ALL, tells={OWNER: "habit_id"}),
    Row("get", "rounds", ALL, tells={"witness": "miss_id", "gallery": "check_in"}),
    Row("get", "feed", ALL, tells=dict.fromkeys(GAZING, "check_in")),
    # These asked for less, and all but one of them may not see the habit any more.
    Row("get", "less", ALL, tells={"gallery": "habit_id"}),
    Row("put", "less/<uuid:habit_id>", to(204, *GAZING), idle=("gallery",)),
    Row(
        "delete",
        "less/<uuid:habit_id>",
        to(204, *SIGNED_IN),
        idle=_but("gallery", "left", "removed", "unfriended", "blocked"),
    ),
    Row("get", "changes", ALL, tells={OWNER: "rest_id"}),
    Row("get", "changes", ALL, query={"after": "0"}, tells={OWNER: "miss_id"}),
    Row("get", "notices", ALL, tells={OWNER: "notice_id", "witness": "owner", "invited": "owner"}),
    Row("put", "notices/<uuid:notice_id>/read", MINE_DONE, {}),
)
LEAVING = (
    Row("get", "exports", ALL, tells={OWNER: "export_id"}),
    Row("get", "exports/<uuid:export_id>", MINE, tells={OWNER: "export_id"}),
    Row("put", "exports/<uuid:export_id>", to(201, *SIGNED_IN), at={"export_id": "new"}),
    Row("put", "exports/<uuid:export_id>", MINE, makes=True, idle=(OWNER,)),
    Row("get", "exports/<uuid:export_id>/file", MINE),
    Row("get", "departure", ALL),
    Row("put", "departure", ALL, {"leave": True}),
    Row("delete", "departure", to(204, *SIGNED_IN), idle=SIGNED_IN),
)
ROWS = (*PEOPLE, *PROMISES, *DAYS, *ANSWERS, *BESIDE, *LETTERS, *CHALLENGES, *COINS, *READING, *LEAVING)
