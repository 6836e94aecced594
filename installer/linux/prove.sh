#!/usr/bin/env bash
# Proves a .deb: installs it in a fresh Debian, starts it, sees its first page, checks with it, removes it, and finds
# nothing left behind but what is the operator's. Measures its start against an empty JavaFX window without a cache.
#
#   prove.sh FILE.deb WORK-FOLDER RUNTIME CLASSES SCREENSHOTS
#
# RUNTIME and CLASSES have the empty window (mcpauth0.dist.EmptyWindow). Needs root, for the fresh Debian.
set -euo pipefail

# Installs what is missing: commands, each with its package, and the libraries of a window.
tools() {
  missing=
  for one in "$@"; do
    command -v "${one%%:*}" >/dev/null || missing="$missing ${one##*:}"
  done
  for one in libgtk-3.so.0:libgtk-3-0 libXtst.so.6:libxtst6 libpangoft2-1.0.so.0:libpangoft2-1.0-0; do
    ldconfig -p | grep "${one%%:*}" >/dev/null || missing="$missing ${one##*:}"
  done
  if [ -n "$missing" ]; then
    apt-get update -q >/dev/null
    # shellcheck disable=SC2086 # several names
    apt-get install -q -y --no-install-recommends $missing >/dev/null
  fi
}

# "prove.sh window": only what the rehearsal of the first page needs.
if [ "$1" = window ]; then
  tools Xvfb:xvfb
  exit
fi

deb=$(realpath "$1") work=$(realpath "$2") runtime=$(realpath "$3") classes=$(realpath "$4") pictures=$(realpath "$5")
root=$work/debian-root
package=mcp-auth0-setup
home=/home/person

if [ "${INSIDE:-}" != yes ]; then
  tools debootstrap:debootstrap Xvfb:xvfb import:imagemagick desktop-file-validate:desktop-file-utils
  # What is mounted here goes away with this process, however it ends.
  INSIDE=yes exec unshare --mount --propagation private "$0" "$@"
fi

say() { printf '%s\n' "$*"; }
fail() { say "FAILED: $*"; exit 1; }
# A person who is not root; no function, so that what runs beside has this process id and no shell before it.
operator=(chroot --userspec=person "$root" env -i HOME=$home PATH=/usr/bin:/bin LANG=C.UTF-8)
# Everything that a package can leave; not what every run of the package manager writes for itself.
files() {
  chroot "$root" find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /tmp -o -path /proof -o -path $home \
    -o -path /var/cache -o -path /var/lib/apt -o -path /var/lib/dpkg -o -path /var/log -o -path /run \) -prune \
    -o -print | LC_ALL=C sort
}

if [ ! -e "$root/.ready" ]; then
  say "A fresh Debian ..."
  rm -rf "$root"
  site=$(apt-get indextargets --format '$(SITE)' | head -n 1)
  debootstrap --variant=minbase "$(. /etc/os-release; echo "$VERSION_CODENAME")" "$root" "$site" >"$work/debootstrap.log" 2>&1 \
    || fail "no fresh Debian, see $work/debootstrap.log"
  chroot "$root" useradd --create-home person
  touch "$root/.ready"
fi
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mkdir -p "$root/proof" "$root/tmp/.X11-unix"
mount -t tmpfs tmpfs "$root/proof"
cp -r "$runtime" "$root/proof/runtime"
cp -r "$classes" "$root/proof/classes"
cp "$deb" "$root/proof/$package.deb"

export DEBIAN_FRONTEND=noninteractive
apt() { chroot "$root" apt-get -q -y --no-install-recommends "$@" >>"$work/apt.log" 2>&1 || fail "apt-get $*, see $work/apt.log"; }
say "What the package needs ..."
# shellcheck disable=SC2046 # a list of names
apt install $(dpkg-deb -f "$deb" Depends | tr ',' '\n' | sed 's/|.*//; s/(.*//')
# What a run that failed left installed.
chroot "$root" dpkg --purge $package >/dev/null 2>&1 || true
files >"$work/before.txt"

