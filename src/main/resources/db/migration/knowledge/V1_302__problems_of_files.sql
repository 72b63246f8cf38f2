-- What went wrong with a file is called the same whatever its kind. The owner of the tables must see the rows for once.
alter table source no force row level security;
alter table document no force row level security;

update source set problem = replace(problem, 'knowledge.read.docx-', 'knowledge.read.') where problem like 'knowledge.read.docx-%';
update document set problem = replace(problem, 'knowledge.read.docx-', 'knowledge.read.') where problem like 'knowledge.read.docx-%';

alter table source force row level security;
alter table document force row level security;
