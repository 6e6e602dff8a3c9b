# A rank of no figure.
# breaks: ranking-has-figure
DELETE WHERE { observation:地区生产总值-2022 zt:ranking ?ranking }
