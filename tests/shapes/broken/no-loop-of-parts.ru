# A target is part of its own part.
# breaks: no-loop-of-parts no-loop-of-parts
INSERT DATA { target:地区生产总值-2023 zt:partOf target:斋堂镇-民宿数量-3-5年 }
