# The project is no longer where a statement says.
# breaks: statement-holds
DELETE WHERE { project:斋堂华侨城项目 zt:locatedIn ?place }
