# The district lies in its own town.
# breaks: no-loop-of-places no-loop-of-places
INSERT DATA { place:110109 zt:within place:110109106 }
