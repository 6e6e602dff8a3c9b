# A figure measures nothing.
# breaks: figure-has-indicator
DELETE WHERE { observation:地区生产总值-2022 zt:indicator ?indicator }
