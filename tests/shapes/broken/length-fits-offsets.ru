# A sentence is longer than its place in the file.
# breaks: length-fits-offsets
DELETE { ?sentence nif:anchorOf ?text } INSERT { ?sentence nif:anchorOf "预计实现地区生产总值275亿元。" }
WHERE { ?sentence nif:beginIndex 40 ; nif:anchorOf ?text }
