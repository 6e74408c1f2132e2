-- SPDX-License-Identifier: GPL-3.0-or-later
-- The case file, version 8: days that the office sets itself lie beside those of the notices, so that taking one back
-- gives the day what its notice says.
CREATE TABLE calendar_local (
  day     TEXT PRIMARY KEY, -- ISO
  name    TEXT NOT NULL CHECK (name <> ''),
  working INTEGER NOT NULL CHECK (working IN (0, 1))
) STRICT, WITHOUT ROWID;
--;
INSERT INTO calendar_local(day, name, working)
SELECT day, CASE name WHEN '' THEN day ELSE name END, working FROM calendar_day WHERE local = 1;
--;
DELETE FROM calendar_day WHERE local = 1;
