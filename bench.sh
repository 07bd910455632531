#!/usr/bin/env bash
# Measures the kernel, interrupt latency and the build, and writes artifacts/bench.tsv (metric, value, unit). benchmarks/README.md tells how.
# "./bench.sh kernel", "channels", "latency" or "build" as its argument measures one of them. It fails when a figure misses its limit.
set -euo pipefail
cd "$(dirname "$0")"
. build/prerequisites.sh
. build/packages.sh
require_dotnet
require qemu-system-i386 qemu-system-x86
pack

dotnet run --project benchmarks/Nanokernel.Benchmarks -c Release -- artifacts/bench.tsv . "$@"
