-- Which pages of a site are read, and when they are read again without anybody asking.
alter table source add column include text[] not null default '{}';
alter table source add column exclude text[] not null default '{}';
alter table source add column recrawl text not null default 'NEVER';
alter table source add column recrawl_at timestamptz;
alter table source alter column include drop default;
alter table source alter column exclude drop default;
alter table source alter column recrawl drop default;
alter table source add constraint source_recrawl check (recrawl in ('NEVER', 'DAILY', 'WEEKLY', 'MONTHLY'));
alter table source add constraint source_recrawl_at check ((recrawl = 'NEVER') = (recrawl_at is null));
comment on column source.include is 'Patterns of paths; none means every page.';
comment on column source.exclude is 'Patterns of paths that are left out whatever include says.';
comment on column source.recrawl_at is 'The night in which it is read again by itself.';

-- What a run knows of a page: whether it still belongs to the site, and what became of it.
alter table document add column met_round int not null default 0;
alter table document alter column met_round drop default;
alter table document add column links text[];
alter table document add column change text;
alter table document add column change_round int;
alter table document add constraint document_change check (change in ('NEW', 'CHANGED', 'VANISHED'));
alter table document add constraint document_change_round check ((change is null) = (change_round is null));
comment on column document.met_round is 'The last round in which the site still led there.';
comment on column document.links is 'Pages of the site it linked to when it was read last, before any rule; an unchanged page is not sent again.';

-- What each reading of a site came to. The last ones of a source are kept.
create table source_run
(
    organization_id uuid        not null,
    source_id       uuid        not null,
    bot_id          uuid        not null,
    round           int         not null,
    extent          text        not null,
    ended_at        timestamptz not null,
    added           int         not null,
    changed         int         not null,
    vanished        int         not null,
    unchanged       int         not null,
    failed          int         not null,
    added_urls      text[]      not null,
    changed_urls    text[]      not null,
    vanished_urls   text[]      not null,
    constraint source_run_pk primary key (organization_id, source_id, round),
    constraint source_run_source foreign key (organization_id, source_id)
        references source (organization_id, id) on delete cascade,
    constraint source_run_extent check (extent in ('WHOLE', 'PART'))
);
comment on column source_run.extent is 'PART where the site could not be followed to its end: nothing vanished for want of a link.';
comment on column source_run.added_urls is 'The first of them, as with the others.';
select taros_tenant_table('source_run');
select taros_bot_table('source_run');
