# The report ends before its last sentence does.
# breaks: offsets-inside-report
DELETE { ?text nif:endIndex 100 } INSERT { ?text nif:endIndex 65 } WHERE { ?text nif:endIndex 100 }
