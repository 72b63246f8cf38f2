alter table conversation
    add column team_id uuid,
    add constraint conversation_team foreign key (organization_id, team_id) references team (organization_id, id)
        on delete set null (team_id);
comment on column conversation.team_id is 'To which it is left; none where it is left to everybody.';
create index conversation_by_team on conversation (organization_id, team_id, last_message_at desc) where team_id is not null;

alter table conversation_move
    add column team_id uuid,
    drop constraint conversation_move_kind,
    add constraint conversation_move_kind check (kind in
        ('HAND_OVER', 'TAKE_OVER', 'PUT_BACK', 'HAND_BACK', 'RESOLVE', 'CLOSE', 'REOPEN', 'ASSIGN', 'TRANSFER'));
comment on column conversation_move.team_id is 'To which it is left from here on. No foreign key: what was done outlasts a team.';
