-- SPDX-License-Identifier: GPL-3.0-or-later
-- The case file, version 11: suspended time 暂停计时. While a department waits for what it can't hasten (an appraisal, a
-- court, the weather), the time of its dispatch stands still, where the deadline rule allows it.
-- How many working days in all the time of one dispatch may stand still; 0: never.
ALTER TABLE deadline_rule ADD COLUMN suspension_days INTEGER NOT NULL DEFAULT 0 CHECK (suspension_days >= 0);
--;
-- The last suspension of a dispatch; those before it are in the history. When it began:
ALTER TABLE dispatch ADD COLUMN suspended_at INTEGER;
--;
-- when the time runs again, as planned or since it was let run earlier
ALTER TABLE dispatch ADD COLUMN suspended_until INTEGER;
--;
-- the due time as it would be without it
ALTER TABLE dispatch ADD COLUMN suspended_due_at INTEGER;
--;
-- the working days of the suspensions before the last
ALTER TABLE dispatch ADD COLUMN suspended_days INTEGER NOT NULL DEFAULT 0;
--;
ALTER TABLE dispatch_text ADD COLUMN suspension_ground TEXT NOT NULL DEFAULT '';
--;
-- When the first extension was granted, of several.
ALTER TABLE dispatch ADD COLUMN first_extended_at INTEGER;
--;
-- The due times that a dispatch had, once it was suspended or extended again: figures ask for the one in force at a
-- cut-off. (Of one that was extended once and no more, the original due time and the extension say it.)
CREATE TABLE earlier_due (
  id       INTEGER PRIMARY KEY,
  dispatch INTEGER NOT NULL REFERENCES dispatch(id),
  until    INTEGER NOT NULL, -- from then on another one
  due_at   INTEGER NOT NULL
) STRICT;
--;
CREATE INDEX earlier_due_dispatch ON earlier_due(dispatch);
--;
CREATE TRIGGER figure_new_earlier_due AFTER INSERT ON earlier_due
BEGIN
  DELETE FROM figure_day WHERE id = (SELECT t.received_at / 86400000 FROM dispatch d JOIN ticket t ON t.id = d.ticket
                                     WHERE d.id = NEW.dispatch);
END;
--;
CREATE TRIGGER figure_changed_earlier_due AFTER UPDATE ON earlier_due
BEGIN
  DELETE FROM figure_day WHERE id IN (SELECT t.received_at / 86400000 FROM dispatch d JOIN ticket t ON t.id = d.ticket
                                      WHERE d.id IN (OLD.dispatch, NEW.dispatch));
END;
--;
CREATE TRIGGER figure_gone_earlier_due AFTER DELETE ON earlier_due
BEGIN
  DELETE FROM figure_day WHERE id = (SELECT t.received_at / 86400000 FROM dispatch d JOIN ticket t ON t.id = d.ticket
                                     WHERE d.id = OLD.dispatch);
END;
--;
CREATE TRIGGER figure_replaced_earlier_due BEFORE INSERT ON earlier_due
WHEN EXISTS (SELECT 1 FROM earlier_due WHERE id = NEW.id)
BEGIN
  DELETE FROM figure_day WHERE id IN (SELECT t.received_at / 86400000 FROM earlier_due e
                                      JOIN dispatch d ON d.id = e.dispatch JOIN ticket t ON t.id = d.ticket
                                      WHERE e.id = NEW.id);
END;
