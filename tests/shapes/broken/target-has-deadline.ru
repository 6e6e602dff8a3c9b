# Nothing tells by when the milestone is to be reached.
# breaks: target-has-deadline
DELETE WHERE { target:斋堂华侨城项目-operating-2023 zt:deadline ?year }
