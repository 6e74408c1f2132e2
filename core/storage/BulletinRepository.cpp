// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/BulletinRepository.h"

#include "storage/Database.h"
#include "storage/StorageError.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QStringList>

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

// In the order of Period::Kind.
constexpr std::array kinds = {"month"_L1, "quarter"_L1, "year"_L1, "free"_L1};

QString kindCode(Period::Kind kind)
{
    return kinds.at(static_cast<size_t>(kind));
}

Period::Kind kindOf(const QString &code)
{
    const auto *const found = std::ranges::find(kinds, code);
    return found == kinds.end() ? Period::Kind::Free : static_cast<Period::Kind>(found - kinds.begin());
}

std::optional<QString> topicsText(const std::optional<QList<TopicId>> &topics)
{
    if (!topics)
        return std::nullopt;
    QStringList ids;
    for (const TopicId topic : *topics)
        ids.append(QString::number(topic.value()));
    return ids.join(u';');
}

std::optional<QList<TopicId>> topicsOf(const std::optional<QString> &text)
{
    if (!text)
        return std::nullopt;
    QList<TopicId> topics;
    const auto ids = text->split(u';', Qt::SkipEmptyParts);
    for (const QString &id : ids)
        topics.append(TopicId(id.toLongLong()));
    return topics;
}

const auto columns =
    u"id, layout, series, kind, period_from, period_to, cut_off, excluded_topics, is_extra, issue, running_issue, "
    "dated, title, state, created_at, created_by, saved_at, saved_by, published_at, published_by, version"_s;

// Without its texts.
Bulletin toListed(const Row &row)
{
    return {.id = row.get<BulletinId>(0),
            .layout = row.get<QString>(1),
            .series = row.get<QString>(2),
            .period = {.kind = kindOf(row.get<QString>(3)), .from = row.get<QDate>(4), .to = row.get<QDate>(5)},
            .cutOff = row.get<std::optional<QDateTime>>(6),
            .excludedTopics = topicsOf(row.get<std::optional<QString>>(7)),
            .isExtra = row.get<bool>(8),
            .issue = row.get<std::optional<int>>(9),
            .runningIssue = row.get<std::optional<int>>(10),
            .date = row.get<QDate>(11),
            .title = row.get<QString>(12),
            .state = row.get<BulletinState>(13),
            .createdAt = row.get<QDateTime>(14),
            .createdBy = row.get<QString>(15),
            .savedAt = row.get<QDateTime>(16),
            .savedBy = row.get<QString>(17),
            .publishedAt = row.get<std::optional<QDateTime>>(18).value_or(QDateTime()),
            .publishedBy = row.get<QString>(19),
            .version = row.get<qint64>(20)};
}

Bulletin toBulletin(const Row &row)
{
    Bulletin bulletin = toListed(row);
    bulletin.layoutText = row.get<QString>(21).toUtf8();
    bulletin.document = row.get<QString>(22).toUtf8();
    bulletin.composed = row.get<QString>(23).toUtf8();
    bulletin.decisions = row.get<QString>(24).toUtf8();
    return bulletin;
}

QString text(const QByteArray &json)
{
    return QString::fromUtf8(json);
}

} // namespace

// ---- Bulletins

QList<Bulletin> BulletinRepository::list() const
{
    return m_database.all(u"SELECT "_s + columns + u" FROM bulletin ORDER BY period_to DESC, dated DESC, id DESC",
                          toListed);
}

std::optional<Bulletin> BulletinRepository::byId(BulletinId id) const
{
    return m_database.first(u"SELECT "_s + columns
                                + u", layout_text, document, composed, decisions FROM bulletin WHERE id = ?",
                            toBulletin, id);
}

BulletinId BulletinRepository::insert(const Bulletin &b) const
{
    // SQLite gives the id of the last draft again when that was discarded: then the history would tell of two bulletins as
    // one, and a window in which the old draft is still open could write into the new one.
    return BulletinId(m_database.insert(
        u"INSERT INTO bulletin(id, layout, layout_text, series, kind, period_from, period_to, cut_off, "
        u"excluded_topics, "
        "is_extra, issue, running_issue, dated, title, document, composed, decisions, created_at, created_by, "
        "saved_at, saved_by) VALUES((SELECT max(coalesce((SELECT max(id) FROM bulletin), 0), "
        "coalesce((SELECT max(object_id) FROM history WHERE object = 'bulletin'), 0)) + 1), "
        "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        b.layout, text(b.layoutText), b.series, kindCode(b.period.kind), b.period.from, b.period.to, b.cutOff,
        topicsText(b.excludedTopics), b.isExtra, b.issue, b.runningIssue, b.date, b.title, text(b.document),
        text(b.composed), text(b.decisions), b.createdAt, b.createdBy, b.savedAt, b.savedBy));
}

