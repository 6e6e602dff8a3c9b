# An organization has no name, a project two, a fact one in English alone.
# breaks: thing-is-named thing-is-named thing-is-named
DELETE DATA { organization:华侨城集团 rdfs:label "华侨城集团"@zh } ;
INSERT DATA { project:斋堂华侨城项目 rdfs:label "华侨城"@zh } ;
DELETE DATA { observation:地区生产总值-2022 rdfs:label "地区生产总值 275亿元（2022）"@zh } ;
INSERT DATA { observation:地区生产总值-2022 rdfs:label "GDP"@en }
