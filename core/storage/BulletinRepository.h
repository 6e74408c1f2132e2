// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Bulletin.h"

namespace huiyin {

class Database;

// Reads and writes bulletins and what is frozen with them. Never begins a transaction: the command that calls it does.
class BulletinRepository
{
public:
    explicit BulletinRepository(Database &database)
        : m_database(database)
    {
    }

    // All of them, the newest first, without their texts (layoutText, document, composed, decisions).
    [[nodiscard]] QList<Bulletin> list() const;
    [[nodiscard]] std::optional<Bulletin> byId(BulletinId id) const;
    BulletinId insert(const Bulletin &bulletin) const;
    // The draft as the editor has it; not its state. False: somebody has changed it since bulletin.version.
    [[nodiscard]] bool update(const Bulletin &bulletin) const;
    [[nodiscard]] bool remove(BulletinId id, qint64 version) const; // a draft; false: changed, or published meanwhile
    // False: somebody has changed it since bulletin.version. From here on the file refuses any change to it.
    [[nodiscard]] bool publish(const Bulletin &bulletin) const;

    // The largest numbers given in a series; drafts too, so that two of them don't get the same.
    [[nodiscard]] std::optional<int> lastIssue(const QString &series, int year, bool extra) const;
    [[nodiscard]] std::optional<int> lastRunningIssue(const QString &series, bool extra) const;
    // The published one that has this number.
    [[nodiscard]] std::optional<BulletinId> published(const QString &series, int year, bool extra, int issue) const;

    // What is frozen with an issue. Figures are written once, before it is published.
    void putFigure(BulletinId bulletin, const FrozenFigure &figure) const;
    [[nodiscard]] QList<FrozenFigure> figures(BulletinId bulletin) const; // throws StorageError for damaged ids
    // SHA-256 over an issue as it stands in the file: its text, its figures and, since the digest begins with "2:", its
    // cases, its numbers, period and date, and what was decided about it.
    [[nodiscard]] QString frozenDigest(BulletinId bulletin) const;
    // Is the issue as it was when it had this digest, of whichever version?
    [[nodiscard]] bool hasDigest(BulletinId bulletin, const QString &digest) const;
    void putCases(BulletinId bulletin, const QList<TicketId> &cases) const;
    [[nodiscard]] QList<TicketId> cases(BulletinId bulletin) const;
    [[nodiscard]] QList<BulletinId> toldIn(TicketId ticket) const; // the published issues that tell of a ticket

private:
    Database &m_database;
};

// Ids, ascending, in little room: each as its difference from the one before, seven bits a byte, the lowest first.
QByteArray packedIds(const QList<qint64> &ascending);
std::optional<QList<qint64>> unpackedIds(const QByteArray &packed); // nullopt: damaged

// Layouts of the office's own.
class LayoutRepository
{
public:
    explicit LayoutRepository(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] QList<OfficeLayout> all() const; // by title
    [[nodiscard]] std::optional<OfficeLayout> byName(const QString &name) const;
    void insert(const OfficeLayout &layout) const;
    [[nodiscard]] bool update(const OfficeLayout &layout) const; // false: somebody has changed it since layout.version
    void remove(const QString &name) const;

private:
    Database &m_database;
};

} // namespace huiyin
