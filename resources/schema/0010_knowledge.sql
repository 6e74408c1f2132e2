-- SPDX-License-Identifier: GPL-3.0-or-later
-- The case file, version 10: the knowledge base, and what it was used for.
-- 关键词: other words for what is asked, parted by ；
ALTER TABLE knowledge_article ADD COLUMN keywords TEXT NOT NULL DEFAULT '';
--;
-- 依据: what the answer rests on, such as the number of a document
ALTER TABLE knowledge_article ADD COLUMN ground TEXT NOT NULL DEFAULT '';
--;
ALTER TABLE knowledge_article ADD COLUMN updated_by TEXT NOT NULL DEFAULT '';
--;
-- Counts up with each change: who saves an older one is told.
ALTER TABLE knowledge_article ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);
--;
-- Whether anything has changed, and which articles: answered from here alone (storage/KnowledgeShelf).
CREATE INDEX knowledge_article_version ON knowledge_article(version);
--;
-- An article is known by its question: an import updates the one that is there.
CREATE INDEX knowledge_article_question ON knowledge_article(question);
--;
-- An article whose answer a citizen was given: in a ticket, or in a call that became none.
CREATE TABLE knowledge_use (
  id      INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES knowledge_article(id),
  ticket  INTEGER REFERENCES ticket(id),
  call    INTEGER REFERENCES call(id),
  at      INTEGER NOT NULL,
  draft   INTEGER NOT NULL DEFAULT 0 CHECK (draft IN (0, 1)), -- 1: its ticket is none yet, and it doesn't count
  CHECK ((ticket IS NULL) <> (call IS NULL))
) STRICT;
--;
-- how often an article was used, and when last
CREATE INDEX knowledge_use_article ON knowledge_use(article, draft, at);
--;
-- the articles of a ticket; each counts once
CREATE UNIQUE INDEX knowledge_use_ticket ON knowledge_use(ticket, article) WHERE ticket IS NOT NULL;
--;
CREATE INDEX knowledge_use_call ON knowledge_use(call) WHERE call IS NOT NULL;
