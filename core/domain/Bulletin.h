// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Code.h"
#include "domain/Id.h"
#include "domain/Period.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace huiyin {

enum class BulletinState { Draft, Published };
template <>
std::span<const CodeEntry<BulletinState>> codeTable<BulletinState>();

// 简报: an issue as it is kept. What its texts hold, bulletin/BulletinDraft knows.
struct Bulletin
{
    std::optional<BulletinId> id{};
    QString layout{};        // its name
    QByteArray layoutText{}; // the layout as it was when the bulletin was begun (JSON)
    QString series{};        // 刊: issues are numbered within it
    Period period{};
    std::optional<QDateTime> cutOff{};              // nullopt: 00:00 of the day after the period
    std::optional<QList<TopicId>> excludedTopics{}; // nullopt: those that the layout names
    bool isExtra = false;                           // 增刊, numbered apart
    std::optional<int> issue{};                     // 第N期
    std::optional<int> runningIssue{};              // 总第M期
    QDate date{};                                   // 印发日期
    QString title{};
    QByteArray document{};  // JSON of bulletin/BulletinJson: as the editor has it; published: as it went out
    QByteArray composed{};  // the same as it was composed from the figures; what differs from it is the editor's
    QByteArray decisions{}; // JSON: findings that were explained, names that were kept or masked
    BulletinState state = BulletinState::Draft;
    QDateTime createdAt{};
    QString createdBy{};
    QDateTime savedAt{};
    QString savedBy{};
    QDateTime publishedAt{}; // invalid for a draft
    QString publishedBy{};
    qint64 version = 0; // counts up with each save; 0: not in the file yet

    [[nodiscard]] int year() const { return period.to.year(); } // that its issue is numbered in

    bool operator==(const Bulletin &) const = default;
};

// A figure of a published issue as it was, and what was behind it.
struct FrozenFigure
{
    QString figure{}; // its lasting name, as statistics/Figure gives it
    qint64 value = 0;
    QList<qint64> items{}; // ids of tickets or calls, ascending

    bool operator==(const FrozenFigure &) const = default;
};

// 版式: a layout of the office's own.
struct OfficeLayout
{
    QString name{};
    QString title{};
    QByteArray content{}; // JSON
    QDateTime updatedAt{};
    QString updatedBy{};
    qint64 version = 0; // 0: not in the file yet

    bool operator==(const OfficeLayout &) const = default;
};

} // namespace huiyin
