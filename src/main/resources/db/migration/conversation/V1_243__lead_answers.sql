-- What a form asked besides how somebody is reached, and the proof of what they agreed to.
alter table lead
    add column sealed_answers   bytea,
    add column consent_version  integer,
    add column consent_language text,
    add column consent_method   text constraint lead_consent_method check (consent_method in ('TICKED', 'SHOWN', 'REPORTED')),
    add column sealed_page      bytea,
    add constraint lead_consent_whole check (consent_method is null or consent_text is not null);
comment on column lead.consent_version is 'Of the form''s wording; none where it was not the form that asked.';
comment on column lead.consent_method is 'TICKED in a box, SHOWN beside the button, or REPORTED by a program in words of its own.';
comment on column lead.sealed_page is 'Where the form was filled in.';
