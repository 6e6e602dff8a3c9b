# A state belongs to no project.
# breaks: status-has-project
DELETE { project:斋堂华侨城项目 zt:statusReport ?report } WHERE { project:斋堂华侨城项目 zt:statusReport ?report . ?report zt:state zt:completed }
