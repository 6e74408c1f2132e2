-- SPDX-License-Identifier: GPL-3.0-or-later
-- The case file, version 3: the facts that figures are counted from, packed by day.
--
-- To count a year of two million tickets from the tables takes ten seconds, from these days less than one. A day is
-- kept when it has come to rest; whatever changes in it, whoever changes it, its row goes away by a trigger, and the
-- day is counted from the tables until it is kept again. So what is here is never stale.
CREATE TABLE figure_day (
  id    INTEGER PRIMARY KEY, -- UTC day (ms / 86400000) of receipt; of calls, 1000000 + the day of their start
  facts BLOB NOT NULL        -- see core/storage/PackedFacts.h
) STRICT;
--;
CREATE TRIGGER figure_new_ticket AFTER INSERT ON ticket
BEGIN
  DELETE FROM figure_day WHERE id = NEW.received_at / 86400000;
END;
--;
CREATE TRIGGER figure_changed_ticket
AFTER UPDATE OF received_at, channel, request_type, category, topic, closed_at, due_at, state, resolution, requester_kind
ON ticket
BEGIN
  DELETE FROM figure_day WHERE id IN (OLD.received_at / 86400000, NEW.received_at / 86400000);
END;
--;
CREATE TRIGGER figure_gone_ticket AFTER DELETE ON ticket
BEGIN
  DELETE FROM figure_day WHERE id = OLD.received_at / 86400000;
END;
--;
CREATE TRIGGER figure_new_dispatch AFTER INSERT ON dispatch
BEGIN
  DELETE FROM figure_day WHERE id = (SELECT received_at / 86400000 FROM ticket WHERE id = NEW.ticket);
END;
--;
CREATE TRIGGER figure_changed_dispatch AFTER UPDATE ON dispatch
BEGIN
  DELETE FROM figure_day WHERE id IN (SELECT received_at / 86400000 FROM ticket WHERE id IN (OLD.ticket, NEW.ticket));
END;
--;
CREATE TRIGGER figure_gone_dispatch AFTER DELETE ON dispatch
BEGIN
  DELETE FROM figure_day WHERE id = (SELECT received_at / 86400000 FROM ticket WHERE id = OLD.ticket);
END;
--;
CREATE TRIGGER figure_new_follow_up AFTER INSERT ON follow_up
BEGIN
  DELETE FROM figure_day WHERE id = (SELECT received_at / 86400000 FROM ticket WHERE id = NEW.ticket);
END;
--;
CREATE TRIGGER figure_changed_follow_up AFTER UPDATE ON follow_up
BEGIN
  DELETE FROM figure_day WHERE id IN (SELECT received_at / 86400000 FROM ticket WHERE id IN (OLD.ticket, NEW.ticket));
END;
--;
CREATE TRIGGER figure_gone_follow_up AFTER DELETE ON follow_up
BEGIN
  DELETE FROM figure_day WHERE id = (SELECT received_at / 86400000 FROM ticket WHERE id = OLD.ticket);
END;
--;
CREATE TRIGGER figure_new_call AFTER INSERT ON call
BEGIN
  DELETE FROM figure_day WHERE id = 1000000 + NEW.started_at / 86400000;
END;
--;
CREATE TRIGGER figure_changed_call AFTER UPDATE OF started_at, direction, outcome, topic ON call
BEGIN
  DELETE FROM figure_day
  WHERE id IN (1000000 + OLD.started_at / 86400000, 1000000 + NEW.started_at / 86400000);
END;
--;
CREATE TRIGGER figure_gone_call AFTER DELETE ON call
BEGIN
  DELETE FROM figure_day WHERE id = 1000000 + OLD.started_at / 86400000;
END;
