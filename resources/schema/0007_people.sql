-- SPDX-License-Identifier: GPL-3.0-or-later
-- The case file, version 7: people who log in, and access records whose chain shows any change.
-- The password was given by somebody else; its owner chooses another one first.
ALTER TABLE user ADD COLUMN must_change INTEGER NOT NULL DEFAULT 0 CHECK (must_change IN (0, 1));
--;
ALTER TABLE user ADD COLUMN password_changed_at INTEGER;
--;
-- SHA-256 over the record and the hash before it (storage/AccessRepository); NULL in the records of older versions,
-- which stand before all others.
ALTER TABLE access_record ADD COLUMN hash BLOB;
--;
CREATE INDEX access_record_ticket ON access_record(ticket) WHERE ticket IS NOT NULL;
