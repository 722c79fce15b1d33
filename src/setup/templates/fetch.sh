set -eu
tools="$(mktemp -d)"
curl --fail --silent --show-error --location --retry 3 --output "$tools/program.tar.gz" "$ARCHIVE"
if ! echo "$CHECKSUM  $tools/program.tar.gz" | sha256sum --check --strict; then
  echo "{nl:Het opgehaalde programma is niet het programma dat hier hoort. Er is niets gemaakt en niets veranderd.|en:The downloaded program is not the one that was expected. Nothing was built and nothing was changed.}" >&2
  exit 1
fi
tar --extract --gzip --file "$tools/program.tar.gz" --directory "$tools"
program="$(find "$tools" -type f -name dorpsplein)"
