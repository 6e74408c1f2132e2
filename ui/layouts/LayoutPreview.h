// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"
#include "controls/Panel.h"
#include "shell/Page.h"

#include <QJsonObject>
#include <QTimer>

#include <optional>

class QLabel;

namespace huiyin {

class BulletinPreview;
class PeriodPicker;

// A layout as it prints the figures of a period, citizens' data masked, composed a moment after the last change.
class LayoutPreview : public Panel
{
    Q_OBJECT

public:
    LayoutPreview(const PageContext &context, QWidget *parent);

    // Of the last month that has figures, or what suits the layout's name: its quarter, its year, its last week.
    void begin(const QString &name);
    void showLayout(const QJsonObject &layout); // without faults
    void setFaulty();                           // what is shown is the layout as it was last
    void showSection(int section);              // -1: the head
    [[nodiscard]] const std::optional<BulletinDocument> &document() const { return m_document; }
    [[nodiscard]] QList<QWidget *> fields() const;

Q_SIGNALS:
    void composed();

private:
    void compose();
    void scroll();
    void showState();
    [[nodiscard]] std::optional<qsizetype> blockOfSection() const;

    PageContext m_context;
    PeriodPicker *m_period;
    BulletinPreview *m_pages;
    QLabel *m_state;
    QTimer m_rest;
    QJsonObject m_layout;     // that is asked for
    QJsonObject m_composedOf; // that the pages show
    QString m_error;
    bool m_isFaulty = false;
    bool m_isComposing = false;
    std::optional<BulletinDocument> m_document;
    PendingRead m_pending;
    int m_section = -1;
    bool m_isReady = false; // the period is known
};

} // namespace huiyin
