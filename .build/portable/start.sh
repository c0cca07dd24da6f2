#!/bin/sh
# Starts the workbench, or with arguments the command line. It calls no other program: there may be none in the path.
case $0 in
  */*) here=${0%/*} ;;
  *) here=. ;;
esac
here=$(CDPATH= cd -- "$here" && pwd) || exit 1
if [ $# -eq 0 ]; then
  # A double click starts in any folder; projects are offered beside the user's documents.
  cd -- "${HOME:-/}" 2>/dev/null
  set -- serve --open
fi
exec "$here/node/node" "$here/program/dist/cli/main.js" "$@"
