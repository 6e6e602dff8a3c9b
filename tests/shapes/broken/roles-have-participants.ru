# Roles remain of one who takes no part.
# breaks: roles-have-participants statement-holds
DELETE WHERE { project:斋堂华侨城项目 zt:participant ?organization }
