-- To which vendors' models anything may go, because owners were told of them. What was on the public list before this was told then.
create table listed_vendor
(
    vendor    text not null,
    first_day date,
    constraint listed_vendor_pk primary key (vendor)
);
comment on column listed_vendor.first_day is 'For organizations that were there when it came upon the list; null where nobody had to be told.';
select taros_shared_table('listed_vendor');

insert into listed_vendor (vendor)
select entry ->> 'id'
from (select entries from sub_processor_list order by version desc limit 1) last, jsonb_array_elements(last.entries) entry
where jsonb_exists_any(entry -> 'purposes', array ['ANSWER', 'REWRITE', 'EMBED_QUESTION', 'EMBED_KNOWLEDGE']);

-- Of which vendor an organization was told, and from when it may get something. Who agreed stands in the audit log.
create table vendor_notice
(
    organization_id uuid not null,
    vendor          text not null,
    first_day       date not null,
    agreed_at       timestamptz,
    constraint vendor_notice_pk primary key (organization_id, vendor)
);
comment on column vendor_notice.agreed_at is 'Set where the owner did not want to wait for the day.';
select taros_tenant_table('vendor_notice');
