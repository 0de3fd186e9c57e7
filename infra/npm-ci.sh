#!/bin/bash
# npm-ci.sh FOLDER: what its package-lock.json names stands in FOLDER/node_modules; does nothing where it already does.
# Of two callers the second waits for the first: infra/build.sh begins early what the project file asks for later.
set -eu
cd "$1"
restored=node_modules/.restored
if command -v flock >/dev/null; then
  mkdir -p obj
  exec 9>obj/npm-ci.lock
  flock 9
fi
[ -e $restored ] && [ ! package-lock.json -nt $restored ] && exit 0
npm ci --ignore-scripts --loglevel=error 9>&-
touch $restored
