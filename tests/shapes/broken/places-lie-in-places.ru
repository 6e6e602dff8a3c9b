# A town lies in a project.
# breaks: places-lie-in-places
INSERT DATA { place:110109106 zt:within project:斋堂华侨城项目 }
