# A statement has no object, another two.
# breaks: statement-holds statement-is-whole statement-is-whole
DELETE { ?statement rdf:object ?object } WHERE { ?statement rdf:predicate zt:within ; rdf:object ?object } ;
INSERT { ?statement rdf:object place:110109 } WHERE { ?statement rdf:predicate zt:status }
