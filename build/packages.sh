#!/usr/bin/env bash
# Packs the packages of this repository and lets a solution elsewhere use them. Sourced by the scripts at the root, from there.

# pack: writes every package to artifacts/packages and forgets what NuGet has unpacked of the same version before.
pack() {
  echo "== packing to artifacts/packages"
  dotnet pack Nanokernel.slnx -c Release --nologo -v quiet
  local cache version
  cache=$(dotnet nuget locals global-packages --list)
  cache=${cache#*: }
  version=$(dotnet msbuild src/Nanokernel.Sdk -getProperty:PackageVersion)
  rm -rf "${cache%/}"/nanokernel.{core,x86,runtime,sdk,templates}/"$version"
}

# use_packages FOLDER: solutions below FOLDER find the packed packages besides the user's own sources.
use_packages() {
  cat >"$1/nuget.config" <<EOF
<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <packageSources>
    <add key="nanokernel-local" value="$PWD/artifacts/packages" />
  </packageSources>
</configuration>
EOF
}
