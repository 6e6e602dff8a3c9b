# A project is located in an organization.
# breaks: projects-lie-in-places
INSERT DATA {
  project:斋堂华侨城项目 zt:locatedIn organization:华侨城集团 .
  <https://w3id.org/zhengtu/id/statement/1> a rdf:Statement ; rdf:subject project:斋堂华侨城项目 ; rdf:predicate zt:locatedIn ;
    rdf:object organization:华侨城集团 ; zt:assertedBy zt:gazetteer .
}
