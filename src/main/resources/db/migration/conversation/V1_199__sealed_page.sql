-- Where a chat began is sealed like what is said in it. SQL cannot seal: of chats that were begun before, it is forgotten.
alter table conversation
    drop column page_url,
    add column sealed_page bytea;
comment on column conversation.sealed_page is 'The address of the page, without query and fragment.';
