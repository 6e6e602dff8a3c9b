# A sentence begins after its end.
# breaks: iri-tells-offsets length-fits-offsets offsets-in-order
DELETE { ?sentence nif:beginIndex 40 } INSERT { ?sentence nif:beginIndex 53 } WHERE { ?sentence nif:beginIndex 40 }
