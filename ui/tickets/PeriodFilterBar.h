// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Period.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLineEdit;

namespace huiyin {

class CaseSession;
class PeriodPicker;

// What lists are narrowed by, whatever they list: words, and a period, which may be told from today and is another one
// tomorrow then. Who derives from it places both among fields of its own.
class PeriodFilterBar : public QWidget
{
    Q_OBJECT

public:
    [[nodiscard]] const std::optional<ListPeriod> &period() const { return m_period; } // nullopt: any time

public Q_SLOTS:
    void focusWords();

Q_SIGNALS:
    void changed(); // the list is narrowed otherwise from now on

protected:
    // `name`: of the page; the parts are called name.words and name.period. `anyTime`: on the picker without a period.
    PeriodFilterBar(CaseSession &session, const QString &name, QString anyTime, QWidget *parent);

    // From the first moment to the one behind the last, in UTC.
    struct Moments
    {
        QDateTime from;
        QDateTime before;
    };
    [[nodiscard]] std::optional<Moments> moments() const;
    [[nodiscard]] QString askedWords() const;
    void setWords(const QString &words);                        // doesn't emit
    void choosePeriod(const std::optional<ListPeriod> &period); // doesn't emit
    void change(); // emits changed(), without waiting for the typing to end

    [[nodiscard]] CaseSession &session() const { return m_session; }
    [[nodiscard]] QLineEdit *words() const { return m_words; }
    [[nodiscard]] PeriodPicker *picker() const { return m_picker; }

private:
    CaseSession &m_session;
    QString m_anyTime;
    std::optional<ListPeriod> m_period;
    QDate m_today; // that the period was told from
    QTimer m_typing;
    QTimer m_midnight;
    QLineEdit *m_words;
    PeriodPicker *m_picker;
};

} // namespace huiyin
