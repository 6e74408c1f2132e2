// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/LayoutNames.h"
#include "bulletin/LayoutScope.h"

#include <QJsonObject>
#include <QPushButton>
#include <QWidget>

#include <functional>

class QLineEdit;
class QMenu;
class QVBoxLayout;

namespace huiyin {

// When a part of a layout is printed: conditions chosen from a menu, each that something is there or that it isn't.
class ConditionsField : public QPushButton
{
    Q_OBJECT

public:
    using Names = std::function<QStringList()>; // of the conditions that can be asked here

    ConditionsField(const LayoutNames &names, Names conditions, QWidget *parent);

    [[nodiscard]] QString when() const { return m_when; }
    void setWhen(const QString &when);
    void choose(const QString &condition, bool holds); // taken away when it stands so already

    [[nodiscard]] QSize minimumSizeHint() const override { return {60, sizeHint().height()}; }

Q_SIGNALS:
    void edited();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillMenu(QMenu *menu);
    void showText();

    LayoutNames m_names;
    Names m_conditions;
    QString m_when;
};

// A side of a rate: counts that are added and taken away, by their names.
class TermsField : public QWidget
{
    Q_OBJECT

public:
    using Counts = std::function<QStringList()>;

    TermsField(const LayoutNames &names, Counts counts, QWidget *parent);

    void setFieldName(const QString &objectName, const QString &accessibleName);
    [[nodiscard]] QString terms() const; // "direct+closed"
    void setTerms(const QString &terms);
    [[nodiscard]] QLineEdit *line() const { return m_line; }

Q_SIGNALS:
    void edited();

private:
    void add(const QString &count, bool isTaken);

    LayoutNames m_names;
    QLineEdit *m_line;
    QPushButton *m_choose;
};

// Thresholds of a grade: rates and percentages.
class ThresholdsField : public QWidget
{
    Q_OBJECT

public:
    ThresholdsField(const LayoutNames &names, const QList<LayoutWord> &rates, QWidget *parent);

    [[nodiscard]] QJsonObject thresholds() const { return m_thresholds; }
    void setThresholds(const QJsonObject &thresholds, const QString &objectName, const QString &accessibleName);

Q_SIGNALS:
    void edited();

private:
    void build();
    void addRow(const QString &rate);

    LayoutNames m_names;
    QList<LayoutWord> m_rates;
    QJsonObject m_thresholds;
    QString m_accessibleName;
    QVBoxLayout *m_rows;
};

} // namespace huiyin
