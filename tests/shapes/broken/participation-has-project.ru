# A participation belongs to no project.
# breaks: participation-has-project
DELETE { project:斋堂华侨城项目 zt:participation ?part } WHERE { project:斋堂华侨城项目 zt:participation ?part . ?part zt:role zt:funder }
