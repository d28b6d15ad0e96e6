"""A task that meets trouble, for the tests of what is logged."""

from celery import shared_task


@shared_task(name="tests.stumble")
def stumble(said: str) -> None:
    raise RuntimeError(said)
