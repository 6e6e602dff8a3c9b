# No sentence names the project.
# breaks: thing-is-known
DELETE WHERE { project:斋堂华侨城项目 zt:mentionedIn ?sentence }
