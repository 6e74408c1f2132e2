// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>

class QKeyEvent;
class QWidget;

namespace huiyin {

class CaseSession;

// A hand scanner is a keyboard that types faster than anybody and ends with Enter. What it reads while a page is in
// front, and no text is being written, is the number of a ticket.
class ScannedNumbers : public QObject
{
    Q_OBJECT

public:
    static constexpr int quickest = 35;         // ms between two keys; a hand is slower
    static constexpr qsizetype leastLength = 8; // characters

    ScannedNumbers(CaseSession &session, QWidget *page);

Q_SIGNALS:
    void ticketFound(huiyin::TicketId ticket); // a number that isn't there is told in the status line

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool isListening() const;
    bool takeKey(const QKeyEvent &key); // true: it is the scanner's and goes no further
    [[nodiscard]] bool isScanEnded(const QKeyEvent &key) const;
    [[nodiscard]] bool isQuick(const QKeyEvent &key) const;
    void find(const QString &number);

    CaseSession &m_session;
    QWidget *m_page;
    QString m_typed;
    QElapsedTimer m_since; // the last key
    quint64 m_stamp = 0;   // of the last key; 0: the system doesn't tell
};

} // namespace huiyin
