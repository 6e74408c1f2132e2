-- SPDX-License-Identifier: GPL-3.0-or-later
-- The case file, version 4: the search index and the kept figures hear of everything that can be done to a file, also
-- of what this program never does: rows deleted, replaced (INSERT OR REPLACE and UPDATE OR REPLACE fire no trigger of a
-- DELETE unless a connection asks for it) or given to another ticket.
CREATE TRIGGER search_gone_ticket BEFORE DELETE ON ticket
BEGIN
  INSERT INTO search_pending(ticket, part, text)
  SELECT t.id, p.column1, CASE p.column1 WHEN 2 THEN ifnull(t.number, '') WHEN 3 THEN t.received_at
         ELSE t.channel || '|' || ifnull(t.request_type, 0) || '|' || ifnull(t.category, 0) || '|'
         || ifnull(t.topic, 0) || '|' || ifnull(t.area, 0) || '|' || t.marks || '|' || t.state || '|'
         || (t.closed_at IS NULL AND t.state NOT IN ('draft', 'void') AND t.resolution IS NOT 'merged') END
  FROM ticket t CROSS JOIN (VALUES(2), (3), (4)) p WHERE t.id = OLD.id ON CONFLICT DO NOTHING;
END;
--;
CREATE TRIGGER search_replaced_ticket BEFORE INSERT ON ticket
WHEN EXISTS (SELECT 1 FROM ticket WHERE id = NEW.id OR number = NEW.number)
BEGIN
  INSERT INTO search_pending(ticket, part, text)
  SELECT t.id, p.column1, CASE p.column1 WHEN 2 THEN ifnull(t.number, '') WHEN 3 THEN t.received_at
         ELSE t.channel || '|' || ifnull(t.request_type, 0) || '|' || ifnull(t.category, 0) || '|'
         || ifnull(t.topic, 0) || '|' || ifnull(t.area, 0) || '|' || t.marks || '|' || t.state || '|'
         || (t.closed_at IS NULL AND t.state NOT IN ('draft', 'void') AND t.resolution IS NOT 'merged') END
  FROM ticket t CROSS JOIN (VALUES(2), (3), (4)) p WHERE t.id = NEW.id OR t.number = NEW.number
  ON CONFLICT DO NOTHING;
END;
--;
CREATE TRIGGER search_gone_texts BEFORE DELETE ON ticket_text
BEGIN
  INSERT INTO search_pending(ticket, part, text)
  SELECT ticket, 1, title || char(31) || content || char(31) || answer || char(31) || address || char(31) || requester
         || char(30) || phone || char(31) || channel_reference
  FROM ticket_text WHERE ticket = OLD.ticket ON CONFLICT DO NOTHING;
END;
--;
CREATE TRIGGER search_replaced_texts BEFORE INSERT ON ticket_text
WHEN EXISTS (SELECT 1 FROM ticket_text WHERE ticket = NEW.ticket)
BEGIN
  INSERT INTO search_pending(ticket, part, text)
  SELECT ticket, 1, title || char(31) || content || char(31) || answer || char(31) || address || char(31) || requester
         || char(30) || phone || char(31) || channel_reference
  FROM ticket_text WHERE ticket = NEW.ticket ON CONFLICT DO NOTHING;
END;
--;
-- A ticket whose texts lie there already is back, or late: the index doesn't hold it.
CREATE TRIGGER search_back_ticket AFTER INSERT ON ticket
WHEN EXISTS (SELECT 1 FROM ticket_text WHERE ticket = NEW.id)
  OR EXISTS (SELECT 1 FROM search_pending WHERE ticket = NEW.id)
BEGIN
  INSERT INTO search_pending(ticket, part, text) VALUES(NEW.id, 4, '') ON CONFLICT DO NOTHING;
END;
--;
-- A ticket whose texts are noted already was there before, and the index holds it.
DROP TRIGGER IF EXISTS search_new_ticket;
--;
CREATE TRIGGER search_new_ticket AFTER INSERT ON ticket_text
WHEN NOT EXISTS (SELECT 1 FROM search_pending WHERE ticket = NEW.ticket AND part = 1)
BEGIN
  INSERT INTO search_pending(ticket, part, text) VALUES(NEW.ticket, 0, '') ON CONFLICT DO NOTHING;
