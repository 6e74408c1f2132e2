-- SPDX-License-Identifier: GPL-3.0-or-later
-- The case file, version 17: how sheets of other programs are read, and imports that were taken back.
-- 对照方案: which columns of a sheet of another program stand for which of ours. No record of the trade: it may be deleted.
CREATE TABLE sheet_profile (
  id         INTEGER PRIMARY KEY,
  name       TEXT    NOT NULL UNIQUE CHECK (length(name) > 0),
  definition TEXT    NOT NULL CHECK (length(definition) > 0), -- JSON of exchange/ForeignSheet, with a version of its own
  changed_at INTEGER NOT NULL,
  changed_by TEXT    NOT NULL DEFAULT ''
) STRICT;
--;
-- When the rows of an import were taken out again; NULL: they are here.
ALTER TABLE import_batch ADD COLUMN undone_at INTEGER;
--;
ALTER TABLE import_batch ADD COLUMN undone_by TEXT NOT NULL DEFAULT '';
