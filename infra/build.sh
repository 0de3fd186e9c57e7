#!/bin/bash
# build.sh PROJECT [PROPERTY …]: builds a project or the solution for ./run and ./test (Release), one build at a time
# in this tree.
set -u
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say_and_stop() { echo "$1" >&2; exit 1; }

dotnet --list-sdks 2>/dev/null | grep -q '^10\.' ||
  say_and_stop "Talent needs the .NET 10 SDK (https://dotnet.microsoft.com/download), which was not found."
node_version=$(node --version 2>/dev/null) && command -v npm >/dev/null ||
  say_and_stop "Talent needs Node 20 or newer with npm (https://nodejs.org) to build its pages; not found."
node_version=${node_version#v}
[ "${node_version%%.*}" -ge 20 ] ||
  say_and_stop "Talent needs Node 20 or newer to build its pages; found $node_version."

# One compiler for all projects halves the time, whatever the environment says about it; it is stopped at the end.
# Compiling is short work: code is not measured in order to be compiled better (DOTNET_TieredPGO).
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_TieredPGO=0
build=(dotnet build "$root/$1" -c Release --nologo -v quiet --tl:off -clp:ErrorsOnly
  -nodeReuse:false -p:UseSharedCompilation=true "${@:2}")
# Two builds of one tree would overwrite each other's files; -o keeps the lock out of the compiler server's hands.
if command -v flock >/dev/null && mkdir -p "$root/obj"; then
  build=(flock -o "$root/obj/build.lock" "${build[@]}")
  # Not without flock, which keeps it and the build's own call apart. The build says what is wrong with it.
  "$root/infra/npm-ci.sh" "$root/web/Talent.Web" >/dev/null 2>&1 &
fi
output=$("${build[@]}" 2>&1)
code=$?
wait
dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1
[ $code = 0 ] || say_and_stop "$output"