bool BulletinRepository::update(const Bulletin &b) const
{
    return m_database.exec(
               u"UPDATE bulletin SET cut_off = ?, excluded_topics = ?, is_extra = ?, issue = ?, running_issue = ?, "
               "dated = ?, title = ?, document = ?, composed = ?, decisions = ?, saved_at = ?, saved_by = ?, "
               "version = version + 1 WHERE id = ? AND version = ? AND state = 'draft'"_s,
               b.cutOff, topicsText(b.excludedTopics), b.isExtra, b.issue, b.runningIssue, b.date, b.title,
               text(b.document), text(b.composed), text(b.decisions), b.savedAt, b.savedBy, b.id, b.version)
           == 1;
}

bool BulletinRepository::remove(BulletinId id, qint64 version) const
{
    return m_database.exec(u"DELETE FROM bulletin WHERE id = ? AND version = ? AND state = 'draft'"_s, id, version)
           == 1;
}

bool BulletinRepository::publish(const Bulletin &b) const
{
    return m_database.exec(u"UPDATE bulletin SET cut_off = ?, excluded_topics = ?, title = ?, document = ?, "
                           "composed = ?, decisions = ?, state = 'published', published_at = ?, published_by = ?, "
                           "version = version + 1 "
                           "WHERE id = ? AND version = ? AND state = 'draft'"_s,
                           b.cutOff, topicsText(b.excludedTopics), b.title, text(b.document), text(b.composed),
                           text(b.decisions), b.publishedAt, b.publishedBy, b.id, b.version)
           == 1;
}

std::optional<int> BulletinRepository::lastIssue(const QString &series, int year, bool extra) const
{
    return m_database.value<int>(u"SELECT max(issue) FROM bulletin WHERE series = ? AND is_extra = ? AND "
                                 "substr(period_to, 1, 4) = ?"_s,
                                 series, extra, QString::number(year));
}

std::optional<int> BulletinRepository::lastRunningIssue(const QString &series, bool extra) const
{
    return m_database.value<int>(u"SELECT max(running_issue) FROM bulletin WHERE series = ? AND is_extra = ?"_s, series,
                                 extra);
}

std::optional<BulletinId> BulletinRepository::published(const QString &series, int year, bool extra, int issue) const
{
    return m_database.value<BulletinId>(u"SELECT id FROM bulletin WHERE state = 'published' AND series = ? AND "
                                        "is_extra = ? AND substr(period_to, 1, 4) = ? AND issue = ?"_s,
                                        series, extra, QString::number(year), issue);
}

// ---- What is frozen

void BulletinRepository::putFigure(BulletinId bulletin, const FrozenFigure &figure) const
{
    m_database.exec(u"INSERT INTO bulletin_figure(bulletin, figure, value, items) VALUES(?, ?, ?, ?)"_s, bulletin,
                    figure.figure, figure.value, packedIds(figure.items));
}

QList<FrozenFigure> BulletinRepository::figures(BulletinId bulletin) const
{
    return m_database.all(
        u"SELECT figure, value, items FROM bulletin_figure WHERE bulletin = ? ORDER BY figure"_s,
        [](const Row &row) {
            auto items = unpackedIds(row.get<QByteArray>(2));
            if (!items) {
                throw StorageError(StorageError::Kind::Damaged,
                                   Text::tr("The tickets behind the figure “%1” of a published bulletin are damaged.")
                                       .arg(row.get<QString>(0)));
            }
            return FrozenFigure{.figure = row.get<QString>(0), .value = row.get<qint64>(1), .items = *std::move(items)};
        },
        bulletin);
}

namespace {

const QString digestMark = u"2:"_s; // of what also takes in the cases and the head

QString digestOf(Database &database, BulletinId bulletin, bool whole)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    // Each with its length before it, so that no two files give the same bytes.
    const auto add = [&hash](const QByteArray &bytes) {
        hash.addData(QByteArray(QByteArray::number(bytes.size()) + ':'));
        hash.addData(bytes);
    };
    database.each(
        u"SELECT document FROM bulletin WHERE id = ?"_s, [&](const Row &row) { add(row.get<QString>(0).toUtf8()); },
        bulletin);
    database.each(
        u"SELECT figure, value, items FROM bulletin_figure WHERE bulletin = ? ORDER BY figure"_s,
        [&](const Row &row) {
            add(row.get<QString>(0).toUtf8());
            add(QByteArray::number(row.get<qint64>(1)));
            add(row.get<QByteArray>(2));
        },
        bulletin);
    if (!whole)
        return QString::fromLatin1(hash.result().toHex());
    database.each(
        u"SELECT ticket FROM bulletin_case WHERE bulletin = ? ORDER BY position"_s,
        [&](const Row &row) { add(QByteArray::number(row.get<qint64>(0))); }, bulletin);
    constexpr int fields = 11;
    database.each(
        u"SELECT series, kind, period_from, period_to, ifnull(cut_off, ''), ifnull(excluded_topics, ''), is_extra, "
        "ifnull(issue, ''), ifnull(running_issue, ''), dated, decisions FROM bulletin WHERE id = ?"_s,
        [&](const Row &row) {
            for (int column = 0; column < fields; ++column)
                add(row.get<QString>(column).toUtf8());
        },
        bulletin);
    return digestMark + QString::fromLatin1(hash.result().toHex());
}

} // namespace

