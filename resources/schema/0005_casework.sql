-- SPDX-License-Identifier: GPL-3.0-or-later
-- The case file, version 5: what the handling of a ticket needs beyond its times.
-- The due time that was asked for
ALTER TABLE dispatch ADD COLUMN extension_due_at INTEGER;
--;
-- 交办意见: what the office asks of the department
ALTER TABLE dispatch_text ADD COLUMN instruction TEXT NOT NULL DEFAULT '';
--;
-- Why a return or an extension was refused last
ALTER TABLE dispatch_text ADD COLUMN ruling TEXT NOT NULL DEFAULT '';
--;
-- 一单一报: the written explanation of a matter with which the citizen is not satisfied and nothing more can be done.
CREATE TABLE explanation (
  id         INTEGER PRIMARY KEY,
  ticket     INTEGER NOT NULL REFERENCES ticket(id),
  department INTEGER REFERENCES department(id), -- of the lead dispatch
  at         INTEGER NOT NULL,
  by         TEXT NOT NULL DEFAULT '',
  text       TEXT NOT NULL
) STRICT;
--;
CREATE INDEX explanation_ticket ON explanation(ticket);
--;
-- A reply that the review sent back, and that another has replaced since. The dispatch holds the last one.
CREATE TABLE earlier_reply (
  id             INTEGER PRIMARY KEY,
  dispatch       INTEGER NOT NULL REFERENCES dispatch(id),
  replied_at     INTEGER NOT NULL,
  reply          TEXT NOT NULL DEFAULT '',
  claimed_result TEXT CHECK (claimed_result IN ('solved', 'explained', 'refused')),
  reviewed_at    INTEGER,
  review         TEXT NOT NULL DEFAULT ''
) STRICT;
--;
CREATE INDEX earlier_reply_dispatch ON earlier_reply(dispatch);
