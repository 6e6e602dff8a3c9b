# A place is an organization, too.
# breaks: thing-of-one-kind
INSERT DATA { place:110109106 a zt:Organization }
