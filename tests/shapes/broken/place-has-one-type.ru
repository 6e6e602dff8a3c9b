# A town is a village.
# breaks: place-has-one-type
INSERT DATA { place:110109106 zt:placeType zt:village }
