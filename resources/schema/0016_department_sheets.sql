-- SPDX-License-Identifier: GPL-3.0-or-later
-- The case file, version 16: the sheets that departments without a program fill in.
-- 交换表: the open dispatches of a department, given out as a spreadsheet. What is kept here tells a sheet that comes back
-- from one that was tampered with, is out of date or was taken in before.
CREATE TABLE department_sheet (
  id         INTEGER PRIMARY KEY,
  number     TEXT    NOT NULL UNIQUE CHECK (length(number) > 0), -- 20261123-01
  department INTEGER NOT NULL REFERENCES department(id),
  made_at    INTEGER NOT NULL,
  made_by    TEXT    NOT NULL,
  key        BLOB    NOT NULL CHECK (length(key) = 32)           -- of the check codes of its rows
) STRICT;
--;
CREATE TABLE department_sheet_row (
  sheet    INTEGER NOT NULL REFERENCES department_sheet(id),
  dispatch INTEGER NOT NULL REFERENCES dispatch(id),
  standing TEXT    NOT NULL,            -- how the dispatch stood when the sheet was made
  taken_at INTEGER,                     -- when what it was filled with was entered last
  taken_by TEXT    NOT NULL DEFAULT '',
  taken    BLOB,                        -- the digest of what that was
  PRIMARY KEY (sheet, dispatch)
) STRICT, WITHOUT ROWID;
--;
CREATE INDEX department_sheet_row_dispatch ON department_sheet_row(dispatch);
