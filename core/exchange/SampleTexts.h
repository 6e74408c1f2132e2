// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/Random.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace huiyin {

// The bank of made-up texts in resources/demo/texts.json: matters by subject, names and places.
class SampleTexts
{
public:
    struct Matter
    {
        QString type; // 投诉 …
        QString subject;
        QString title;
        QString content;
        QString answer; // what the clerk says on the spot
        QString reply;  // what the department reports
    };

    // A person with an address; what the placeholders of a text are filled from.
    struct Setting
    {
        QString requester{}; // 王建国
        bool woman = false;
        QString phone{};
        QString area{};      // 铁西区
        QString community{}; // an enterprise or organisation where the requester is one
        QString road{};
        QString village{};
        QString building{}; // 12号楼
        QString unit{};     // 3单元
        QString enterprise{};
        QString department{};
        QDate day{};
        qint64 days = 3;
        qint64 money = 300;

        [[nodiscard]] QString address() const;
    };

    static SampleTexts shipped();

    // Leaves out matters by their title: those that don't fit the season or the year of an office.
    void leaveOut(const QStringList &titles);

    [[nodiscard]] const QList<Matter> &matters(const QString &subject) const;
    // A matter of the subject, of the type when one is given and the subject has any of it.
    [[nodiscard]] const Matter &pick(Random &random, const QString &subject, const QString &type = QString()) const;

    [[nodiscard]] Setting setting(Random &random, const QString &area, QDate day) const;
    [[nodiscard]] static QString fill(const QString &text, const Setting &setting);

    [[nodiscard]] const QString &comment(Random &random, const QString &satisfaction) const;
    [[nodiscard]] const QString &callNote(Random &random, const QString &outcome) const;
    [[nodiscard]] const QString &enterprise(Random &random) const;
    // Some sentences that go with any matter, each once.
    [[nodiscard]] QString details(Random &random, qint64 count) const;

private:
    QHash<QString, QList<Matter>> m_matters;
    QStringList m_surnames;
    QStringList m_given; // 0–59 men's, 60–95 women's, 96–99 either's, from 100 young people's of both
    QStringList m_communities;
    QStringList m_roads;
    QStringList m_villages;
    QStringList m_enterprises;
    QStringList m_details;
    QHash<QString, QStringList> m_comments;
    QHash<QString, QStringList> m_callNotes;
};

} // namespace huiyin
