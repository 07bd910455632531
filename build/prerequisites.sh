#!/usr/bin/env bash
# Installs the programs named as arguments that are not on PATH, from Debian's packages. Sourced by the scripts at the root.

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# require PROGRAM PACKAGE...: installs the packages when PROGRAM is not on PATH.
require() {
  command -v "$1" >/dev/null && return
  echo "installing ${*:2} (for $1)"
  if [ -z "${_lists_updated:-}" ]; then
    as_root apt-get update -qq
    _lists_updated=1
  fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${@:2}" >/dev/null
}

require_dotnet() {
  command -v dotnet >/dev/null && return
  echo "The .NET 10 SDK is needed: 'dotnet' is not on PATH." >&2
  exit 1
}
