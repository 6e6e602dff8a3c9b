# Nothing tells whether the change is in per cent.
# breaks: change-can-be-read
DELETE WHERE { observation:地区生产总值-2022 zt:changeKind ?kind }