QString BulletinRepository::frozenDigest(BulletinId bulletin) const
{
    return digestOf(m_database, bulletin, true);
}

bool BulletinRepository::hasDigest(BulletinId bulletin, const QString &digest) const
{
    return digestOf(m_database, bulletin, digest.startsWith(digestMark)) == digest;
}

void BulletinRepository::putCases(BulletinId bulletin, const QList<TicketId> &cases) const
{
    for (qsizetype i = 0; i < cases.size(); ++i)
        m_database.exec(u"INSERT INTO bulletin_case(bulletin, position, ticket) VALUES(?, ?, ?)"_s, bulletin, i,
                        cases[i]);
}

QList<TicketId> BulletinRepository::cases(BulletinId bulletin) const
{
    return m_database.all(
        u"SELECT ticket FROM bulletin_case WHERE bulletin = ? ORDER BY position"_s,
        [](const Row &row) { return row.get<TicketId>(0); }, bulletin);
}

QList<BulletinId> BulletinRepository::toldIn(TicketId ticket) const
{
    return m_database.all(
        u"SELECT DISTINCT bulletin FROM bulletin_case WHERE ticket = ? ORDER BY bulletin"_s,
        [](const Row &row) { return row.get<BulletinId>(0); }, ticket);
}

QByteArray packedIds(const QList<qint64> &ascending)
{
    QByteArray packed;
    qint64 before = 0;
    for (const qint64 id : ascending) {
        Q_ASSERT(id >= before);
        auto rest = static_cast<quint64>(id - before);
        before = id;
        for (; rest >= 0x80; rest >>= 7)
            packed.append(static_cast<char>((rest & 0x7f) | 0x80));
        packed.append(static_cast<char>(rest));
    }
    // NULL would be no list at all.
    return packed.isNull() ? QByteArray("") : packed;
}

std::optional<QList<qint64>> unpackedIds(const QByteArray &packed)
{
    QList<qint64> ids;
    qint64 id = 0;
    quint64 step = 0;
    int shift = 0;
    for (const char byte : packed) {
        const auto bits = static_cast<quint64>(static_cast<unsigned char>(byte));
        if (shift > 56)
            return std::nullopt;
        step |= (bits & 0x7f) << shift;
        shift += 7;
        if (bits & 0x80)
            continue;
        if (step > static_cast<quint64>(std::numeric_limits<qint64>::max() - id))
            return std::nullopt;
        id += static_cast<qint64>(step);
        ids.append(id);
        step = 0;
        shift = 0;
    }
    return shift == 0 ? std::optional(ids) : std::nullopt;
}

// ---- Layouts

namespace {

const auto layoutColumns = u"name, title, content, updated_at, updated_by, version"_s;

OfficeLayout toLayout(const Row &row)
{
    return {.name = row.get<QString>(0),
            .title = row.get<QString>(1),
            .content = row.get<QString>(2).toUtf8(),
            .updatedAt = row.get<QDateTime>(3),
            .updatedBy = row.get<QString>(4),
            .version = row.get<qint64>(5)};
}

} // namespace

QList<OfficeLayout> LayoutRepository::all() const
{
    return m_database.all(u"SELECT "_s + layoutColumns + u" FROM bulletin_layout ORDER BY title, name", toLayout);
}

std::optional<OfficeLayout> LayoutRepository::byName(const QString &name) const
{
    return m_database.first(u"SELECT "_s + layoutColumns + u" FROM bulletin_layout WHERE name = ?", toLayout, name);
}

void LayoutRepository::insert(const OfficeLayout &layout) const
{
    m_database.exec(u"INSERT INTO bulletin_layout(name, title, content, updated_at, updated_by) "
                    "VALUES(?, ?, ?, ?, ?)"_s,
                    layout.name, layout.title, text(layout.content), layout.updatedAt, layout.updatedBy);
}

bool LayoutRepository::update(const OfficeLayout &layout) const
{
    return m_database.exec(u"UPDATE bulletin_layout SET title = ?, content = ?, updated_at = ?, updated_by = ?, "
                           "version = version + 1 WHERE name = ? AND version = ?"_s,
                           layout.title, text(layout.content), layout.updatedAt, layout.updatedBy, layout.name,
                           layout.version)
           == 1;
}

void LayoutRepository::remove(const QString &name) const
{
    m_database.exec(u"DELETE FROM bulletin_layout WHERE name = ?"_s, name);
}

} // namespace huiyin
