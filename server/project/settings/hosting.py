"""What only whoever runs this Kith needs: monitoring, and where the processes show that they are alive."""

from server.project.settings.environment import ROOT, env

# Monitoring says `Authorization: Bearer <this>` to read /metrics and the numbers of /readyz. Empty: neither is told.
METRICS_TOKEN = env.str("KITH_METRICS_TOKEN", default="")
# Worker and beat touch this file while they turn; a container's health check looks at its age. Empty: no file.
PULSE_FILE = env.str("KITH_PULSE_FILE", default="")
# Bytes. With less room where photos lie, /readyz says so: the next ones may not fit.
DISK_FREE_MIN = env.int("KITH_DISK_FREE_MIN", default=200_000_000)
# Where manage.py lies: the drill calls it as an operator would.
PROJECT_ROOT = ROOT
