# A sentence has lost its text.
# breaks: sentence-is-whole
DELETE { ?sentence nif:anchorOf ?text } WHERE { ?sentence nif:beginIndex 60 ; nif:anchorOf ?text }
