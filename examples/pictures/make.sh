#!/usr/bin/env bash
# Makes the pictures of the READMEs with the examples, in English and Vietnamese.
# The gate compares the charts; the review page needs Chromium, and pngquant to
# make the file small.
set -euo pipefail
cd "$(dirname "$0")"
cargo build --release -p tinh-examples --example chart --example draft_claims
bin=${CARGO_TARGET_DIR:-../../target}/release/examples
here=$PWD
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT
for language in en vi; do
  option=()
  if [ "$language" = en ]; then option=(--english); fi
  "$bin/chart" --of both --as-it-was "${option[@]}" >"chart.$language.svg"
  "$bin/draft_claims" --published 2022-12-22 --html "$temporary/review.html" "${option[@]}" \
    article.txt >/dev/null
  chromium --headless --no-sandbox --hide-scrollbars --window-size=1000,640 \
    --screenshot="$temporary/review.png" "file://$temporary/review.html" 2>/dev/null
  pngquant --force --output "$here/review.$language.png" 32 "$temporary/review.png"
done
