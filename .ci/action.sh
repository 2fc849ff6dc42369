#!/bin/sh
# What the action runs: check, with annotations on standard output and SARIF in a file. Its inputs come as environment
# variables, one path a line, so that a file name can never become a command.
set -eu

# Folders and files, one a line; names may hold spaces.
set_paths() {
    while IFS= read -r path; do
        [ -n "$path" ] && printf '%s\0' "$path"
    done || :
}

program=${FACTDIFF_PROGRAM:-factdiff}
sarif=${FACTDIFF_SARIF:-factdiff.sarif}
list=$(mktemp)
trap 'rm -f "$list"' EXIT

printf '%s\n' "${FACTDIFF_PATHS:-.}" | set_paths >"$list"
if [ -n "${FACTDIFF_AGAINST:-}" ]; then
    printf '%s\0' --against >>"$list"
    printf '%s\n' "$FACTDIFF_AGAINST" | set_paths >>"$list"
fi
[ -n "${FACTDIFF_FAIL_ON:-}" ] && printf '%s\0' "--fail-on=$FACTDIFF_FAIL_ON" >>"$list"
[ -n "${FACTDIFF_BASELINE:-}" ] && printf '%s\0' "--baseline=$FACTDIFF_BASELINE" >>"$list"
[ -n "${FACTDIFF_CONFIG:-}" ] && printf '%s\0' "--config=$FACTDIFF_CONFIG" >>"$list"

code=0
xargs -0 "$program" check --format github --format "sarif=$sarif" <"$list" || code=$?
# xargs says 123 for 1 to 125 of the program.
[ "$code" -eq 123 ] && code=1
[ -n "${GITHUB_OUTPUT:-}" ] && printf 'sarif=%s\n' "$sarif" >>"$GITHUB_OUTPUT"
exit "$code"
