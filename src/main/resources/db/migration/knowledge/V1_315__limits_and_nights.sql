-- What a run knows of itself: that there were more pages than are read, and that nobody asked for it.
alter table source add column capped_round int;
alter table source add column night_round int;
comment on column source.capped_round is 'The last round in which the site led to more pages than are read of one source.';
comment on column source.night_round is 'The last round that began by itself.';
alter table source_run drop constraint source_run_extent;
alter table source_run add constraint source_run_extent check (extent in ('WHOLE', 'PART', 'CAPPED'));
comment on column source_run.extent is 'PART where the site could not be followed to its end, CAPPED where it has more pages than are read: nothing vanished for want of a link.';
