#!/bin/sh
# Checks an MCP server and tells what differs from the run before. For cron and systemd: it asks nobody anything, and speaks
# only where something is broken or got worse.
#
#   watch.sh URL FOLDER [OPTIONS OF CHECK...]
#
# Ends as "check" does: 0 nothing broken, 1 something is or got worse, 2 the words were wrong, 3 inconclusive.
set -u
if [ $# -lt 2 ]; then
  echo "usage: watch.sh URL FOLDER [OPTIONS OF CHECK...]" >&2
  exit 2
fi
url=$1
folder=$2
shift 2
mkdir -p "$folder" || exit 3

mcp-auth0-setup check "$url" --unsigned "$@" --report "$folder/new.json" --report "$folder/report.html" \
  > "$folder/check.txt" 2>&1
code=$?
if [ "$code" -ne 0 ]; then
  cat "$folder/check.txt"
fi
if [ "$code" -ne 2 ] && [ -f "$folder/last.json" ] && [ -f "$folder/new.json" ]; then
  mcp-auth0-setup compare "$folder/last.json" "$folder/new.json" > "$folder/compare.txt" 2>&1
  if [ $? -eq 1 ]; then
    cat "$folder/compare.txt"
    [ "$code" -eq 0 ] && code=1
  fi
fi
if [ -f "$folder/new.json" ]; then
  mv "$folder/new.json" "$folder/last.json"
fi
exit "$code"
