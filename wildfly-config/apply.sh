#!/usr/bin/env bash
# Applies (or, with "undo", takes back) the configuration of Lynceus in a WildFly 39, server stopped:
#   wildfly-config/apply.sh [undo] WILDFLY_HOME [--own-server]
# It only runs the *.cli scripts of this directory in order; docs/guide/existing-wildfly.md says what they set.
# --own-server adds 90-own-server.cli, which closes doors that other applications of a shared server may need.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
undo=
[[ ${1:-} != undo ]] || { undo=.undo; shift; }
home=${1:?usage: apply.sh [undo] WILDFLY_HOME [--own-server]}
own=${2:-}
commands="embed-server --server-config=standalone-full.xml --std-out=discard"
mapfile -t scripts < <(cd "$here" && LC_ALL=C ls [0-9]*.cli | grep -v '\.undo\.cli$' | LC_ALL=C sort ${undo:+-r})
for script in "${scripts[@]}"; do
  [[ $script != 90-* || $own == --own-server ]] || continue
  commands+=",run-batch --file=${script%.cli}$undo.cli"
done
cd "$here"
JBOSS_HOME=$home "$home/bin/jboss-cli.sh" ${LYNCEUS_SERVER_BASE:+"-Djboss.server.base.dir=$LYNCEUS_SERVER_BASE"} \
  --commands="$commands,stop-embedded-server"
