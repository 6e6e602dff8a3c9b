# A state has no year.
# breaks: status-has-year
DELETE { ?report zt:year ?year } WHERE { ?report a zt:StatusReport ; zt:state zt:completed ; zt:year ?year }