say "Installed ..."
apt install "/proof/$package.deb"
[ "$(chroot "$root" dpkg-query -W -f '${Status}' $package)" = "install ok installed" ] || fail "it is not installed"
desktop-file-validate "$root/usr/share/applications/$package.desktop" || fail "the menu entry"
"${operator[@]}" $package --version | grep -q "^$package " || fail "it is not on the path"
"${operator[@]}" env JAVA_TOOL_OPTIONS=-Xlog:aot=info:stdout $package --version 2>/dev/null \
  | grep 'Using AOT-linked classes: true' >/dev/null || fail "its cache is not used"

number=90
while [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
Xvfb ":$number" -screen 0 1100x760x24 -nolisten tcp -ac >/dev/null 2>&1 &
display=$!
trap 'kill $display 2>/dev/null || true' EXIT
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix" 2>/dev/null || true
for _ in $(seq 50); do [ -e "/tmp/.X11-unix/X$number" ] && break; sleep 0.1; done

# Milliseconds from the first to the second; the system itself tells the start of a process only to the second.
since() { echo $(($(date -d "$2" +%s%3N) - $1)); }
# Starts the program, waits for its first page, and ends it; prints the milliseconds. A picture of it goes to $1.
start() {
  rm -rf "$root$home/.local"
  local begun
  begun=$(date +%s%3N)
  "${operator[@]}" env DISPLAY=":$number" $package >"$work/window.log" 2>&1 &
  local program=$! log="$root$home/.local/state/$package/log/$package.0.log"
  for _ in $(seq 300); do grep -qs 'first page stood' "$log" && break; sleep 0.1; done
  grep -qs 'first page stood' "$log" || fail "no first page, see $work/window.log"
  if [ -n "${1:-}" ]; then sleep 1; import -display ":$number" -window root "$1"; fi
  since "$begun" "$(sed -n 's/.*first page stood at \(.*\)\.$/\1/p' "$log")"
  kill "$program"
  wait "$program" 2>/dev/null || true
}
empty() {
  local begun
  begun=$(date +%s%3N)
  since "$begun" "$("${operator[@]}" env DISPLAY=":$number" /proof/runtime/bin/java -Xshare:off -cp /proof/classes mcpauth0.dist.EmptyWindow 2>/dev/null)"
}
median() { sort -n | sed -n 5p; }

say "The first page ..."
start "$work/first-page.png" >/dev/null
# The share of points that differ visibly, as the test of the pictures counts them.
differ=$(compare -metric AE -fuzz 15% "$work/first-page.png" "$pictures/home-first-light.png" null: 2>&1 || true)
awk -v differ="${differ%% *}" 'BEGIN { exit !(differ / (1100 * 760) < 0.12) }' \
  || fail "the first page looks another way than its picture: $work/first-page.png"
: >"$work/program.ms"; : >"$work/empty.ms"
# By turns, so that both meet the same machine.
for _ in $(seq 9); do start >>"$work/program.ms"; empty >>"$work/empty.ms"; done
mine=$(median <"$work/program.ms") other=$(median <"$work/empty.ms")
say "First page after $mine ms; an empty window without a cache after $other ms (medians of nine)."
[ "$mine" -le "$other" ] || fail "the first page comes later than an empty window"

say "Practice and check ..."
"${operator[@]}" $package practice --state healthy >"$work/practice.json" 2>"$work/practice.log" &
practice=$!
for _ in $(seq 300); do [ -s "$work/practice.json" ] && break; sleep 0.1; done
field() { sed "s/.*\"$1\":\"\([^\"]*\)\".*/\1/" "$work/practice.json"; }
"${operator[@]}" $package check "$(field mcp)" --ca "$(field ca)" --login practice --deep >"$work/check.log" 2>&1 \
  || fail "the practice server is not found healthy, see $work/check.log"
kill "$practice"
wait "$practice" 2>/dev/null || true

say "Removed ..."
apt purge $package
files >"$work/after.txt"
diff "$work/before.txt" "$work/after.txt" >"$work/left.txt" || fail "something was left behind: $(cat "$work/left.txt")"
[ -d "$root$home/.local/state/$package" ] || fail "the operator's own files are gone"
say "Proven: $(basename "$deb")"
