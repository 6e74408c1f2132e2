// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Code.h"
#include "domain/Id.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>

namespace huiyin {

// 知识库: one question that citizens ask again and again, with the answer that stands.
struct KnowledgeArticle
{
    std::optional<ArticleId> id{};
    QString question{};
    QString answer{};
    QString keywords{}; // other words for it, parted by ；: 暖气；取暖
    QString ground{};   // 依据: what the answer rests on, such as the number of a document
    std::optional<CategoryId> category{};
    std::optional<DepartmentId> department{}; // that answers for it
    std::optional<QDate> validTo{};           // its last day; nullopt: until somebody says otherwise
    QDateTime updatedAt{};
    QString updatedBy{};
    bool retired = false;
    qint64 version = 0; // counts up with each change; 0: not in the file yet

    bool operator==(const KnowledgeArticle &) const = default;
};

// Whether an answer may be told. Retired is a decision, the others follow from the last day.
enum class ArticleState { Valid, Expiring, Expired, Retired };
constexpr int articleStateCount = static_cast<int>(ArticleState::Retired) + 1;

constexpr int expiringDays = 30; // so long before its end an article asks to be looked at

// `today` is the office's day.
ArticleState articleState(bool retired, const std::optional<QDate> &validTo, QDate today);

} // namespace huiyin
