set -eu
if [ -z "$NEOCITIES_API_KEY" ]; then
  echo "::error::{nl:Het geheim NEOCITIES_API_KEY staat nog niet op GitHub; hoe dat moet, staat in PUBLICEREN.md|en:The secret NEOCITIES_API_KEY is not on GitHub yet; PUBLISHING.md explains how to add it}"
  exit 1
fi
work="$(mktemp -d)"
api=https://neocities.org/api
manifest=dorpsplein-manifest.json
ask() {
  curl --fail-with-body --silent --show-error --retry 3 --header "Authorization: Bearer $NEOCITIES_API_KEY" "$@"
}
cd public

# {nl:Wat er staat en wat er moet staan: van elk bestand een vingerafdruk.|en:What is on Neocities and what should be: a fingerprint of every file.}
ask "$api/list" > "$work/list"
jq --raw-output '.files[] | select(.is_directory | not) | "\(.sha1_hash)  \(.path)"' "$work/list" | sort > "$work/there"
find . -type f -printf '%P\0' | xargs -0 sha1sum | sort > "$work/here"
comm -13 "$work/there" "$work/here" | cut --characters 43- | grep --invert-match --line-regexp "$manifest" > "$work/changed" || true

# {nl:Per vijftig tegelijk; weigert Neocities een stapel, dan bestand voor bestand. Een soort bestand dat het niet toelaat, slaan we over.|en:Fifty files at a time; if Neocities refuses a batch, one by one. Types of files that it does not allow are skipped.}
split --lines 50 "$work/changed" "$work/pile-"
for pile in "$work"/pile-*; do
  [ -e "$pile" ] || continue
  sed 's|.*|form = "&=@&"|' "$pile" > "$work/forms"
  if ! ask --config "$work/forms" "$api/upload" > "$work/answer"; then
    while IFS= read -r path; do
      if ! ask --form "$path=@$path" "$api/upload" > "$work/answer"; then
        cat "$work/answer"
        grep --quiet invalid_file_type "$work/answer"
        echo "::warning::{nl:Neocities neemt dit bestand niet aan:|en:Neocities does not accept this file:} $path"
      fi
    done < "$pile"
  fi
done

# {nl:Weg gaat alleen wat Dorpsplein er zelf heeft neergezet en wat nu niet meer bij de site hoort.|en:The only files deleted are those that Dorpsplein put there and that no longer belong to the site.}
if grep --quiet "  $manifest\$" "$work/there" && ask "$api/download?path=$manifest" > "$work/manifest"; then
  jq --raw-output '.files | keys[]' "$work/manifest" | sort > "$work/before"
  jq --raw-output '.files | keys[]' "$manifest" | sort > "$work/after"
  cut --characters 43- "$work/there" | sort > "$work/names"
  comm -23 "$work/before" "$work/after" | comm -12 - "$work/names" | sed 's|.*|data-urlencode = "filenames[]=&"|' > "$work/old"
  if [ -s "$work/old" ]; then
    ask --config "$work/old" "$api/delete" > "$work/answer"
  fi
fi
ask --form "$manifest=@$manifest" "$api/upload" > "$work/answer"
