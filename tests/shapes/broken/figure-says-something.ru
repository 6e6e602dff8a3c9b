# A target sets no figure.
# breaks: figure-says-something
DELETE WHERE { target:地区生产总值-2023 zt:changeValue ?value }
