# A programme lives elsewhere.
# breaks: iri-under-base
INSERT DATA {
  <http://example.org/programme/甲> a zt:Programme ; rdfs:label "甲计划"@zh .
  <http://example.org/programme/甲> zt:mentionedIn <https://w3id.org/zhengtu/id/report/110109/2023#char=10,25> .
}
