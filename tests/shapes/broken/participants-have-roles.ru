# The roles of a participant are gone.
# breaks: participants-have-roles
DELETE WHERE { project:斋堂华侨城项目 zt:participation ?part . ?part ?property ?value }
