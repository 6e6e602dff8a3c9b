# A title is to be won, and nobody knows which.
# breaks: honour-target-has-honour
DELETE WHERE { target:国家森林城市-2023 zt:honour ?honour }
