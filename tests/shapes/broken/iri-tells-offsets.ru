# A sentence ends elsewhere than its IRI says.
# breaks: iri-tells-offsets
DELETE { ?sentence nif:endIndex 52 } INSERT { ?sentence nif:endIndex 54 } WHERE { ?sentence nif:endIndex 52 }
