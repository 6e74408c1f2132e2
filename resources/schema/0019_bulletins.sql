-- SPDX-License-Identifier: GPL-3.0-or-later
-- The case file, version 19: bulletins as they are written and issued, and the office's own layouts. The tables of version 1
-- for them were never written to by any program; they are made anew, with what a draft and a frozen issue need.
DROP TABLE bulletin_case;
--;
DROP TABLE bulletin_figure_item;
--;
DROP TABLE bulletin_figure;
--;
DROP TABLE bulletin;
--;
-- 简报: an issue. A draft until it is published; from then on it doesn't change any more.
CREATE TABLE bulletin (
  id              INTEGER PRIMARY KEY,
  layout          TEXT NOT NULL CHECK (layout <> ''), -- its name
  layout_text     TEXT NOT NULL,             -- JSON: the layout as it was when the bulletin was begun
  series          TEXT NOT NULL,             -- 刊: issues are numbered within it
  kind            TEXT NOT NULL CHECK (kind IN ('month', 'quarter', 'year', 'free')),
  period_from     TEXT NOT NULL,
  period_to       TEXT NOT NULL,
  cut_off         INTEGER,                   -- NULL: the usual one, 00:00 of the day after the period
  excluded_topics TEXT,                      -- ids joined by ';'; NULL: those that the layout names
  is_extra        INTEGER NOT NULL DEFAULT 0 CHECK (is_extra IN (0, 1)), -- 增刊, numbered apart
  issue           INTEGER CHECK (issue > 0),         -- 第N期
  running_issue   INTEGER CHECK (running_issue > 0), -- 总第M期
  dated           TEXT NOT NULL,             -- 印发日期
  title           TEXT NOT NULL DEFAULT '',
  document        TEXT NOT NULL,             -- JSON of bulletin/BulletinJson: as the editor has it; published: as it went out
  composed        TEXT NOT NULL,             -- the same as it was composed from the figures; what differs is the editor's
  decisions       TEXT NOT NULL DEFAULT '{}', -- JSON: findings that were explained, names that were kept or masked
  state           TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published')),
  created_at      INTEGER NOT NULL,
  created_by      TEXT NOT NULL,
  saved_at        INTEGER NOT NULL,
  saved_by        TEXT NOT NULL,
  published_at    INTEGER,
  published_by    TEXT NOT NULL DEFAULT '',
  version         INTEGER NOT NULL DEFAULT 1,
  CHECK ((state = 'published') = (published_at IS NOT NULL))
) STRICT;
--;
-- A published number is given once in its series and year.
CREATE UNIQUE INDEX bulletin_issue ON bulletin(series, is_extra, substr(period_to, 1, 4), issue)
  WHERE state = 'published' AND issue IS NOT NULL;
--;
-- The figures of a published bulletin as they were, each with the tickets (or calls) behind it; later corrections are a
-- restatement, never a silent change.
CREATE TABLE bulletin_figure (
  bulletin INTEGER NOT NULL REFERENCES bulletin(id),
  figure   TEXT NOT NULL,    -- statistics/Figure: accepted, by_department_closed/12
  value    INTEGER NOT NULL,
  items    BLOB NOT NULL,    -- their ids, ascending: each as its difference from the one before, as LEB128
  PRIMARY KEY (bulletin, figure)
) STRICT, WITHOUT ROWID;
--;
-- The cases that stand in a published bulletin.
CREATE TABLE bulletin_case (
  bulletin INTEGER NOT NULL REFERENCES bulletin(id),
  position INTEGER NOT NULL,
  ticket   INTEGER NOT NULL REFERENCES ticket(id),
  PRIMARY KEY (bulletin, position)
) STRICT, WITHOUT ROWID;
--;
-- in which issues a ticket was told
CREATE INDEX bulletin_case_ticket ON bulletin_case(ticket);
--;
CREATE TRIGGER bulletin_frozen BEFORE UPDATE ON bulletin WHEN OLD.state = 'published'
BEGIN SELECT RAISE(ABORT, 'a published bulletin does not change'); END;
--;
CREATE TRIGGER bulletin_kept BEFORE DELETE ON bulletin WHEN OLD.state = 'published'
BEGIN SELECT RAISE(ABORT, 'a published bulletin does not change'); END;
--;
CREATE TRIGGER bulletin_figure_frozen BEFORE UPDATE ON bulletin_figure
BEGIN SELECT RAISE(ABORT, 'a published bulletin does not change'); END;
--;
CREATE TRIGGER bulletin_figure_kept BEFORE DELETE ON bulletin_figure
BEGIN SELECT RAISE(ABORT, 'a published bulletin does not change'); END;
--;
CREATE TRIGGER bulletin_case_frozen BEFORE UPDATE ON bulletin_case
BEGIN SELECT RAISE(ABORT, 'a published bulletin does not change'); END;
--;
CREATE TRIGGER bulletin_case_kept BEFORE DELETE ON bulletin_case
BEGIN SELECT RAISE(ABORT, 'a published bulletin does not change'); END;
--;
-- 版式: a layout of the office's own, or its version of one that ships with the program.
CREATE TABLE bulletin_layout (
  name       TEXT PRIMARY KEY CHECK (name <> ''),
  title      TEXT NOT NULL CHECK (title <> ''), -- for a list to choose from
  content    TEXT NOT NULL,                     -- JSON, as resources/layouts/README.md describes it
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  version    INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
