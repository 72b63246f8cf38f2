-- What the next entry of an organization's audit log follows, held until the transaction ends: entries of one organization follow
-- one another. One exchange with the database and not two; the second statement sees what was committed while the first one waited,
-- which a single one would not.
create function taros_audit_end(organization uuid) returns table (seq bigint, hash bytea)
    language plpgsql volatile as
$$
begin
    perform pg_advisory_xact_lock(hashtextextended('taros.audit.' || organization::text, 0));
    return query
        (select e.seq, e.hash from audit_entry e where e.organization_id = organization order by e.seq desc limit 1)
        union all
        select c.seq, c.hash from audit_cut c where c.organization_id = organization
        order by 1 desc limit 1;
end
$$;
