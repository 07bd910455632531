#!/usr/bin/env bash
# Installs what is missing, packs the packages and runs every test. The last line is "N passed, N failed". With --long, what is repeated is
# repeated many more times: 10 million messages instead of 100,000, for one.
set -euo pipefail
cd "$(dirname "$0")"
. build/prerequisites.sh
. build/packages.sh
require_dotnet
require qemu-system-i386 qemu-system-x86
require node nodejs
require npm npm
require gdb gdb
require gcc gcc
require clang clang
require ld.lld lld
require tcc tcc libc6-dev-i386

if [ "${1:-}" = --long ]; then
  export NANOKERNEL_LONG=1
  shift
fi

log=$(mktemp)
trap 'rm -f "$log"; dotnet build-server shutdown --vbcscompiler >/dev/null' EXIT

# One compiler for all projects, even where the machine says otherwise: to start one for each takes a third of the build.
export UseSharedCompilation=true
pack

echo "== testing"
dotnet build Nanokernel.slnx -c Release --nologo -v quiet
passed=0 failed=0 broken=0
for project in tests/*/*.Tests.csproj; do
  echo "-- $(basename "$project" .csproj)"
  dotnet run --project "$project" -c Release --no-build -- --progress off --no-ansi --print-max-string-length 0 "$@" 2>&1 | tee "$log" || true
  succeeded=$(sed -n 's/^ *succeeded: *\([0-9]*\)$/\1/p' "$log" | tail -1)
  unsuccessful=$(sed -n 's/^ *failed: *\([0-9]*\)$/\1/p' "$log" | tail -1)
  if [ -z "$succeeded" ] || [ -z "$unsuccessful" ]; then
    echo "$project ended without a summary"
    broken=$((broken + 1))
  fi
  passed=$((passed + ${succeeded:-0}))
  failed=$((failed + ${unsuccessful:-0}))
done

failed=$((failed + broken))
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
