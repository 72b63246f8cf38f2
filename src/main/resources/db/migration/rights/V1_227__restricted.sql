alter table subject_request
    add column restricted_since timestamptz;
comment on column subject_request.restricted_since is 'While it restricts conversations; also after it is closed, and then it stays on the register.';
