"""The admin site: every page asks for a second factor that is still the account's, and for no foreign content."""

from collections.abc import Callable
from math import ceil
from typing import Any

from csp.constants import NONE, SELF
from csp.decorators import csp_replace
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator

from server.kernel.allowances import give_back, spend
from server.people.networks import network_of
from server.people.services.second_factor import still_holds
from server.project.admin.forms import TwoKeys
from shared import clock, limits
from shared.codes import Refused

PAGES = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF],
    "font-src": [SELF],
    "connect-src": [SELF],
    "form-action": [SELF],
}
FACTOR = "second_factor"
"""What the session remembers: which factor opened it."""
TRIES = "admin"
View = Callable[..., HttpResponse]


class Desk(AdminSite):
    site_title = site_header = "Kith"
    login_form = TwoKeys
    login_template = "desk/login.html"

    def has_permission(self, request: HttpRequest) -> bool:
        """Staff, active, and by a second factor that was not replaced since."""
        return super().has_permission(request) and still_holds(request.user, request.session.get(FACTOR))

    def admin_view(self, view: View, cacheable: bool = False) -> View:
        guarded: View = csp_replace(PAGES)(super().admin_view(view, cacheable))
        return guarded

    @method_decorator(csp_replace(PAGES))
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Tries are counted by network; beyond the bound even the right keys wait."""
        if request.method == "POST":
            try:
                spend(TRIES, network_of(request), rate=limits.ADMIN_TRIES, now=clock.now())
            except Refused as refusal:
                return _wait(refusal)
        answer: HttpResponse = super().login(request, extra_context)
        if factor := getattr(request.user, "passed_factor", None):
            request.session[FACTOR] = factor
            give_back(TRIES, network_of(request))
        return answer


def _wait(refusal: Refused) -> HttpResponse:
    seconds = ceil(refusal.wait.total_seconds()) if refusal.wait else 0
    text = "Too many tries. Please wait a quarter of an hour."
    return HttpResponse(text, status=429, content_type="text/plain", headers={"Retry-After": str(seconds)})
