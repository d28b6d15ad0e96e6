#!/usr/bin/env bash
# Builds both images for real, without a Docker engine and without a registry: buildah on a Debian made by mmdebstrap.
# Then runs commands inside the server's image, as its own user. Needs root, buildah and mmdebstrap.
set -euo pipefail
cd "$(dirname "$0")/.."
work="${KITH_IMAGE_DIR:-$(mktemp -d)}"
[ -n "${KITH_IMAGE_DIR:-}" ] || trap 'rm -rf "$work"' EXIT
mkdir -p "$work/wheels"
export BUILDAH_ISOLATION=chroot STORAGE_DRIVER="${STORAGE_DRIVER:-overlay}"
storage=(--root "$work/storage" --runroot "$work/run")

say() { printf '── %s (%ss)\n' "$*" "$SECONDS"; }

base() { # a small Debian with Python and Caddy; kept for the next time where the folder is
    [ -f "$work/base.tar" ] || mmdebstrap --quiet --variant=minbase --dpkgopt=force-unsafe-io \
        --include=python3,python3-venv,ca-certificates,caddy bookworm "$work/base.tar"
    local container
    container=$(buildah "${storage[@]}" from scratch)
    buildah "${storage[@]}" add --quiet "$container" "$work/base.tar" / >/dev/null
    buildah "${storage[@]}" commit --quiet "$container" kith-base >/dev/null
    buildah "${storage[@]}" rm "$container" >/dev/null
}

say "wheels, by their hashes"
# Debian's 3.11 is older than some: what the lock asks of older ones only is fetched too.
sed -E 's/ ; (python_full_version|sys_platform) [^\\]*//' requirements.lock >"$work/every.lock"
.venv-dev/bin/python -m pip download --quiet --quiet --no-deps --require-hashes --only-binary :all: \
    -r "$work/every.lock" -d "$work/wheels"
printf '[global]\nno-index = true\nfind-links = /wheels\n' >"$work/pip.conf"

say "a Debian with Python and Caddy"
base

say "the server's image"
buildah "${storage[@]}" bud --quiet --build-arg BASE=localhost/kith-base --tag kith-server \
    --volume "$work/wheels:/wheels:ro" --volume "$work/pip.conf:/etc/pip.conf:ro" . >/dev/null
say "the proxy's image"
buildah "${storage[@]}" bud --quiet --build-arg BASE=localhost/kith-base --tag kith-proxy deploy/proxy >/dev/null

inside() { # container, command…: run as the image's own user
    buildah "${storage[@]}" run "$@"
}
say "commands inside"
server=$(buildah "${storage[@]}" from --pull-never kith-server)
inside "$server" -- sh -c 'test "$(id -u)" = 10001'
inside "$server" -- sh -c '! command -v gcc cc make'
inside "$server" -- sh -c 'test -f static/admin/css/base.css'
inside "$server" -- pg_dump --version
inside "$server" -- env SECRET_KEY=only-to-look-inside KITH_DATA_DIR=/tmp/look python manage.py check
inside "$server" -- env SECRET_KEY=only-to-look-inside KITH_DATA_DIR=/tmp/look python manage.py migrate --verbosity 0
inside "$server" -- env SECRET_KEY=only-to-look-inside KITH_DATA_DIR=/tmp/look python manage.py backup /tmp/look/backups
proxy=$(buildah "${storage[@]}" from --pull-never kith-proxy)
inside "$proxy" -- env KITH_SITE=kith.example KITH_OPERATOR_EMAIL=ana@example.org caddy validate --adapter caddyfile --config /etc/caddy/Caddyfile
buildah "${storage[@]}" images
buildah "${storage[@]}" rm --all >/dev/null
say "both images are sound"
