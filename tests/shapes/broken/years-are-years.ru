# A year is a number.
# breaks: years-are-years
DELETE DATA { observation:地区生产总值-2022 zt:period "2022"^^xsd:gYear } ;
INSERT DATA { observation:地区生产总值-2022 zt:period 2022 }
