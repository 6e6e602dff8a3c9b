# Nobody asserts the figure, or that the project is where it is.
# breaks: fact-is-asserted fact-is-asserted
DELETE WHERE { observation:地区生产总值-2022 zt:assertedBy ?by } ;
DELETE { ?statement zt:assertedBy ?by } WHERE { ?statement rdf:predicate zt:locatedIn ; zt:assertedBy ?by }
