# The sixth of five.
# breaks: position-is-possible
DELETE WHERE { ?ranking zt:outOf ?all } ;
INSERT { ?ranking zt:outOf 5 } WHERE { ?ranking a zt:Ranking }
