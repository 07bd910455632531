#!/usr/bin/env bash
# Installs what is missing, packs the packages, makes a system from the template, builds it against the packed packages and boots it; then
# shows how a partition crashes and starts anew.
# Ends with 0 only if the booted images themselves said so.
set -euo pipefail
cd "$(dirname "$0")"
. build/prerequisites.sh
. build/packages.sh
require_dotnet
require qemu-system-i386 qemu-system-x86
pack

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
use_packages "$room"
hive=(--debug:custom-hive "$room/templates")

echo "== dotnet new nanokernel -n Plant"
dotnet new install artifacts/packages/Nanokernel.Templates.*.nupkg "${hive[@]}" >/dev/null
dotnet new nanokernel -n Plant -o "$room/Plant" "${hive[@]}"

cd "$room/Plant"
echo "== dotnet build"
dotnet build --nologo -v quiet
echo "== dotnet run --project Plant"
dotnet run --project Plant --no-build
echo "== the image ended with exit code 0"

cd "$OLDPWD"
echo "== a process that dies of a null reference, a throw, an exhausted stack and silence, and each time starts anew: samples/Watchdog"
dotnet build samples/Watchdog/Watchdog -c Release --nologo -v quiet
printf ntsmmmmmq | dotnet run --project samples/Watchdog/Watchdog -c Release --no-build -- run --count-instructions
echo "== the image ended with exit code 0"