END;
--;
-- UPDATE OR REPLACE throws away the ticket that had the number.
CREATE TRIGGER search_replaced_number BEFORE UPDATE OF number ON ticket
WHEN EXISTS (SELECT 1 FROM ticket WHERE number = NEW.number AND id <> OLD.id)
BEGIN
  INSERT INTO search_pending(ticket, part, text)
  SELECT t.id, p.column1, CASE p.column1 WHEN 2 THEN ifnull(t.number, '') WHEN 3 THEN t.received_at
         ELSE t.channel || '|' || ifnull(t.request_type, 0) || '|' || ifnull(t.category, 0) || '|'
         || ifnull(t.topic, 0) || '|' || ifnull(t.area, 0) || '|' || t.marks || '|' || t.state || '|'
         || (t.closed_at IS NULL AND t.state NOT IN ('draft', 'void') AND t.resolution IS NOT 'merged') END
  FROM ticket t CROSS JOIN (VALUES(2), (3), (4)) p WHERE t.number = NEW.number AND t.id <> OLD.id
  ON CONFLICT DO NOTHING;
END;
--;
DROP TRIGGER IF EXISTS search_new_dispatch;
--;
CREATE TRIGGER search_new_dispatch AFTER INSERT ON dispatch
BEGIN
  INSERT INTO search_pending(ticket, part, text) VALUES(NEW.ticket, -2 * NEW.id - 1, '0') ON CONFLICT DO NOTHING;
  -- Texts that lie there already are news for this ticket.
  INSERT INTO search_pending(ticket, part, text)
  SELECT NEW.ticket, -2 * NEW.id, '' FROM dispatch_text WHERE dispatch = NEW.id ON CONFLICT DO NOTHING;
END;
--;
CREATE TRIGGER search_gone_dispatch BEFORE DELETE ON dispatch
BEGIN
  INSERT INTO search_pending(ticket, part, text)
  VALUES(OLD.ticket, -2 * OLD.id - 1, iif(OLD.returned_at IS NULL, OLD.department, 0)) ON CONFLICT DO NOTHING;
  INSERT INTO search_pending(ticket, part, text)
  SELECT OLD.ticket, -2 * OLD.id, reply FROM dispatch_text WHERE dispatch = OLD.id ON CONFLICT DO NOTHING;
END;
--;
CREATE TRIGGER search_replaced_dispatch BEFORE INSERT ON dispatch
WHEN EXISTS (SELECT 1 FROM dispatch WHERE id = NEW.id
             OR (ticket = NEW.ticket AND department = NEW.department AND round = NEW.round))
BEGIN
  INSERT INTO search_pending(ticket, part, text)
  SELECT ticket, -2 * id - 1, iif(returned_at IS NULL, department, 0) FROM dispatch
  WHERE id = NEW.id OR (ticket = NEW.ticket AND department = NEW.department AND round = NEW.round)
  ON CONFLICT DO NOTHING;
  INSERT INTO search_pending(ticket, part, text)
  SELECT d.ticket, -2 * d.id, x.reply FROM dispatch d JOIN dispatch_text x ON x.dispatch = d.id
  WHERE d.id = NEW.id OR (d.ticket = NEW.ticket AND d.department = NEW.department AND d.round = NEW.round)
  ON CONFLICT DO NOTHING;
END;
--;
CREATE TRIGGER search_pushed_dispatch BEFORE UPDATE OF ticket, department, round ON dispatch
WHEN EXISTS (SELECT 1 FROM dispatch
             WHERE ticket = NEW.ticket AND department = NEW.department AND round = NEW.round AND id <> OLD.id)
BEGIN
  INSERT INTO search_pending(ticket, part, text)
  SELECT ticket, -2 * id - 1, iif(returned_at IS NULL, department, 0) FROM dispatch
  WHERE ticket = NEW.ticket AND department = NEW.department AND round = NEW.round AND id <> OLD.id
  ON CONFLICT DO NOTHING;
  INSERT INTO search_pending(ticket, part, text)
  SELECT d.ticket, -2 * d.id, x.reply FROM dispatch d JOIN dispatch_text x ON x.dispatch = d.id
  WHERE d.ticket = NEW.ticket AND d.department = NEW.department AND d.round = NEW.round AND d.id <> OLD.id
  ON CONFLICT DO NOTHING;
END;
--;
CREATE TRIGGER search_moved_dispatch AFTER UPDATE OF ticket ON dispatch WHEN OLD.ticket <> NEW.ticket
BEGIN
  INSERT INTO search_pending(ticket, part, text)
  VALUES(OLD.ticket, -2 * OLD.id - 1, iif(OLD.returned_at IS NULL, OLD.department, 0)),
        (NEW.ticket, -2 * OLD.id - 1, '0'), (NEW.ticket, -2 * OLD.id, '')
  ON CONFLICT DO NOTHING;
  INSERT INTO search_pending(ticket, part, text)
  SELECT OLD.ticket, -2 * OLD.id, reply FROM dispatch_text WHERE dispatch = OLD.id ON CONFLICT DO NOTHING;
