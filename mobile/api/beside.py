"""The calls about what stands beside a habit: anchors, role models, starting beside."""

from mobile.api.answers import Answer, Body
from mobile.api.line import PREFIX, Line


class BesideCalls(Line):
    def put_anchor(self, habit: str, body: Body) -> Answer:
        return self._call("PUT", f"/habits/{habit}/anchor", body)

    def get_anchor(self, habit: str, n: int, size: int) -> Answer:
        path = f"{PREFIX}/habits/{habit}/anchor/{n}/{size}"
        return self.send(self._http.build_request("GET", path), binary=True)

    def put_role_model(self, habit: str, theirs: str) -> Answer:
        return self._call("PUT", f"/habits/{habit}/role-models/{theirs}")

    def delete_role_model(self, habit: str, theirs: str) -> Answer:
        return self._call("DELETE", f"/habits/{habit}/role-models/{theirs}")

    def start_beside(self, habit: str, body: Body) -> Answer:
        return self._call("PUT", f"/habits/{habit}/beside", body)

    def get_offers(self) -> Answer:
        return self._get("/beside/offers")
