// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/KeptDraftRepository.h"

#include "storage/Database.h"

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

const auto columns = u"user, kind, object, content, saved_at"_s;

KeptDraft toDraft(const Row &row)
{
    return {.user = row.get<QString>(0),
            .kind = row.get<QString>(1),
            .object = row.get<QString>(2),
            .words = typedWordsOf(row.get<QString>(3).toUtf8()),
            .savedAt = row.get<QDateTime>(4)};
}

} // namespace

std::optional<KeptDraft> KeptDraftRepository::find(const QString &user, const QString &kind,
                                                   const QString &object) const
{
    return m_database.first(u"SELECT "_s + columns + u" FROM kept_draft WHERE user = ? AND kind = ? AND object = ?",
                            toDraft, user, kind, object);
}

QList<KeptDraft> KeptDraftRepository::of(const QString &user) const
{
    return m_database.all(u"SELECT "_s + columns + u" FROM kept_draft WHERE user = ? ORDER BY saved_at, id", toDraft,
                          user);
}

void KeptDraftRepository::put(const KeptDraft &draft) const
{
    m_database.exec(u"INSERT INTO kept_draft(user, kind, object, content, saved_at) VALUES(?, ?, ?, ?, ?) "
                    "ON CONFLICT(user, kind, object) DO UPDATE SET content = excluded.content, "
                    "saved_at = excluded.saved_at"_s,
                    draft.user, draft.kind, draft.object, QString::fromUtf8(contentOf(draft.words)), draft.savedAt);
}

bool KeptDraftRepository::remove(const QString &user, const QString &kind, const QString &object) const
{
    return m_database.exec(u"DELETE FROM kept_draft WHERE user = ? AND kind = ? AND object = ?"_s, user, kind, object)
           > 0;
}

void KeptDraftRepository::removeAllOf(const QString &user) const
{
    m_database.exec(u"DELETE FROM kept_draft WHERE user = ?"_s, user);
}

void KeptDraftRepository::removeAllAbout(const QString &object) const
{
    m_database.exec(u"DELETE FROM kept_draft WHERE object = ?"_s, object);
}

void KeptDraftRepository::giveTo(const QString &user, const QString &next) const
{
    m_database.exec(u"UPDATE kept_draft SET user = ? WHERE user = ?"_s, next, user);
}

} // namespace huiyin
