-- SPDX-License-Identifier: GPL-3.0-or-later
-- The case file, version 2: full-text search over tickets.
--
-- The index holds, for each ticket, which pairs of neighbouring characters (and which fours of digits) occur in its
-- folded texts, and one term for each thing that lists are filtered by (its category, its state …); rowid = ticket. It
-- is contentless: the texts lie in ticket_text and dispatch_text alone.
CREATE VIRTUAL TABLE ticket_search USING fts5(grams, content = '', columnsize = 0, detail = none, tokenize = 'ascii');
--;
-- What the index stands for; one row.
CREATE TABLE search_state (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  folding  INTEGER NOT NULL DEFAULT 0, -- how its texts were folded; another program version may fold otherwise
  built_to INTEGER,                    -- while it is being built: it holds the tickets up to this id; NULL: all
  latest   INTEGER NOT NULL DEFAULT 0, -- the latest received_at in it
  disorder INTEGER NOT NULL DEFAULT 0  -- no ticket was received more than so many ms before one of a smaller id
) STRICT;
--;
INSERT INTO search_state(id, built_to) VALUES(1, 0);
--;
-- What has changed since the index was brought up to date, with the text that it still holds for it. Written by
-- triggers, so that no change gets past it, whoever makes it; empty after each transaction of the program.
CREATE TABLE search_pending (
  ticket INTEGER NOT NULL,
  -- 0: the ticket is new; 1: its texts; 2: its number; 3: its received_at; 4: what it is filtered by;
  -- -2 * id: the reply of that dispatch; -2 * id - 1: whom it is given to
  part   INTEGER NOT NULL,
  text   TEXT NOT NULL, -- the old value; texts, then U+001E, then numbers, parted by U+001F
  PRIMARY KEY (ticket, part)
) STRICT, WITHOUT ROWID;
--;
CREATE TRIGGER search_new_ticket AFTER INSERT ON ticket_text
BEGIN
  INSERT INTO search_pending(ticket, part, text) VALUES(NEW.ticket, 0, '') ON CONFLICT DO NOTHING;
END;
--;
CREATE TRIGGER search_changed_texts
AFTER UPDATE OF title, content, answer, address, requester, phone, channel_reference ON ticket_text
WHEN (OLD.title, OLD.content, OLD.answer, OLD.address, OLD.requester, OLD.phone, OLD.channel_reference)
  IS NOT (NEW.title, NEW.content, NEW.answer, NEW.address, NEW.requester, NEW.phone, NEW.channel_reference)
BEGIN
  INSERT INTO search_pending(ticket, part, text)
  VALUES(OLD.ticket, 1, OLD.title || char(31) || OLD.content || char(31) || OLD.answer || char(31) || OLD.address
         || char(31) || OLD.requester || char(30) || OLD.phone || char(31) || OLD.channel_reference)
  ON CONFLICT DO NOTHING;
END;
--;
CREATE TRIGGER search_changed_number AFTER UPDATE OF number ON ticket WHEN OLD.number IS NOT NEW.number
BEGIN
  INSERT INTO search_pending(ticket, part, text) VALUES(OLD.id, 2, ifnull(OLD.number, ''))
  ON CONFLICT DO NOTHING;
END;
--;
CREATE TRIGGER search_changed_attributes
AFTER UPDATE OF channel, request_type, category, topic, area, state, resolution, closed_at, marks ON ticket
WHEN (OLD.channel, OLD.request_type, OLD.category, OLD.topic, OLD.area, OLD.state, OLD.resolution, OLD.closed_at IS NULL,
      OLD.marks)
  IS NOT (NEW.channel, NEW.request_type, NEW.category, NEW.topic, NEW.area, NEW.state, NEW.resolution,
          NEW.closed_at IS NULL, NEW.marks)
BEGIN
  INSERT INTO search_pending(ticket, part, text)
  VALUES(OLD.id, 4, OLD.channel || '|' || ifnull(OLD.request_type, 0) || '|' || ifnull(OLD.category, 0) || '|'
         || ifnull(OLD.topic, 0) || '|' || ifnull(OLD.area, 0) || '|' || OLD.marks || '|' || OLD.state || '|'
         || (OLD.closed_at IS NULL AND OLD.state NOT IN ('draft', 'void') AND OLD.resolution IS NOT 'merged'))
  ON CONFLICT DO NOTHING;
END;
--;
CREATE TRIGGER search_moved_ticket AFTER UPDATE OF received_at ON ticket WHEN OLD.received_at <> NEW.received_at
BEGIN
  INSERT INTO search_pending(ticket, part, text) VALUES(OLD.id, 3, OLD.received_at) ON CONFLICT DO NOTHING;
END;
--;
CREATE TRIGGER search_new_dispatch AFTER INSERT ON dispatch
BEGIN
  INSERT INTO search_pending(ticket, part, text) VALUES(NEW.ticket, -2 * NEW.id - 1, '0') ON CONFLICT DO NOTHING;
END;
--;
CREATE TRIGGER search_changed_dispatch AFTER UPDATE OF department, returned_at ON dispatch
WHEN OLD.department <> NEW.department OR (OLD.returned_at IS NULL) <> (NEW.returned_at IS NULL)
BEGIN
  INSERT INTO search_pending(ticket, part, text)
  VALUES(OLD.ticket, -2 * OLD.id - 1, iif(OLD.returned_at IS NULL, OLD.department, 0)) ON CONFLICT DO NOTHING;
END;
--;
CREATE TRIGGER search_new_reply AFTER INSERT ON dispatch_text WHEN NEW.reply <> ''
BEGIN
  INSERT INTO search_pending(ticket, part, text)
  SELECT ticket, -2 * id, '' FROM dispatch WHERE id = NEW.dispatch
  ON CONFLICT DO NOTHING;
END;
--;
CREATE TRIGGER search_changed_reply AFTER UPDATE OF reply ON dispatch_text WHEN OLD.reply <> NEW.reply
BEGIN
  INSERT INTO search_pending(ticket, part, text)
  SELECT ticket, -2 * id, OLD.reply FROM dispatch WHERE id = OLD.dispatch
  ON CONFLICT DO NOTHING;
END;
