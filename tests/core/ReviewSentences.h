// SPDX-License-Identifier: GPL-3.0-or-later
// One sentence of a bulletin below a title: what the review must say of it, and that it says no more.
#pragma once

#include "review/Review.h"

#include <catch2/catch.hpp>

#include <QList>
#include <QString>

#include <string>

namespace huiyin::sentences {

inline const QString month = QStringLiteral("2024年5月12345热线运行情况通报");

struct Sentence
{
    QString text{};
    QString title = month;
};

struct Planted
{
    QString text{};
    Finding::Kind kind = Finding::Kind::Change;
    QString wrong{};
    QString expected{};
    bool doubtful = false;
    QString title = month;
};

inline QList<Finding> reviewOf(const QString &title, const QString &text)
{
    return review(reviewTextOf(title + u'\n' + text + u'\n'));
}

inline std::string described(const QList<Finding> &findings)
{
    QString text;
    for (const Finding &finding : findings)
        text += QStringLiteral("%1 [%2] %3\n").arg(QString(code(finding.kind)), finding.text, finding.message);
    return text.toStdString();
}

inline void checkSound(const QList<Sentence> &sentences)
{
    for (const Sentence &one : sentences) {
        INFO(one.text.toStdString());
        CHECK(described(reviewOf(one.title, one.text)).empty());
    }
}

inline void checkFound(const QList<Planted> &sentences)
{
    for (const Planted &one : sentences) {
        INFO(one.text.toStdString());
        const QList<Finding> findings = reviewOf(one.title, one.text);
        CAPTURE(described(findings));
        REQUIRE(findings.size() == 1);
        CHECK(QString(code(findings.first().kind)) == QString(code(one.kind)));
        CHECK(findings.first().text == one.wrong);
        CHECK(findings.first().doubtful == one.doubtful);
        if (!one.expected.isEmpty())
            CHECK(findings.first().expected == one.expected);
    }
}

} // namespace huiyin::sentences
