# Two places have one code.
# breaks: code-names-one-place code-names-one-place code-names-one-place
DELETE DATA { place:110109106 zt:divisionCode "110109106" } ;
INSERT DATA { place:110109106 zt:divisionCode "110109" }
