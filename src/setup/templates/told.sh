cat told.txt
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  { echo '```'; cat told.txt; echo '```'; } >> "$GITHUB_STEP_SUMMARY"
fi
# {nl:Met een fout in een dorp (1) gaan de andere door; wil de machine niet (2), dan niets.|en:A mistake in a village (1) does not stop the others; a failure of the machine (2) stops everything.}
if [ "$outcome" -gt 1 ]; then exit "$outcome"; fi
echo "$outcome" > outcome.txt
