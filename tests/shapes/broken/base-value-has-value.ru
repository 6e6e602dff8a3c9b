# A value is given in its base unit alone.
# breaks: base-value-has-value
DELETE WHERE { observation:地区生产总值-2022 zt:value ?value }
