"""The API's description says what the API does today."""

from tools.schema import SCHEMA, describe


def test_the_committed_schema_is_current():
    assert SCHEMA.read_text() == describe(), "run `make schema` and commit what it writes"
