-- A ticket without a subject cannot be found in any list.

ALTER TABLE ticket ADD CONSTRAINT ticket_subject_not_blank CHECK (btrim(subject) <> '');
