-- SPDX-License-Identifier: GPL-3.0-or-later
-- The case file, version 15: the newest moment that its records were written at, which a computer's clock is compared
-- with. Kept beside the records, as their last row does not tell it: whoever logs in while the clock is wrong leaves a
-- record of that time behind all others.
CREATE TABLE clock (
  id     INTEGER PRIMARY KEY CHECK (id = 1),
  newest INTEGER -- NULL: nothing was recorded yet
) STRICT;
--;
INSERT INTO clock(id, newest)
VALUES (1, (SELECT max(at) FROM (SELECT at FROM (SELECT at FROM history ORDER BY sequence DESC LIMIT 1)
                                 UNION ALL
                                 SELECT at FROM (SELECT at FROM access_record ORDER BY sequence DESC LIMIT 1))));
--;
-- Not by more than 90 days (7776000000 ms): what was recorded while the clock was years ahead moves nothing.
CREATE TRIGGER clock_history AFTER INSERT ON history
WHEN (SELECT newest IS NULL OR NEW.at BETWEEN newest + 1 AND newest + 7776000000 FROM clock)
BEGIN UPDATE clock SET newest = NEW.at; END;
--;
CREATE TRIGGER clock_access_record AFTER INSERT ON access_record
WHEN (SELECT newest IS NULL OR NEW.at BETWEEN newest + 1 AND newest + 7776000000 FROM clock)
BEGIN UPDATE clock SET newest = NEW.at; END;
