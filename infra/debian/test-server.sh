#!/bin/bash
# A PostgreSQL or a RabbitMQ for one test run: own folder, own free ports, nothing system-wide touched.
#
#   test-server.sh missing postgres|rabbitmq           says why it cannot start (exit 1), or nothing (exit 0)
#   test-server.sh start postgres|rabbitmq DIR OWNER   prints NAME=VALUE lines for the environment of the tests
#   test-server.sh stop DIR                            ends what was started in DIR and removes DIR
#
# A server also ends when the process OWNER is gone, however that came about. The user postgres must be able to
# enter the folders above DIR.
set -u

postgres_bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
rabbit_bin=/usr/lib/rabbitmq/bin

missing() {
  case $1 in
    postgres)
      [ -x "$postgres_bin/initdb" ] || { echo "PostgreSQL is not installed (apt-get install postgresql)"; return 1; }
      [ "$(id -u)" != 0 ] || getent passwd postgres >/dev/null || { echo "there is no user postgres"; return 1; } ;;
    rabbitmq)
      [ -x "$rabbit_bin/rabbitmq-server" ] && command -v epmd >/dev/null && [ -d "$(plugin_folder)" ] ||
        { echo "RabbitMQ is not installed (apt-get install rabbitmq-server)"; return 1; } ;;
    *) echo "unknown server $1"; return 1 ;;
  esac
}

plugin_folder() { ls -d /usr/lib/rabbitmq/lib/rabbitmq_server-*/plugins 2>/dev/null | tail -1; }

# Below the range that the kernel hands out itself, so that a client's connection does not take the port meanwhile.
free_port() {
  local port
  while :; do
    port=$((RANDOM % 12000 + 20000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

# A process id alone may have been given to another process since; with its start time it is unique.
born() { [ -r "/proc/$1/stat" ] && sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }
remember() { echo "$1 $(born "$1")" >>"$2/processes"; }
alive() { [ -n "$2" ] && [ "$(born "$1")" = "$2" ]; }

as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

start_postgres() {
  local dir=$1 port
  mkdir -p "$dir/pg" && : >"$dir/pg.log" || return 1
  [ "$(id -u)" != 0 ] || chown postgres "$dir/pg" "$dir/pg.log"
  cd "$dir" || return 1
  as_postgres "$postgres_bin/initdb" -D "$dir/pg" -A trust -U postgres -E UTF8 --locale=C.UTF-8 --no-sync \
    >"$dir/initdb.log" 2>&1 || { cat "$dir/initdb.log" >&2; return 1; }
  for _ in 1 2 3; do
    port=$(free_port)
    # No fsync: the tests end processes, they do not cut the power.
    if as_postgres "$postgres_bin/pg_ctl" -D "$dir/pg" -l "$dir/pg.log" -w -t 60 -o \
      "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=300" \
      start </dev/null >/dev/null 2>&1; then
      remember "$(head -1 "$dir/pg/postmaster.pid")" "$dir"
      echo "TALENT_TEST_POSTGRES=Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
      return
    fi
  done
  cat "$dir/pg.log" >&2
  return 1
}

start_rabbitmq() {
  local dir=$1
  mkdir -p "$dir/home" "$dir/mnesia" "$dir/log" || return 1
  echo '[rabbitmq_management].' >"$dir/plugins"
  for _ in 1 2 3; do
    if try_rabbitmq "$dir"; then return; fi
    end_processes "$dir"
  done
  cat "$dir"/server.log "$dir"/log/*.log >&2
  return 1
}

try_rabbitmq() {
  local dir=$1 port management epmd
  port=$(free_port); management=$(free_port); epmd=$(free_port)
  export HOME="$dir/home" ERL_EPMD_PORT="$epmd" ERL_EPMD_ADDRESS=127.0.0.1
  cat >"$dir/rabbitmq.conf" <<CONF
listeners.tcp.1 = 127.0.0.1:$port
management.tcp.ip = 127.0.0.1
management.tcp.port = $management
management_agent.disable_metrics_collector = true
CONF
  setsid epmd -port "$epmd" </dev/null >"$dir/epmd.log" 2>&1 &
  remember $! "$dir"
  rm -f "$dir/pid" "$dir"/log/*.log
  # Busy waiting of the Erlang schedulers would take the cores away from what is tested.
  RABBITMQ_NODENAME="talent$port@localhost" RABBITMQ_DIST_PORT=$(free_port) \
    RABBITMQ_MNESIA_BASE="$dir/mnesia" RABBITMQ_LOG_BASE="$dir/log" RABBITMQ_PID_FILE="$dir/pid" \
    RABBITMQ_ENABLED_PLUGINS_FILE="$dir/plugins" RABBITMQ_CONFIG_FILE="$dir/rabbitmq.conf" \
    RABBITMQ_CONF_ENV_FILE=/dev/null RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="+sbwt none +sbwtdcpu none +sbwtdio none" \
    setsid "$rabbit_bin/rabbitmq-server" </dev/null >"$dir/server.log" 2>&1 &
  local shell=$!
  remember $shell "$dir"
  local waited=0
  until grep -qs "Server startup complete" "$dir"/log/*.log; do
    kill -0 $shell 2>/dev/null && [ $((waited += 1)) -lt 600 ] || return 1
    sleep 0.1
  done
  remember "$(cat "$dir/pid")" "$dir"
  echo "TALENT_TEST_RABBITMQ=amqp://guest:guest@127.0.0.1:$port"
  echo "TALENT_TEST_RABBITMQ_MANAGEMENT=http://guest:guest@127.0.0.1:$management"
}

end_processes() {
  local id born waited signal
  [ -f "$1/processes" ] || return 0
  while read -r id born; do
    waited=0
    # PostgreSQL gives its shared memory back on INT; the broker's state goes with the folder, so nothing waits for it.
    signal=KILL; [ "$id" != "$(head -1 "$1/pg/postmaster.pid" 2>/dev/null)" ] || signal=INT
    alive "$id" "$born" && kill -$signal "$id" 2>/dev/null
    while alive "$id" "$born"; do
      [ $((waited += 1)) -lt 100 ] || kill -KILL "$id" 2>/dev/null
      sleep 0.1
    done
  done < <(tac "$1/processes")
  rm -f "$1/processes"
}

stop() {
  [ -d "$1" ] || return 0
  end_processes "$1"
  rm -rf "$1"
}

watch() {
  local dir=$1 owner=$2 born
  born=$(born "$owner")
  while alive "$owner" "$born"; do
    [ -d "$dir" ] || return 0
    sleep 1
  done
  stop "$dir"
}

case ${1:-} in
  missing) missing "$2" ;;
  start)
    missing "$2" >&2 || exit 1
    mkdir -p "$3" && chmod 711 "$3" || exit 1
    setsid "$BASH" "${BASH_SOURCE[0]}" watch "$3" "$4" </dev/null >/dev/null 2>&1 &
    "start_$2" "$3" ;;
  stop) stop "$2" ;;
  watch) watch "$2" "$3" ;;
  *) sed -n '2,9s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
