# A sentence has two texts.
# breaks: sentence-says-one-thing
INSERT { ?sentence nif:anchorOf "争创。" } WHERE { ?sentence nif:beginIndex 60 }
