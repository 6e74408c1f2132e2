-- SPDX-License-Identifier: GPL-3.0-or-later
-- The case file, version 9: attachments 附件. They lie in the case file itself, so that a copy of it holds everything.
-- What files hold, each content once however many tickets have it. In a table of its own, the bytes last: lists never
-- read them.
CREATE TABLE attachment_content (
  id     INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32), -- serves: is this content here already?
  size   INTEGER NOT NULL CHECK (size > 0 AND size = length(data)),
  data   BLOB NOT NULL
) STRICT;
--;
-- A file of a ticket. A removed one stays, as a line that says who removed it and why.
CREATE TABLE attachment (
  id         INTEGER PRIMARY KEY,
  ticket     INTEGER NOT NULL REFERENCES ticket(id),
  name       TEXT NOT NULL CHECK (name <> ''), -- as it came: a text, never a path
  kind       TEXT NOT NULL CHECK (kind IN ('picture', 'pdf', 'text', 'office', 'audio', 'video', 'archive',
                                           'dangerous', 'other')),
  content    INTEGER NOT NULL REFERENCES attachment_content(id),
  added_at   INTEGER NOT NULL,
  added_by   TEXT NOT NULL DEFAULT '',
  note       TEXT NOT NULL DEFAULT '',
  removed_at INTEGER,
  removed_by TEXT NOT NULL DEFAULT '',
  ground     TEXT NOT NULL DEFAULT '', -- why it was removed
  CHECK (removed_at IS NOT NULL OR (removed_by = '' AND ground = ''))
) STRICT;
--;
-- the attachments of a ticket
CREATE INDEX attachment_ticket ON attachment(ticket);
--;
-- is a content still somebody's? asked by the check of a file
CREATE INDEX attachment_of_content ON attachment(content);
--;
-- An attachment can only be removed, once; what it is doesn't change.
CREATE TRIGGER identity_attachment BEFORE UPDATE ON attachment
WHEN OLD.removed_at IS NOT NULL OR NEW.removed_at IS NULL OR OLD.id <> NEW.id OR OLD.ticket <> NEW.ticket
  OR OLD.name <> NEW.name OR OLD.kind <> NEW.kind OR OLD.content <> NEW.content OR OLD.added_at <> NEW.added_at
  OR OLD.added_by <> NEW.added_by OR OLD.note <> NEW.note
BEGIN SELECT RAISE(ABORT, 'an attachment stays what it is'); END;
--;
CREATE TRIGGER identity_attachment_kept BEFORE DELETE ON attachment
BEGIN SELECT RAISE(ABORT, 'an attachment is removed, never deleted'); END;
--;
CREATE TRIGGER identity_attachment_replaced BEFORE INSERT ON attachment
WHEN EXISTS (SELECT 1 FROM attachment WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'an attachment stays what it is'); END;
--;
CREATE TRIGGER identity_content BEFORE UPDATE ON attachment_content
BEGIN SELECT RAISE(ABORT, 'the content of an attachment stays what it is'); END;
--;
CREATE TRIGGER identity_content_kept BEFORE DELETE ON attachment_content
BEGIN SELECT RAISE(ABORT, 'the content of an attachment is never deleted'); END;
--;
CREATE TRIGGER identity_content_replaced BEFORE INSERT ON attachment_content
WHEN EXISTS (SELECT 1 FROM attachment_content WHERE id = NEW.id OR sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'the content of an attachment stays what it is'); END;
