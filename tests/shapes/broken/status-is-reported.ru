# No report states the state.
# breaks: status-is-reported
DELETE WHERE { project:斋堂华侨城项目 zt:statusReport ?report . ?report zt:state zt:operating ; ?property ?value }
