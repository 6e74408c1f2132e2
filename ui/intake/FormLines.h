// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QHash>
#include <QList>
#include <QString>

#include <utility>

class QGridLayout;
class QLabel;
class QWidget;

namespace huiyin {

// The lines of a form: a label, its fields beside one another, and below them the place where a refusal is told.
class FormLines
{
public:
    struct Line
    {
        QLabel *label = nullptr;
        QWidget *fields = nullptr;
        QLabel *error = nullptr;
        int row = -1;
    };

    explicit FormLines(QWidget *form); // lays them out in it
    FormLines(const FormLines &) = delete;
    FormLines &operator=(const FormLines &) = delete;

    // `fields` bear the names that a Refusal gives, or none; `stretch`: their shares of the line.
    Line add(const QString &label, const QList<std::pair<QString, QWidget *>> &fields, const QList<int> &stretch);
    void addHint(const Line &line, QLabel *hint); // where a refusal stands else
    void setTall(const Line &line, int stretch);  // its share of the form's height
    static void show(const Line &line, bool visible);

    [[nodiscard]] QString nameOf(const QWidget *field) const; // "" of none that can be refused
    [[nodiscard]] bool showsRefusal(const QString &name) const;
    [[nodiscard]] QWidget *field(const Refusal &refusal) const; // nullptr: none of these
    void showRefusal(const Refusal &refusal) const;             // at its field
    void clearRefusals() const;

private:
    QWidget *m_form;
    QGridLayout *m_grid;
    QHash<QString, std::pair<QWidget *, QLabel *>> m_places; // a name: its field and its error
};

} // namespace huiyin
