# The report plans the year that it looks back on.
# breaks: report-years-in-order
DELETE DATA { report:2023 zt:reviewYear "2022"^^xsd:gYear } ;
INSERT DATA { report:2023 zt:reviewYear "2023"^^xsd:gYear }
