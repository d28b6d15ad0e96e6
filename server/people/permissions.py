"""Who may write: whoever has said yes to the terms in force."""

from typing import Any

from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

from server.people.terms import version_in_force
from shared.codes import Code, Refused


class HasAcceptedTerms(BasePermission):
    """Reading is always open. A view with `open_before_terms` is too: saying yes, taking one's data, leaving."""

    def has_permission(self, request: Request, view: Any) -> bool:
        if request.method in SAFE_METHODS or getattr(view, "open_before_terms", False):
            return True
        if request.user.terms_version < version_in_force():
            raise Refused(Code.TERMS_TO_ACCEPT)
        return True
