-- SPDX-License-Identifier: GPL-3.0-or-later
-- The case file, version 20: 十佳案例, the year's ten best cases: who proposed which and why, the ballot, and its result.
CREATE TABLE best_case_nomination (
  id           INTEGER PRIMARY KEY,
  year         INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999), -- in which the ticket was received
  ticket       INTEGER NOT NULL REFERENCES ticket(id),
  reason       TEXT NOT NULL CHECK (reason <> ''), -- 推荐理由
  nominated_at INTEGER NOT NULL,
  nominated_by TEXT NOT NULL,
  -- the result; written when the ballot is closed
  votes        INTEGER CHECK (votes >= 0),
  place        INTEGER CHECK (place > 0), -- equal votes have the same; NULL: no vote, or not closed any more
  chosen       INTEGER NOT NULL DEFAULT 0 CHECK (chosen IN (0, 1)),
  UNIQUE (year, ticket) -- serves: the shortlist of a year
) STRICT;
--;
CREATE INDEX best_case_nomination_ticket ON best_case_nomination(ticket);
--;
-- A year has one once it is voted on.
CREATE TABLE best_case_ballot (
  year      INTEGER PRIMARY KEY,
  state     TEXT NOT NULL DEFAULT 'voting' CHECK (state IN ('voting', 'closed')),
  opened_at INTEGER NOT NULL,
  opened_by TEXT NOT NULL,
  closed_at INTEGER,
  closed_by TEXT NOT NULL DEFAULT '',
  CHECK ((state = 'closed') = (closed_at IS NOT NULL))
) STRICT;
--;
-- One person's voice for one case; it may be given to others until the ballot is closed.
CREATE TABLE best_case_vote (
  nomination INTEGER NOT NULL REFERENCES best_case_nomination(id),
  voter      TEXT NOT NULL,
  voted_at   INTEGER NOT NULL,
  PRIMARY KEY (nomination, voter)
) STRICT, WITHOUT ROWID;
--;
CREATE TRIGGER best_case_ballot_frozen BEFORE UPDATE ON best_case_ballot WHEN OLD.state = 'closed'
BEGIN SELECT RAISE(ABORT, 'a closed ballot does not change'); END;
--;
CREATE TRIGGER best_case_ballot_kept BEFORE DELETE ON best_case_ballot WHEN OLD.state = 'closed'
BEGIN SELECT RAISE(ABORT, 'a closed ballot does not change'); END;
--;
CREATE TRIGGER best_case_nomination_frozen BEFORE UPDATE ON best_case_nomination
WHEN EXISTS (SELECT 1 FROM best_case_ballot WHERE year IN (OLD.year, NEW.year) AND state = 'closed')
BEGIN SELECT RAISE(ABORT, 'a closed ballot does not change'); END;
--;
CREATE TRIGGER best_case_nomination_kept BEFORE DELETE ON best_case_nomination
WHEN EXISTS (SELECT 1 FROM best_case_ballot WHERE year = OLD.year AND state = 'closed')
BEGIN SELECT RAISE(ABORT, 'a closed ballot does not change'); END;
--;
CREATE TRIGGER best_case_vote_frozen BEFORE UPDATE ON best_case_vote
WHEN EXISTS (SELECT 1 FROM best_case_nomination n JOIN best_case_ballot b ON b.year = n.year
             WHERE n.id IN (OLD.nomination, NEW.nomination) AND b.state = 'closed')
BEGIN SELECT RAISE(ABORT, 'a closed ballot does not change'); END;
--;
CREATE TRIGGER best_case_vote_kept BEFORE DELETE ON best_case_vote
WHEN EXISTS (SELECT 1 FROM best_case_nomination n JOIN best_case_ballot b ON b.year = n.year
             WHERE n.id = OLD.nomination AND b.state = 'closed')
BEGIN SELECT RAISE(ABORT, 'a closed ballot does not change'); END;
--;
CREATE TRIGGER best_case_nomination_late BEFORE INSERT ON best_case_nomination
WHEN EXISTS (SELECT 1 FROM best_case_ballot WHERE year = NEW.year AND state = 'closed')
BEGIN SELECT RAISE(ABORT, 'a closed ballot does not change'); END;
--;
CREATE TRIGGER best_case_vote_late BEFORE INSERT ON best_case_vote
WHEN EXISTS (SELECT 1 FROM best_case_nomination n JOIN best_case_ballot b ON b.year = n.year
             WHERE n.id = NEW.nomination AND b.state = 'closed')
BEGIN SELECT RAISE(ABORT, 'a closed ballot does not change'); END;
--;
-- What is frozen with an issue (version 19) is written before it is published, and nothing is added afterwards.
CREATE TRIGGER bulletin_figure_late BEFORE INSERT ON bulletin_figure
WHEN EXISTS (SELECT 1 FROM bulletin WHERE id = NEW.bulletin AND state = 'published')
BEGIN SELECT RAISE(ABORT, 'a published bulletin does not change'); END;
--;
CREATE TRIGGER bulletin_case_late BEFORE INSERT ON bulletin_case
WHEN EXISTS (SELECT 1 FROM bulletin WHERE id = NEW.bulletin AND state = 'published')
BEGIN SELECT RAISE(ABORT, 'a published bulletin does not change'); END;
