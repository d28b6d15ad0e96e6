"""What Prometheus may ask: how requests went, and how the work stands at the moment of asking."""

import time
from collections.abc import Callable, Iterator

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from prometheus_client import CollectorRegistry, Histogram, ProcessCollector
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from server.operations.readiness import check_readiness
from shared import clock

Answer = Callable[[HttpRequest], HttpResponse]
METHODS = {"GET", "HEAD", "PUT", "POST", "PATCH", "DELETE", "OPTIONS"}
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0)
REGISTRY = CollectorRegistry()
REQUESTS = Histogram(
    "kith_request_seconds", "Time to answer, by route as the code spells it: no id, no token, no name.",
    ["method", "route", "status"], buckets=BUCKETS, registry=REGISTRY,
)  # fmt: skip


def time_requests(answer: Answer) -> Answer:
    """Middleware. Sending a photo is one route, so its decoding is measured with it."""
    if not settings.METRICS_TOKEN:
        raise MiddlewareNotUsed

    def timed(request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        response = answer(request)
        method = request.method if request.method in METHODS else "other"
        REQUESTS.labels(method, _route(request), response.status_code).observe(time.perf_counter() - started)
        return response

    return timed


def _route(request: HttpRequest) -> str:
    match = request.resolver_match
    return match.route if match else "none"


class WorkCollector(Collector):
    """The readiness checks as gauges, read anew at each scrape."""

    def describe(self) -> list[Metric]:
        return []

    def collect(self) -> Iterator[Metric]:
        ok = GaugeMetricFamily("kith_check_ok", "1 while a readiness check is content.", labels=["check"])
        numbers: dict[str, GaugeMetricFamily] = {}
        for check in check_readiness(now=clock.now()):
            ok.add_metric([check.name], float(check.ok))
            for name, value in check.numbers.items():
                family = numbers.setdefault(name, GaugeMetricFamily(f"kith_{name}", _ABOUT[name], labels=["check"]))
                family.add_metric([check.name], float(value))
        yield ok
        yield from numbers.values()


_ABOUT = {
    "due": "Rows of work that are due.",
    "overdue_seconds": "How long the most overdue row has been due.",
    "retrying": "Rows that were tried and put off.",
    "oldest_seconds": "Age of the oldest row due or put off.",
    "silent_seconds": "Since the sweep last ran.",
    "free_bytes": "Room left where photos lie.",
}
REGISTRY.register(WorkCollector())
ProcessCollector(registry=REGISTRY)
