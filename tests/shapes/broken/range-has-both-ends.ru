# A range has no upper end.
# breaks: range-has-both-ends
DELETE WHERE { target:斋堂镇-民宿数量-3-5年 zt:maxValue ?most }
