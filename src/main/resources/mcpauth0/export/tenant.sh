#!/bin/sh
# «note:head»
# «note:script-login»
#   auth0 login --scopes '«permissions»'
# «note:tenant-existing»
«left-out»
set -eu
LC_ALL=C
export LC_ALL

# «note:script-tenant»
tenant=«tenant»

say() {
  printf '%s\n' "$1"
}

stop() {
  printf '%s\n' "$1" >&2
  exit 1
}

# «note:script-ask»
ask() {
  answer=$(auth0 api "$@" --tenant "$tenant" --no-color --no-input </dev/null) || exit 1
}

failed() {
  case $answer in
    *'"statusCode": '[45]* | *'"statusCode":'[45]*) return 0 ;;
  esac
  return 1
}

call() {
  ask "$@"
  if failed; then
    stop "$answer"
  fi
}

# «note:script-there»
there() {
  found=
  ask get "$1"
  case $answer in
    *'"statusCode": 404'* | *'"statusCode":404'*) return 0 ;;
  esac
  if failed; then
    stop "$answer"
  fi
  found=$1
}

# «note:script-look»
look() {
  page=0
  found=
  answer=
  while [ -z "$found" ]; do
    before=$answer
    call get "$1&per_page=100&page=$page"
    case $answer in
      *'{'*) ;;
      *) return 0 ;;
    esac
    if [ "$answer" = "$before" ]; then
      return 0
    fi
    found=$(printf '%s\n' "$answer" | field=$2 value=$3 id=$4 awk '
      { text = text $0 "\n" }
      END {
        while (match(text, /"([^"\\]|\\.)*"|[^][{}:," \t\n]+|[][{}:,]/)) {
          token = substr(text, RSTART, RLENGTH)
          text = substr(text, RSTART + RLENGTH)
          if (token == "{" || token == "[") {
            if (++depth == 2) { hit = 0; one = "" }
            name = ""
          } else if (token == "}" || token == "]") {
            if (depth-- == 2 && hit) { print one; exit }
            name = ""
          } else if (token == ":") {
            name = last
          } else if (token == ",") {
            name = ""
          } else {
            if (name == "\"" ENVIRON["field"] "\"" && token == ENVIRON["value"]) hit = 1
            if (depth == 2 && name == "\"" ENVIRON["id"] "\"") one = substr(token, 2, length(token) - 2)
            last = token
          }
        }
      }')
    page=$((page + 1))
  done
}

needed() {
  if [ -z "$found" ]; then
    stop «missing»" $1"
  fi
}

# «note:script-mode»
mode() {
  if [ -z "${settings-}" ]; then
    call get tenants/settings
    settings=$(printf '%s' "$answer" | tr -d ' \t\r\n')
  fi
  case $settings in
    *'"dynamic_client_registration_security_mode":"'"$1"*) return 0 ;;
  esac
  return 1
}

told() {
  mode ''
}

strict() {
  mode strict
}

permissive() {
  mode permissive
}

«steps»
