# Nothing tells how the value bounds the true one.
# breaks: value-has-comparator
DELETE WHERE { observation:地区生产总值-2022 zt:comparator ?comparator }
