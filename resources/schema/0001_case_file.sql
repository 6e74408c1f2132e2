-- SPDX-License-Identifier: GPL-3.0-or-later
-- The case file of a hotline office, version 1.
--
-- Every table is STRICT. Times are INTEGER UTC milliseconds (…_at), calendar days of the office are ISO TEXT (…_on,
-- valid_from …), booleans are 0 or 1, codes are the English codes of the contract. An optional text is '', never NULL.
-- Names of code tables are retired, not deleted. Nothing else is deleted either: see history.
--
-- Indexes are few on purpose: at ten million tickets each costs 100–200 MB and time in every write. Each names the
-- question that it serves. Tickets and calls get their ids in order of time, so that a month lies together.

-- The office that keeps this file; one row.
CREATE TABLE office (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  name     TEXT NOT NULL,            -- 四平市市长公开电话办公室, as bulletins print it
  hotline  TEXT NOT NULL DEFAULT '', -- 12345市长热线
  zone     TEXT NOT NULL DEFAULT 'Asia/Shanghai', -- of every local time shown or read
  file_key TEXT NOT NULL             -- UUID of this case file, kept by its copies
) STRICT;
--;
-- Small settings of the office that need no table of their own (office hours, defaults of pages).
CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL -- JSON
) STRICT, WITHOUT ROWID;
--;
-- A person who works with the program. Passwords come with accounts; until then there is one built-in user.
CREATE TABLE user (
  id            INTEGER PRIMARY KEY,
  login         TEXT NOT NULL UNIQUE,
  name          TEXT NOT NULL,            -- 话务员 03, as shown and printed
  roles         TEXT NOT NULL DEFAULT '', -- codes joined by ';': operator dispatcher follow_up editor supervisor administrator auditor
  password_hash TEXT NOT NULL DEFAULT '', -- argon2id in PHC form; '' = no password yet
  failed_logins INTEGER NOT NULL DEFAULT 0,
  locked_until  INTEGER,
  retired       INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;
--;
-- 来源渠道: how matters reach the office. A board below a platform has the platform as parent.
CREATE TABLE channel (
  id        INTEGER PRIMARY KEY,
  name      TEXT NOT NULL UNIQUE CHECK (name <> ''),
  parent    INTEGER REFERENCES channel(id),
  unit_word TEXT NOT NULL DEFAULT '件', -- 量词: 件 件次 封 条
  is_phone  INTEGER NOT NULL DEFAULT 0 CHECK (is_phone IN (0, 1)),
  in_total  INTEGER NOT NULL DEFAULT 1 CHECK (in_total IN (0, 1)), -- its tickets count into the office's total
  position  INTEGER NOT NULL, -- the office's own order
  retired   INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  CHECK (parent IS NULL OR parent <> id)
) STRICT;
--;
-- 诉求类型: 咨询 求助 投诉 举报 建议 表扬 其他.
CREATE TABLE request_type (
  id       INTEGER PRIMARY KEY,
  name     TEXT NOT NULL UNIQUE CHECK (name <> ''),
  position INTEGER NOT NULL,
  retired  INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;
--;
-- 诉求类别: a tree of subjects; the path 水、电、气/停水 is two rows.
CREATE TABLE category (
  id       INTEGER PRIMARY KEY,
  parent   INTEGER REFERENCES category(id),
  name     TEXT NOT NULL CHECK (name <> '' AND instr(name, '/') = 0),
  code     TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL,
  retired  INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  CHECK (parent IS NULL OR parent <> id)
) STRICT;
--;
CREATE UNIQUE INDEX category_name ON category(ifnull(parent, 0), name);
--;
-- 专题: a special subject such as 疫情; its dates limit intake only.
CREATE TABLE topic (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE CHECK (name <> ''),
  valid_from TEXT,
  valid_to   TEXT,
  position   INTEGER NOT NULL,
  retired    INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;
--;
-- 区域: a tree of county, township, community.
CREATE TABLE area (
  id       INTEGER PRIMARY KEY,
  parent   INTEGER REFERENCES area(id),
  name     TEXT NOT NULL CHECK (name <> '' AND instr(name, '/') = 0),
  position INTEGER NOT NULL,
  retired  INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  CHECK (parent IS NULL OR parent <> id)
) STRICT;
--;
CREATE UNIQUE INDEX area_name ON area(ifnull(parent, 0), name);
--;
-- 承办单位: whoever tickets are dispatched to.
CREATE TABLE department (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE CHECK (name <> ''),
  short_name TEXT NOT NULL DEFAULT '',
  unit_group TEXT NOT NULL DEFAULT '', -- 分组: 县市区, 市直部门, 公共企业
  parent     INTEGER REFERENCES department(id),
  aliases    TEXT NOT NULL DEFAULT '', -- other names it is imported under, joined by ';'
  phone      TEXT NOT NULL DEFAULT '',
  valid_from TEXT,
  valid_to   TEXT,
  position   INTEGER NOT NULL,
  retired    INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  CHECK (parent IS NULL OR parent <> id)
) STRICT;
--;
-- 工作日历: the years whose holiday notice is known, and where from. A year without a row follows the week, and due
-- times that run through it are provisional.
CREATE TABLE calendar_year (
  year        INTEGER PRIMARY KEY,
  source      TEXT NOT NULL,
  imported_at INTEGER NOT NULL
) STRICT;
--;
-- Days that differ from the week: holidays and make-up working days 调休上班, from the notices or the office's own.
CREATE TABLE calendar_day (
  day     TEXT PRIMARY KEY, -- ISO
  name    TEXT NOT NULL,
  working INTEGER NOT NULL CHECK (working IN (0, 1)),
  local   INTEGER NOT NULL DEFAULT 0 CHECK (local IN (0, 1)) -- set by the office; survives the import of a notice
) STRICT, WITHOUT ROWID;
--;
-- 办理时限: limits by type × urgency × channel × mark; NULL matches all.
CREATE TABLE deadline_rule (
  id           INTEGER PRIMARY KEY,
  name         TEXT NOT NULL,
  request_type INTEGER REFERENCES request_type(id),
  urgency      TEXT CHECK (urgency IN ('normal', 'urgent', 'critical')),
  channel      INTEGER REFERENCES channel(id),
  mark         INTEGER, -- one bit of ticket.marks
  valid_from   TEXT,
  valid_to     TEXT,
  amount       INTEGER NOT NULL CHECK (amount > 0),
  unit         TEXT NOT NULL CHECK (unit IN ('h', 'd', 'wd')), -- hours, calendar days, working days
  start        TEXT NOT NULL CHECK (start IN ('same_day', 'next_day')),
  position     INTEGER NOT NULL
) STRICT;
--;
-- The last number given in a series: tickets of a day, calls of a day, bulletins of a year.
CREATE TABLE number_series (
  series TEXT NOT NULL, -- 'ticket', 'call', 'bulletin:<layout>'
  span   TEXT NOT NULL, -- '20200209', '2020'
  last   INTEGER NOT NULL,
  PRIMARY KEY (series, span)
) STRICT, WITHOUT ROWID;
--;
-- One import, so that it can be told which rows came with it.
CREATE TABLE import_batch (
  id     INTEGER PRIMARY KEY,
  at     INTEGER NOT NULL,
  user   TEXT NOT NULL,
  source TEXT NOT NULL, -- file or folder name, without its path
  counts TEXT NOT NULL  -- JSON: rows by table
) STRICT;
--;
-- 工单: one matter of one citizen. Narrow on purpose: figures and lists read these rows, texts lie in ticket_text.
CREATE TABLE ticket (
  id              INTEGER PRIMARY KEY,
  number          TEXT UNIQUE, -- 工单编号; NULL for a draft
  received_at     INTEGER NOT NULL,
  channel         INTEGER NOT NULL REFERENCES channel(id),
  request_type    INTEGER REFERENCES request_type(id),
  category        INTEGER REFERENCES category(id),
  topic           INTEGER REFERENCES topic(id),
  area            INTEGER REFERENCES area(id),
  requester_kind  TEXT NOT NULL DEFAULT 'citizen' CHECK (requester_kind IN ('citizen', 'enterprise', 'organisation')),
  confidentiality TEXT NOT NULL DEFAULT 'open' CHECK (confidentiality IN ('open', 'hidden', 'anonymous')),
  urgency         TEXT NOT NULL DEFAULT 'normal' CHECK (urgency IN ('normal', 'urgent', 'critical')),
  received_by     TEXT NOT NULL DEFAULT '',
  due_at          INTEGER,
  due_rule        TEXT NOT NULL DEFAULT '', -- the rule as it was applied, in words
  due_provisional INTEGER NOT NULL DEFAULT 0 CHECK (due_provisional IN (0, 1)),
  state           TEXT NOT NULL CHECK (state IN ('draft', 'accepted', 'in_progress', 'to_review', 'to_follow_up',
                                                 'closed', 'archived', 'void')),
  resolution      TEXT CHECK (resolution IN ('answered_directly', 'handled', 'explained', 'not_accepted', 'merged',
                                             'void')),
  closed_at       INTEGER,
  closed_by       TEXT NOT NULL DEFAULT '',
  merged_into     INTEGER REFERENCES ticket(id),
  repeat_of       INTEGER REFERENCES ticket(id), -- a new ticket on an old matter; it counts
  marks           INTEGER NOT NULL DEFAULT 0, -- bits: 1 difficult 疑难, 2 leader's instruction 批示, 4 supervised 督办,
                                              -- 8 excluded 不计考核, 16 problem, 32 suggestion, 64 solved: for the bulletin
  import_batch    INTEGER REFERENCES import_batch(id),
  version         INTEGER NOT NULL DEFAULT 1, -- counts changes; a save against an older one is refused
  CHECK (number IS NOT NULL OR state IN ('draft', 'void')),
  CHECK ((resolution IS 'merged') = (merged_into IS NOT NULL)),
  CHECK (merged_into IS NULL OR merged_into <> id),
  CHECK (repeat_of IS NULL OR repeat_of <> id)
) STRICT;
--;
-- the figures of a period; lists by time of receipt
CREATE INDEX ticket_received ON ticket(received_at);
--;
-- what was closed in a period
CREATE INDEX ticket_closed ON ticket(closed_at) WHERE closed_at IS NOT NULL;
--;
-- what is open, the most pressing first; drafts of a clerk
CREATE INDEX ticket_open ON ticket(due_at) WHERE closed_at IS NULL;
--;
-- 件次: the tickets merged into one; the repeats of one
CREATE INDEX ticket_merged ON ticket(merged_into) WHERE merged_into IS NOT NULL;
--;
CREATE INDEX ticket_repeat ON ticket(repeat_of) WHERE repeat_of IS NOT NULL;
--;
-- picked cases of the bulletin, supervised and difficult ones
CREATE INDEX ticket_marked ON ticket(received_at) WHERE marks <> 0;
--;
-- The texts of a ticket, read when one is opened.
CREATE TABLE ticket_text (
  ticket            INTEGER PRIMARY KEY REFERENCES ticket(id),
  title             TEXT NOT NULL DEFAULT '',
  content           TEXT NOT NULL DEFAULT '',
  address           TEXT NOT NULL DEFAULT '',
  requester         TEXT NOT NULL DEFAULT '',
  phone             TEXT NOT NULL DEFAULT '',
  channel_reference TEXT NOT NULL DEFAULT '', -- the channel's own number
  answer            TEXT NOT NULL DEFAULT '',
  ground            TEXT NOT NULL DEFAULT ''  -- why not accepted, merged or void
) STRICT;
--;
-- a caller's earlier matters
CREATE INDEX ticket_phone ON ticket_text(phone) WHERE phone <> '';
--;
-- 来电: one telephone call.
CREATE TABLE call (
  id          INTEGER PRIMARY KEY,
  reference   TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  direction   TEXT NOT NULL DEFAULT 'in' CHECK (direction IN ('in', 'out')),
  started_at  INTEGER NOT NULL,
  answered_at INTEGER,
  ended_at    INTEGER,
  phone       TEXT NOT NULL DEFAULT '',
  caller      TEXT NOT NULL DEFAULT '',
  operator    TEXT NOT NULL DEFAULT '',
  outcome     TEXT NOT NULL CHECK (outcome IN ('answered', 'ticket', 'repeat', 'transferred', 'invalid')),
  topic       INTEGER REFERENCES topic(id), -- its own, never its ticket's
  ticket      INTEGER REFERENCES ticket(id),
  note        TEXT NOT NULL DEFAULT '',
  import_batch INTEGER REFERENCES import_batch(id),
  CHECK ((ticket IS NOT NULL) = (outcome IN ('ticket', 'repeat')))
) STRICT;
--;
-- the calls of a period
CREATE INDEX call_started ON call(started_at);
--;
-- a caller's earlier calls
CREATE INDEX call_phone ON call(phone) WHERE phone <> '';
--;
-- the calls of a ticket
CREATE INDEX call_ticket ON call(ticket) WHERE ticket IS NOT NULL;
--;
-- 承办: one ticket given to one department. A redo 重办 is a new row with round + 1, never an update of the old.
CREATE TABLE dispatch (
  id               INTEGER PRIMARY KEY,
  ticket           INTEGER NOT NULL REFERENCES ticket(id),
  department       INTEGER NOT NULL REFERENCES department(id),
  round            INTEGER NOT NULL DEFAULT 1 CHECK (round >= 1), -- 1 first handling, 2, 3 … redo
  role             TEXT NOT NULL DEFAULT 'lead' CHECK (role IN ('lead', 'co_handler')),
  dispatched_at    INTEGER NOT NULL,
  dispatched_by    TEXT NOT NULL DEFAULT '',
  due_at           INTEGER, -- the one now in force
  original_due_at  INTEGER, -- before extensions
  due_rule         TEXT NOT NULL DEFAULT '',
  signed_at        INTEGER, -- 签收
  first_contact_at INTEGER, -- 先行联系
  return_asked_at  INTEGER, -- 退单申请
  return_refused_at INTEGER,
  returned_at      INTEGER, -- the return was granted
  extension_asked_at INTEGER, -- 延期申请
  extension_refused_at INTEGER,
  extended_at      INTEGER, -- the extension was granted
  replied_at       INTEGER, -- the last reply 反馈
  claimed_result   TEXT CHECK (claimed_result IN ('solved', 'explained', 'refused')),
  reviewed_at      INTEGER, -- the last review 审核
  closed_at        INTEGER,
  import_batch     INTEGER REFERENCES import_batch(id),
  UNIQUE (ticket, department, round) -- serves: the dispatches of a ticket
) STRICT;
--;
-- what a department has open, the most pressing first
CREATE INDEX dispatch_open ON dispatch(department, due_at) WHERE closed_at IS NULL AND returned_at IS NULL;
--;
-- a department's dispatches by time
CREATE INDEX dispatch_department ON dispatch(department, dispatched_at);
--;
-- The texts of a dispatch.
CREATE TABLE dispatch_text (
  dispatch         INTEGER PRIMARY KEY REFERENCES dispatch(id),
  reply            TEXT NOT NULL DEFAULT '',
  return_ground    TEXT NOT NULL DEFAULT '',
  extension_reason TEXT NOT NULL DEFAULT '',
  review           TEXT NOT NULL DEFAULT '', -- verdict of the last review, in words
  sub_unit         TEXT NOT NULL DEFAULT ''  -- the unit below the department that did the work
) STRICT;
--;
-- 催办 督办: a reminder to a dispatch, up to a yellow or red card.
CREATE TABLE reminder (
  id       INTEGER PRIMARY KEY,
  dispatch INTEGER NOT NULL REFERENCES dispatch(id),
  level    TEXT NOT NULL CHECK (level IN ('reminder', 'supervision', 'yellow_card', 'red_card')),
  at       INTEGER NOT NULL,
  by       TEXT NOT NULL DEFAULT '',
  text     TEXT NOT NULL DEFAULT ''
) STRICT;
--;
CREATE INDEX reminder_dispatch ON reminder(dispatch);
--;
-- 回访: one try to hear from the citizen.
CREATE TABLE follow_up (
  id           INTEGER PRIMARY KEY,
  ticket       INTEGER NOT NULL REFERENCES ticket(id),
  department   INTEGER REFERENCES department(id), -- of the lead dispatch it asks about; kept here, as the join is slow
  at           INTEGER NOT NULL,
  by           TEXT NOT NULL DEFAULT '',
  method       TEXT NOT NULL DEFAULT 'phone' CHECK (method IN ('phone', 'sms', 'visit', 'letter')),
  reached      INTEGER NOT NULL DEFAULT 0 CHECK (reached IN (0, 1)),
  solved       INTEGER CHECK (solved IN (0, 1)), -- NULL: the citizen didn't say
  satisfaction TEXT CHECK (satisfaction IN ('very_satisfied', 'satisfied', 'basically_satisfied', 'dissatisfied',
                                            'very_dissatisfied')), -- NULL: not rated
  comment      TEXT NOT NULL DEFAULT '',
  next_step    TEXT NOT NULL DEFAULT '' CHECK (next_step IN ('', 'close', 'redo', 'explain')), -- explain: 一单一报
  import_batch INTEGER REFERENCES import_batch(id),
  UNIQUE (ticket, at) -- serves: the follow-ups of a ticket
) STRICT;
--;
-- 简报: a bulletin with its figures, frozen when it is published.
CREATE TABLE bulletin (
  id             INTEGER PRIMARY KEY,
  layout         TEXT NOT NULL,
  kind           TEXT NOT NULL CHECK (kind IN ('month', 'quarter', 'year', 'free')),
  period_from    TEXT NOT NULL,
  period_to      TEXT NOT NULL,
  cut_off        INTEGER NOT NULL,
  label          TEXT NOT NULL, -- 2020年2月
  issue          INTEGER,       -- 第N期
  running_issue  INTEGER,       -- 总第M期
  title          TEXT NOT NULL DEFAULT '',
  document       TEXT NOT NULL DEFAULT '{}', -- JSON: the composed text
  state          TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published')),
  created_at     INTEGER NOT NULL,
  published_at   INTEGER,
  published_by   TEXT NOT NULL DEFAULT ''
) STRICT;
--;
-- The figures of a published bulletin as they were; later corrections are a restatement, never a silent change.
CREATE TABLE bulletin_figure (
  bulletin INTEGER NOT NULL REFERENCES bulletin(id),
  figure   TEXT NOT NULL,    -- its path in the figures' JSON
  value    INTEGER NOT NULL,
  PRIMARY KEY (bulletin, figure)
) STRICT, WITHOUT ROWID;
--;
-- The tickets (or calls) behind a published figure.
CREATE TABLE bulletin_figure_item (
  bulletin INTEGER NOT NULL REFERENCES bulletin(id),
  figure   TEXT NOT NULL,
  item     INTEGER NOT NULL,
  PRIMARY KEY (bulletin, figure, item)
) STRICT, WITHOUT ROWID;
--;
-- The cases picked for a bulletin's lists.
CREATE TABLE bulletin_case (
  bulletin INTEGER NOT NULL REFERENCES bulletin(id),
  list     TEXT NOT NULL CHECK (list IN ('problem', 'suggestion', 'solved')),
  position INTEGER NOT NULL,
  ticket   INTEGER NOT NULL REFERENCES ticket(id),
  text     TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (bulletin, list, position)
) STRICT, WITHOUT ROWID;
--;
-- 知识库: an answer that is valid until a day.
CREATE TABLE knowledge_article (
  id         INTEGER PRIMARY KEY,
  question   TEXT NOT NULL,
  answer     TEXT NOT NULL,
  category   INTEGER REFERENCES category(id),
  department INTEGER REFERENCES department(id),
  valid_to   TEXT,
  updated_at INTEGER NOT NULL,
  retired    INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;
--;
-- 办理记录: what happened, append-only and chained: hash = SHA-256(previous hash, fields of this row, length-prefixed).
CREATE TABLE history (
  sequence  INTEGER PRIMARY KEY,
  at        INTEGER NOT NULL,
  user      TEXT NOT NULL,
  operation TEXT NOT NULL, -- UUID of the command, the same for all its events
  object    TEXT NOT NULL, -- 'ticket', 'call', 'department', 'office' …
  object_id INTEGER NOT NULL,
  action    TEXT NOT NULL,
  details   TEXT NOT NULL, -- JSON: from and to of what changed
  hash      BLOB NOT NULL
) STRICT;
--;
-- the history of a ticket
CREATE INDEX history_object ON history(object, object_id);
--;
-- was this command carried out? asked when a COMMIT failed
CREATE INDEX history_operation ON history(operation);
--;
CREATE TRIGGER history_no_update BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
--;
CREATE TRIGGER history_no_delete BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
--;
CREATE TRIGGER history_no_replace BEFORE INSERT ON history
WHEN EXISTS (SELECT 1 FROM history WHERE sequence = NEW.sequence)
BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
--;
-- 查阅记录: who viewed, printed or exported a citizen's data.
CREATE TABLE access_record (
  sequence INTEGER PRIMARY KEY,
  at       INTEGER NOT NULL,
  user     TEXT NOT NULL,
  action   TEXT NOT NULL CHECK (action IN ('view', 'print', 'export', 'publish')),
  ticket   INTEGER REFERENCES ticket(id), -- NULL: many, told in details
  details  TEXT NOT NULL DEFAULT ''
) STRICT;
--;
CREATE TRIGGER access_record_no_update BEFORE UPDATE ON access_record
BEGIN SELECT RAISE(ABORT, 'access records are append-only'); END;
--;
CREATE TRIGGER access_record_no_delete BEFORE DELETE ON access_record
BEGIN SELECT RAISE(ABORT, 'access records are append-only'); END;
--;
CREATE TRIGGER access_record_no_replace BEFORE INSERT ON access_record
WHEN EXISTS (SELECT 1 FROM access_record WHERE sequence = NEW.sequence)
BEGIN SELECT RAISE(ABORT, 'access records are append-only'); END;
