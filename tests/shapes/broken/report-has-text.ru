# The text as a whole has no end.
# breaks: report-has-text
DELETE { ?text nif:endIndex ?end } WHERE { ?text a nif:Context ; nif:endIndex ?end }
