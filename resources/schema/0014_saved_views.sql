-- SPDX-License-Identifier: GPL-3.0-or-later
-- The case file, version 14: saved views of lists.
-- 视图: how somebody wants a list: what narrows it, its order, its columns. Views are no records of the trade: they may
-- be deleted. The words that a view looks for may be a citizen's name, so it never leaves the case file.
CREATE TABLE saved_view (
  id         INTEGER PRIMARY KEY,
  list       TEXT    NOT NULL CHECK (list IN ('tickets', 'calls')),
  name       TEXT    NOT NULL CHECK (length(name) > 0),
  owner      TEXT    NOT NULL DEFAULT '',                       -- the user whose it is alone; '': the whole office's
  definition TEXT    NOT NULL CHECK (length(definition) > 0), -- JSON of casework/ListViews, with a version of its own
  updated_at INTEGER NOT NULL,
  updated_by TEXT    NOT NULL DEFAULT '',
  version    INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)    -- who saves an older one is told
) STRICT;
--;
-- the views of a list that somebody sees, and that none has the name of another
CREATE UNIQUE INDEX saved_view_name ON saved_view(list, owner, name);
