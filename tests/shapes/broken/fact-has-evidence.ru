# No sentence proves the figure.
# breaks: fact-has-evidence
DELETE WHERE { observation:地区生产总值-2022 zt:evidence ?sentence }
