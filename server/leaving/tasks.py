"""Celery's way into leaving: what is due is done until nothing is."""

from celery import shared_task

from server.leaving.services import erasing, links, making
from shared import clock


@shared_task(name="leaving.do_due_work")
def do_due_work() -> None:
    """Letters first, because somebody waits for them; packing last, because it may take a while."""
    for work in (links.send_links, erasing.work_on_departures, making.work_on_exports):
        while work(now=clock.now()):
            pass
    making.remove_stray_files(now=clock.now())