END;
--;
CREATE TRIGGER search_gone_reply BEFORE DELETE ON dispatch_text
BEGIN
  INSERT INTO search_pending(ticket, part, text)
  SELECT ticket, -2 * id, OLD.reply FROM dispatch WHERE id = OLD.dispatch ON CONFLICT DO NOTHING;
END;
--;
CREATE TRIGGER search_replaced_reply BEFORE INSERT ON dispatch_text
WHEN EXISTS (SELECT 1 FROM dispatch_text WHERE dispatch = NEW.dispatch)
BEGIN
  INSERT INTO search_pending(ticket, part, text)
  SELECT d.ticket, -2 * d.id, x.reply FROM dispatch d JOIN dispatch_text x ON x.dispatch = d.id
  WHERE d.id = NEW.dispatch ON CONFLICT DO NOTHING;
END;
--;
CREATE TRIGGER figure_replaced_ticket BEFORE INSERT ON ticket
WHEN EXISTS (SELECT 1 FROM ticket WHERE id = NEW.id OR number = NEW.number)
BEGIN
  DELETE FROM figure_day
  WHERE id IN (SELECT received_at / 86400000 FROM ticket WHERE id = NEW.id OR number = NEW.number);
END;
--;
CREATE TRIGGER figure_replaced_number BEFORE UPDATE OF number ON ticket
WHEN EXISTS (SELECT 1 FROM ticket WHERE number = NEW.number AND id <> OLD.id)
BEGIN
  DELETE FROM figure_day
  WHERE id IN (SELECT received_at / 86400000 FROM ticket WHERE number = NEW.number AND id <> OLD.id);
END;
--;
CREATE TRIGGER figure_replaced_dispatch BEFORE INSERT ON dispatch
WHEN EXISTS (SELECT 1 FROM dispatch WHERE id = NEW.id)
BEGIN
  DELETE FROM figure_day WHERE id IN (SELECT t.received_at / 86400000 FROM dispatch d JOIN ticket t ON t.id = d.ticket
                                      WHERE d.id = NEW.id);
END;
--;
CREATE TRIGGER figure_replaced_follow_up BEFORE INSERT ON follow_up
WHEN EXISTS (SELECT 1 FROM follow_up WHERE id = NEW.id)
BEGIN
  DELETE FROM figure_day WHERE id IN (SELECT t.received_at / 86400000 FROM follow_up f JOIN ticket t ON t.id = f.ticket
                                      WHERE f.id = NEW.id);
END;
--;
CREATE TRIGGER figure_replaced_call BEFORE INSERT ON call
WHEN EXISTS (SELECT 1 FROM call WHERE id = NEW.id OR reference = NEW.reference)
BEGIN
  DELETE FROM figure_day WHERE id IN (SELECT 1000000 + started_at / 86400000 FROM call
                                      WHERE id = NEW.id OR reference = NEW.reference);
END;
--;
CREATE TRIGGER figure_replaced_reference BEFORE UPDATE OF reference ON call
WHEN EXISTS (SELECT 1 FROM call WHERE reference = NEW.reference AND id <> OLD.id)
BEGIN
  DELETE FROM figure_day WHERE id IN (SELECT 1000000 + started_at / 86400000 FROM call
                                      WHERE reference = NEW.reference AND id <> OLD.id);
END;
--;
-- Ids stay what they are: the index, the kept days and the history know rows by them. Not UPDATE OF id: that doesn't
-- fire for SET rowid.
CREATE TRIGGER identity_ticket BEFORE UPDATE ON ticket WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'a ticket keeps its id'); END;
--;
CREATE TRIGGER identity_ticket_text BEFORE UPDATE ON ticket_text WHEN OLD.ticket <> NEW.ticket
BEGIN SELECT RAISE(ABORT, 'texts stay with their ticket'); END;
--;
CREATE TRIGGER identity_dispatch BEFORE UPDATE ON dispatch WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'a dispatch keeps its id'); END;
--;
CREATE TRIGGER identity_dispatch_text BEFORE UPDATE ON dispatch_text WHEN OLD.dispatch <> NEW.dispatch
BEGIN SELECT RAISE(ABORT, 'texts stay with their dispatch'); END;
--;
CREATE TRIGGER identity_follow_up BEFORE UPDATE ON follow_up WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'a follow-up keeps its id'); END;
--;
CREATE TRIGGER identity_call BEFORE UPDATE ON call WHEN OLD.id <> NEW.id
BEGIN SELECT RAISE(ABORT, 'a call keeps its id'); END;
--;
-- From now on a dispatch counts for the index also while its texts are missing; before, it did not.
INSERT INTO search_pending(ticket, part, text)
SELECT ticket, -2 * id - 1, '0' FROM dispatch WHERE id NOT IN (SELECT dispatch FROM dispatch_text)
ON CONFLICT(ticket, part) DO UPDATE SET text = '0';
