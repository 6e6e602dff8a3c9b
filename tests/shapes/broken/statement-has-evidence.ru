# No sentence proves where the project is.
# breaks: statement-has-evidence
DELETE { ?statement zt:evidence ?sentence }
WHERE { ?statement rdf:predicate zt:locatedIn ; zt:evidence ?sentence }
