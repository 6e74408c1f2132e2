-- SPDX-License-Identifier: GPL-3.0-or-later
-- The case file, version 18: what somebody has typed into a form and not saved, beside the drafts of Intake, which are
-- tickets. 未保存的文字: a citizen's words may stand in it. So it is its user's alone, never leaves the file but in a
-- backup, and goes as soon as the form is saved or given up.
CREATE TABLE kept_draft (
  id       INTEGER PRIMARY KEY,
  user     TEXT    NOT NULL CHECK (length(user) > 0),
  kind     TEXT    NOT NULL CHECK (length(kind) > 0),    -- the command that it is typed for, as the history calls it
  object   TEXT    NOT NULL CHECK (length(object) > 0),  -- what that is about: "ticket 12", "dispatch 7", "article 3"
  content  TEXT    NOT NULL CHECK (length(content) > 0), -- JSON of domain/TypedWords, with a version of its own
  saved_at INTEGER NOT NULL                              -- by this computer's clock, be it in doubt
) STRICT;
--;
-- the words of one user for one form, which there are once; and all of a user
CREATE UNIQUE INDEX kept_draft_place ON kept_draft(user, kind, object);
