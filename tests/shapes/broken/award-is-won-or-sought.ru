# Nothing tells whether the honour was won.
# breaks: award-is-won-or-sought
DELETE WHERE { ?statement zt:awardStatus ?status }
