#!/bin/bash
# Installs on Debian, as root, what the tests against real servers and a real browser need and what is not there yet.
# Elsewhere it says what is missing. Starts no service. Exits 0 in either case: the tests show what they skip.
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

missing_packages() {
  "$here/test-server.sh" missing postgres >/dev/null || echo postgresql
  "$here/test-server.sh" missing rabbitmq >/dev/null || echo rabbitmq-server
  command -v chromium >/dev/null || echo chromium
  ls /usr/share/fonts/opentype/noto/NotoSansCJK* >/dev/null 2>&1 || echo fonts-noto-cjk
}

packages=$(missing_packages | xargs)
[ -n "$packages" ] || exit 0

if [ "$(id -u)" != 0 ] || [ ! -e /etc/debian_version ] || ! command -v apt-get >/dev/null; then
  echo "Not installed: $packages. Their tests are skipped; run ./test as root on Debian and it installs them."
  exit 0
fi

echo "Installing $packages"
log=$(mktemp)
# A package's start script must not start a service here: the tests start servers of their own.
policy=/usr/sbin/policy-rc.d
[ -e $policy ] || { printf '#!/bin/sh\nexit 101\n' >$policy && chmod +x $policy && trap 'rm -f $policy' EXIT; }
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # a list of names
if ! { apt-get update && apt-get install -y --no-install-recommends $packages; } >"$log" 2>&1; then
  tail -20 "$log"
fi
rm -f "$log"
packages=$(missing_packages | xargs)
[ -z "$packages" ] || echo "Could not be installed: $packages. Their tests are skipped."
