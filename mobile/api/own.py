"""The calls about words and faces of one's own: comments, who may write, and the faces in cheers and nudges."""

from mobile.api.answers import Answer, Body
from mobile.api.line import PREFIX, Line


class OwnCalls(Line):
    def put_own_words(self, person: str, body: Body) -> Answer:
        return self._call("PUT", f"/friends/{person}/own-words", body)

    def put_comment(self, habit: str, date: str, comment: str, text: str) -> Answer:
        return self._call("PUT", f"/habits/{habit}/days/{date}/comments/{comment}", {"text": text})

    def delete_comment(self, habit: str, date: str, comment: str) -> Answer:
        return self._call("DELETE", f"/habits/{habit}/days/{date}/comments/{comment}")

    def get_miss_face(self, miss: str, person: str, size: int) -> Answer:
        return self._face(f"/misses/{miss}/faces/{person}/{size}")

    def delete_miss_face(self, miss: str, person: str) -> Answer:
        return self._call("DELETE", f"/misses/{miss}/faces/{person}")

    def get_nudge_face(self, habit: str, date: str, person: str, size: int) -> Answer:
        return self._face(f"/habits/{habit}/days/{date}/nudges/{person}/{size}")

    def delete_nudge_face(self, habit: str, date: str, person: str) -> Answer:
        return self._call("DELETE", f"/habits/{habit}/days/{date}/nudges/{person}")

    def _face(self, path: str) -> Answer:
        return self.send(self._http.build_request("GET", PREFIX + path), binary=True)
