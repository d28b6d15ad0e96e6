"""What people do about their own account beside signing in: a second factor, codes on paper, another address.

Each answers (status, body) as the sign-in API speaks: 401 asks for the second factor once more (`confirm`).
"""

from mobile.api.answers import Body
from mobile.api.client import Api

Spoken = tuple[int, Body]
_TOTP = "/account/authenticators/totp"
_PAPER = "/account/authenticators/recovery-codes"


class Account:
    """Speaks with the token of whoever is signed in, and keeps a new one when the server hands one out."""

    def __init__(self, api: Api) -> None:
        self._api = api

    def offer_second_factor(self) -> Spoken:
        """404 with a fresh secret in `meta` while there is none; 200 when there is one already."""
        return self._ask("GET", _TOTP)

    def add_second_factor(self, code: str) -> Spoken:
        return self._ask("POST", _TOTP, {"code": code})

    def remove_second_factor(self) -> Spoken:
        return self._ask("DELETE", _TOTP)

    def codes_on_paper(self) -> Spoken:
        return self._ask("GET", _PAPER)

    def new_codes_on_paper(self) -> Spoken:
        return self._ask("POST", _PAPER)

    def confirm(self, code: str) -> Spoken:
        """Give the second factor once more before something weighty."""
        return self._ask("POST", "/auth/2fa/reauthenticate", {"code": code})

    def change_email(self, email: str) -> Spoken:
        """Mails a code to the new address; the old one counts until that is typed."""
        return self._ask("POST", "/account/email", {"email": email})

    def prove_email(self, code: str) -> Spoken:
        return self._ask("POST", "/auth/email/verify", {"key": code})

    def _ask(self, method: str, path: str, body: Body | None = None) -> Spoken:
        status, answer = self._api.auth(method, path, body, self._api.token)
        fresh = (answer.get("meta") or {}).get("session_token")
        if fresh:
            self._api.use_token(str(fresh))
        return status, answer
