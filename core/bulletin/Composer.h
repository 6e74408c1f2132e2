// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"
#include "domain/Progress.h"
#include "statistics/Question.h"

#include <QDate>
#include <QString>

#include <optional>
#include <stdexcept>

namespace huiyin {

class CaseFile;

// A layout that ships with the program: siping-monthly, siping-press, xiangtan-quarterly, annual; or one of the office's
// own (OfficeLayouts).
struct LayoutInfo
{
    QString name;
    QString title; // for a list to choose from, Chinese
};
QList<LayoutInfo> layouts();

// A layout that is unknown or written wrongly; what() says which and where.
class LayoutError : public std::runtime_error
{
public:
    explicit LayoutError(const QString &message)
        : std::runtime_error(message.toStdString())
    {
    }
};

struct BulletinRequest
{
    QString layout{};
    QByteArray layoutText{}; // JSON of the layout as it was when a draft was begun; "": as it is now
    Period period{};
    std::optional<QDateTime> cutOff{};
    std::optional<QList<TopicId>> excludedTopics{}; // nullopt: those that the layout names
    std::optional<int> issue{};                     // 第N期
    std::optional<int> runningIssue{};              // 总第M期
    bool isExtra = false;                           // 增刊
    QDate date{};                                   // 印发日期
};

// Composes a bulletin from the file's figures. Throws LayoutError and StorageError; can be cancelled.
BulletinDocument composeBulletin(CaseFile &file, const BulletinRequest &request, const Progress &progress = {});

} // namespace huiyin
