# No statement says that the project is where it is.
# breaks: relation-is-stated
DELETE WHERE { ?statement rdf:predicate zt:locatedIn ; ?property ?value }
