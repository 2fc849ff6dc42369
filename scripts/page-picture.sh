#!/bin/sh
# Makes docs/page.png, the picture of the HTML report in the READMEs. Needs Chromium and a Korean font.
set -eu
cd "$(dirname "$0")/.."
browser=${FACTDIFF_BROWSER:-chromium}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Findings end it with 1.
cargo run --release --quiet -- check fixtures/01-chongqing-visit --isolated --lang ko --format html --output "$work/page.html" ||
    [ $? -eq 1 ]
# In a frame: a page that has scrolled to the card is photographed with what sticks to its top out of place.
printf '<body style="margin:0"><iframe src="page.html#c0" width=1180 height=560 style="border:0"></iframe>' >"$work/frame.html"
"$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --force-prefers-reduced-motion \
    --user-data-dir="$work/profile" --blink-settings=preferredColorScheme=1 \
    --window-size=1180,560 --screenshot="$PWD/docs/page.png" "file://$work/frame.html" 2>"$work/messages" || {
    cat "$work/messages" >&2
    exit 1
}
ls -l docs/page.png
