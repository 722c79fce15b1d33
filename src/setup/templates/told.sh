cat told.txt
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  { echo '```'; cat told.txt; echo '```'; } >> "$GITHUB_STEP_SUMMARY"
fi
# {nl:Met een fout in een dorp (1) gaan de andere door; wil de machine niet (2), dan niets.|en:With a mistake in a village (1) the others go on; when the machine refuses (2), nothing does.}
if [ "$outcome" -gt 1 ]; then exit "$outcome"; fi
echo "$outcome" > outcome.txt
