from hypothesis import HealthCheck, settings

settings.register_profile(
    "rules",
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("rules")
