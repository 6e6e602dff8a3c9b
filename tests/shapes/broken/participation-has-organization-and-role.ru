# A participation has no role.
# breaks: participation-has-organization-and-role
DELETE WHERE { ?part zt:role zt:funder }
