# A milestone has no project.
# breaks: milestone-has-project
DELETE WHERE { target:斋堂华侨城项目-operating-2023 zt:project ?project }
