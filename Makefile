# The manual of this repository: every target is something a person does.
PYTHON ?= python3
PIP_FLAGS = --quiet --disable-pip-version-check --require-hashes
LOCK = uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet

.PHONY: lock
lock: ## Resolve the hashed locks anew (needs uv, which the dev environment has)
	$(LOCK) pyproject.toml -o requirements.lock
	$(LOCK) pyproject.toml --group dev -o requirements-dev.lock
	$(LOCK) --group app -o requirements-app.lock
	$(LOCK) --group app --group app-dev -o requirements-app-dev.lock
