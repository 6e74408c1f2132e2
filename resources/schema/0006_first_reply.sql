-- SPDX-License-Identifier: GPL-3.0-or-later
-- The case file, version 6: the first reply of a dispatch 首次反馈, which the timely reply rate counts (及时回复率), kept
-- when a later one has taken its place; NULL: the last reply is the first.
ALTER TABLE dispatch ADD COLUMN first_replied_at INTEGER;
--;
UPDATE dispatch SET first_replied_at = (SELECT min(e.replied_at) FROM earlier_reply e WHERE e.dispatch = dispatch.id)
WHERE id IN (SELECT dispatch FROM earlier_reply);
