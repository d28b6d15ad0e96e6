# The manual of this repository: every target is something a person does.
# Needs python3, python3-venv and make; everything else comes from the hashed locks.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
# How many tests run at once; each keeps a core, a PostgreSQL and a Redis busy.
JOBS ?= 2
PIP_INSTALL = -m pip install --quiet --disable-pip-version-check --require-hashes -r
# HOST=0.0.0.0, asked for: a phone on the same network finds the demo under this machine's own address.
HERE = $(shell $(PYTHON) server/demo/here.py $(HOST))
# The demo has its own folder and database, whatever this shell usually works with.
DEMO = KITH_DEMO=1 KITH_DATA_DIR="$${KITH_DATA_DIR:-var/demo}" DATABASE_URL= REDIS_URL= \
	PUBLIC_URL=http://$(HERE):$(PORT) ALLOWED_HOSTS=$(HERE),127.0.0.1,localhost
LOCK = .venv-dev/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet

.PHONY: help run app test test-server test-faults test-app test-door zoo check schema languages gallery bench screenshots backup restore drill image-check lock clean

help: ## Say what can be done here
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: .venv/ready ## Start Kith with demo people and open the app (HOST=0.0.0.0: for a phone nearby, too); Ctrl-C stops it
	@$(DEMO) .venv/bin/python manage.py demo --host $(HOST) --port $(PORT)

app: .venv-app/ready ## Open the app alone, against a server that is already running
	@.venv-app/bin/python -m mobile.main --server http://$(HOST):$(PORT)

test: test-server test-faults test-app test-door ## Every test: on PostgreSQL and Redis, the subset on SQLite, faults, the screens with real taps, the web door in a browser

test-server: .venv-dev/ready
	KITH_TEST_DATABASE=sqlite .venv-dev/bin/python -m pytest -q -m sqlite -n $(JOBS) --dist loadgroup
	.venv-dev/bin/python -m pytest -q -n $(JOBS) --dist loadgroup

test-faults: .venv-dev/ready ## Kill every process at every commit, and whatever else can go wrong
	.venv-dev/bin/python -m pytest -q -c tests/faults/pytest.ini -n $(JOBS) tests/faults

test-app: .venv-app/ready-dev
	.venv-app/bin/python -m pytest -q -c tests/ui/pytest.ini -n $(JOBS) --dist loadgroup tests/ui

test-door: .venv-dev/ready ## The web door in a headless Chromium: axe on every page, large text, the keyboard
	.venv-dev/bin/python -m pytest -q -c tests/door/pytest.ini -n $(JOBS) --dist loadgroup tests/door

zoo: .venv-dev/ready ## Put a folder of files through the photo pipeline: make zoo FILES=folder
	@.venv-dev/bin/python manage.py inspect_photos "$(or $(FILES),$(error say which folder: make zoo FILES=folder))"

check: .venv-dev/ready ## Format, lint, types, floors, known dangers, migrations, schema, languages
	.venv-dev/bin/ruff format --check .
	.venv-dev/bin/ruff check .
	.venv-dev/bin/mypy
	.venv-dev/bin/lint-imports
	.venv-dev/bin/bandit --quiet --recursive --configfile pyproject.toml shared server mobile manage.py
	.venv-dev/bin/python manage.py makemigrations --check --dry-run
	.venv-dev/bin/python -m tools.schema --check
	.venv-dev/bin/python -m tools.languages --check

schema: .venv-dev/ready ## Write schema.yml, the API's description, anew
	.venv-dev/bin/python -m tools.schema

languages: .venv-dev/ready ## Gather every sentence into the catalogues; say which ones wait for a translation
	.venv-dev/bin/python -m tools.languages

gallery: .venv-app/ready ## Open every widget in every mood, by day and by night, in every size
	@.venv-app/bin/python -m tools.gallery

bench: .venv-app/ready ## Measure Kith against bare code: make bench ONLY=app, SCALE=small for a quick look
	@.venv-app/bin/python -m bench $(if $(ONLY),--only $(ONLY))

screenshots: .venv-app/ready-dev ## Draw every screen in every mood, all else pairwise, without a display, into var/screenshots
	.venv-app/bin/python -m tools.screenshots

backup: .venv/ready ## Back up the database and every photo while Kith runs: make backup TO=folder
	@.venv/bin/python manage.py backup "$(or $(TO),var/backups)"

restore: .venv/ready ## Bring one backup back into an empty database and photo folder: make restore FROM=folder/instant
	@.venv/bin/python manage.py restore "$(or $(FROM),$(error Say which backup: make restore FROM=folder/instant))"

drill: .venv/ready ## Prove that the latest backup can be restored, beside everything that runs: make drill TO=folder
	@.venv/bin/python manage.py drill "$(or $(TO),var/backups)"

image-check: .venv-dev/ready ## Build both container images without Docker and look inside (root, buildah, mmdebstrap)
	@tools/image_check.sh

lock: .venv-dev/ready ## Resolve the hashed locks anew
	$(LOCK) pyproject.toml -o requirements.lock
	$(LOCK) pyproject.toml --group dev -o requirements-dev.lock
	$(LOCK) --group app --group desktop -o requirements-app.lock
	$(LOCK) --group app --group desktop --group app-dev -o requirements-app-dev.lock

clean: ## Remove environments and demo data
	rm -rf .venv .venv-dev .venv-app var

# An environment is ready when its lock was installed; changing the lock makes it anew.
.venv/ready: requirements.lock
	@$(call environment,.venv,requirements.lock)
	@touch $@

.venv-dev/ready: requirements-dev.lock
	@$(call environment,.venv-dev,requirements-dev.lock)
	@touch $@

.venv-app/ready: requirements-app.lock
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || \
		{ echo "The app needs Python 3.11 to 3.13, for which Kivy is there. Say which: make app PYTHON=python3.13" >&2; exit 1; }
	@$(call environment,.venv-app,requirements-app.lock)
	@touch $@

.venv-app/ready-dev: requirements-app-dev.lock .venv-app/ready
	@$(call environment,.venv-app,requirements-app-dev.lock)
	@touch $@

define environment
	$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "Kith needs Python's venv: install the package python3-venv, then try again." >&2; exit 1; }; \
	$(PYTHON) -m venv $(1) && echo "installing $(2) …" && $(1)/bin/python $(PIP_INSTALL) $(2)
endef
