# A milestone has no state, a status report two.
# breaks: state-is-one-of-nine state-is-one-of-nine
DELETE WHERE { target:斋堂华侨城项目-operating-2023 zt:state ?state } ;
INSERT { ?report zt:state zt:suspended } WHERE { ?report a zt:StatusReport ; zt:state zt:completed }
