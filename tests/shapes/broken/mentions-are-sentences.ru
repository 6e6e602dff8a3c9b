# A project is named in an organization.
# breaks: mentions-are-sentences
INSERT DATA { project:斋堂华侨城项目 zt:mentionedIn organization:华侨城集团 }
