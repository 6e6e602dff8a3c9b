# A project is part of a figure.
# breaks: parts-fit-wholes
INSERT DATA { project:斋堂华侨城项目 zt:partOf observation:地区生产总值-2022 }
