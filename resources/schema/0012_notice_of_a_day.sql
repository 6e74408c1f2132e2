-- SPDX-License-Identifier: GPL-3.0-or-later
-- The case file, version 12: which year's notice has set a day. The last days of a year may come from the notice of the
-- next, and go when that is replaced.
ALTER TABLE calendar_day ADD COLUMN notice INTEGER NOT NULL DEFAULT 0;
--;
UPDATE calendar_day SET notice = CAST(substr(day, 1, 4) AS INTEGER)
  + (substr(day, 6) >= '12-20' AND EXISTS (SELECT 1 FROM calendar_year WHERE year = substr(day, 1, 4) + 1));
