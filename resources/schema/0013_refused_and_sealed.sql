-- SPDX-License-Identifier: GPL-3.0-or-later
-- The case file, version 13: the access records tell of refused commands too, and auditors seal 封存 the ends of both
-- chains.
-- SQLite changes no CHECK of a table that is there: it is made anew, record by record as it was.
CREATE TABLE access_record_13 (
  sequence INTEGER PRIMARY KEY,
  at       INTEGER NOT NULL,
  user     TEXT NOT NULL,
  action   TEXT NOT NULL CHECK (action IN ('view', 'print', 'export', 'publish', 'refused')),
  ticket   INTEGER REFERENCES ticket(id), -- NULL: none, or many, told in details
  details  TEXT NOT NULL DEFAULT '',
  hash     BLOB
) STRICT;
--;
INSERT INTO access_record_13(sequence, at, user, action, ticket, details, hash)
SELECT sequence, at, user, action, ticket, details, hash FROM access_record ORDER BY sequence;
--;
DROP TABLE access_record;
--;
ALTER TABLE access_record_13 RENAME TO access_record;
--;
CREATE INDEX access_record_ticket ON access_record(ticket) WHERE ticket IS NOT NULL;
--;
CREATE TRIGGER access_record_no_update BEFORE UPDATE ON access_record
BEGIN SELECT RAISE(ABORT, 'access records are append-only'); END;
--;
CREATE TRIGGER access_record_no_delete BEFORE DELETE ON access_record
BEGIN SELECT RAISE(ABORT, 'access records are append-only'); END;
--;
CREATE TRIGGER access_record_no_replace BEFORE INSERT ON access_record
WHEN EXISTS (SELECT 1 FROM access_record WHERE sequence = NEW.sequence)
BEGIN SELECT RAISE(ABORT, 'access records are append-only'); END;
--;
-- A key that opens with an auditor's password alone. When the password was given anew by somebody else, the key is
-- lost and the next one begins a series of its own.
CREATE TABLE seal_key (
  id      INTEGER PRIMARY KEY,
  user    INTEGER NOT NULL REFERENCES user(id),
  made_at INTEGER NOT NULL,
  salt    BLOB NOT NULL,
  wrapped BLOB NOT NULL
) STRICT;
--;
-- Where the chains ended at that time; mac goes over this and the seal of the same key before it.
CREATE TABLE seal (
  sequence     INTEGER PRIMARY KEY,
  key          INTEGER NOT NULL REFERENCES seal_key(id),
  number       INTEGER NOT NULL, -- within its key: 1, 2, …
  at           INTEGER NOT NULL,
  history      INTEGER NOT NULL,
  history_hash BLOB NOT NULL,
  access       INTEGER NOT NULL,
  access_hash  BLOB NOT NULL,
  mac          BLOB NOT NULL,
  UNIQUE (key, number)
) STRICT;
--;
CREATE TRIGGER seal_no_update BEFORE UPDATE ON seal
BEGIN SELECT RAISE(ABORT, 'a seal stays as it is'); END;
--;
CREATE TRIGGER seal_no_delete BEFORE DELETE ON seal
BEGIN SELECT RAISE(ABORT, 'a seal stays as it is'); END;
--;
CREATE TRIGGER seal_no_replace BEFORE INSERT ON seal
WHEN EXISTS (SELECT 1 FROM seal WHERE sequence = NEW.sequence OR (key = NEW.key AND number = NEW.number))
BEGIN SELECT RAISE(ABORT, 'a seal stays as it is'); END;
--;
-- Only the password that it opens with changes.
CREATE TRIGGER seal_key_no_update BEFORE UPDATE ON seal_key
WHEN OLD.id <> NEW.id OR OLD.user <> NEW.user OR OLD.made_at <> NEW.made_at
BEGIN SELECT RAISE(ABORT, 'the key of a seal stays whose it is'); END;
--;
CREATE TRIGGER seal_key_no_delete BEFORE DELETE ON seal_key
BEGIN SELECT RAISE(ABORT, 'the key of a seal stays'); END;
