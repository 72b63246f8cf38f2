-- What left the house: one line a call to somebody else's server, written before it begins; pages of a site and refusals are counted
-- by the hour. No content and nobody's name. Belongs to
-- the organization whose data it carried, otherwise to the installation, which has the id 0 here as in the audit log; so no foreign key.
create table egress_call
(
    organization_id uuid        not null,
    id              uuid        not null,
    at              timestamptz not null,
    purpose         text        not null,
    vendor          text        not null,
    host            text        not null,
    area            text        not null,
    model           text,
    data            text[]      not null,
    calls           bigint      not null,
    sent_bytes      bigint      not null,
    received_bytes  bigint      not null,
    masked          int,
    outcome         text        not null,
    constraint egress_call_pk primary key (organization_id, id),
    constraint egress_call_outcome check (outcome in ('OPEN', 'ANSWERED', 'FAILED', 'REFUSED')),
    constraint egress_call_counts check (calls > 0 and sent_bytes >= 0 and received_bytes >= 0 and masked >= 0)
);
comment on column egress_call.masked is 'How many values were replaced before; null where nothing was looked for.';
comment on column egress_call.calls is 'More than one only for pages of one site in one hour, and for what was refused in one.';
create index egress_call_at on egress_call (organization_id, at desc, id desc);
select taros_tenant_table('egress_call');

-- To whom an organization lets its questions and knowledge go, where it decided otherwise than usual.
create table egress_policy
(
    organization_id uuid        not null,
    eu_only         boolean     not null,
    no_training     boolean     not null,
    vendors         text[],
    masking         boolean     not null,
    changed_at      timestamptz not null,
    constraint egress_policy_pk primary key (organization_id)
);
comment on column egress_policy.vendors is 'Only these; null for all that meet the rest.';
select taros_tenant_table('egress_policy');
