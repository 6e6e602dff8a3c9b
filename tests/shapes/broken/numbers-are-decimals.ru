# A value is a text.
# breaks: numbers-are-decimals
DELETE DATA { observation:地区生产总值-2022 zt:value "275"^^xsd:decimal } ;
INSERT DATA { observation:地区生产总值-2022 zt:value "275" }
