// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/LayoutDraft.h"
#include "bulletin/LayoutNames.h"
#include "bulletin/LayoutScope.h"

#include <QScrollArea>

#include <optional>

class QFormLayout;

namespace huiyin {

// The fields of one part of a layout: what it may hold, as LayoutKeys has it. What was typed goes into the draft at once;
// what stands in the layout and has no field stays as it is.
class LayoutForm : public QScrollArea
{
    Q_OBJECT

public:
    LayoutForm(LayoutDraft &draft, QWidget *parent);

    void showPlace(const QString &path); // made anew
    [[nodiscard]] QString place() const { return m_place; }
    void focusKey(const QString &key);
    void setEditable(bool editable);

Q_SIGNALS:
    void edited(const QString &path);
    // The kind of a list or table was changed, so that it is another form.
    void kindChanged(const QString &path);
    void placeRequested(const QString &path);
    void addRateRequested();

private:
    enum class Group { Words, Rows, Figures };

    void build();
    void addRates(QFormLayout *form);
    void addGroup(QFormLayout *form, const QString &title);
    void addKey(QFormLayout *form, const LayoutKey &key);
    [[nodiscard]] QWidget *textField(const LayoutKey &key);
    [[nodiscard]] QWidget *sentenceField(const QString &key, bool lines);
    [[nodiscard]] QWidget *choiceField(const LayoutKey &key, const QStringList &choices);
    [[nodiscard]] QWidget *figureField(const QString &key);
    [[nodiscard]] QWidget *numberField(const LayoutKey &key);
    [[nodiscard]] QWidget *textsField(const QString &key);
    void nameField(QWidget *field, const QString &key) const;
    [[nodiscard]] QString unset(const QString &key) const; // what holds where nothing is said
    [[nodiscard]] QString pathOf(const QString &key) const { return placeBelow(m_place, key); }
    void set(const QString &key, const QJsonValue &value);
    [[nodiscard]] static Group groupOf(const QString &key);

    LayoutDraft &m_draft;
    LayoutNames m_names;
    QString m_place;
    LayoutPart m_part = LayoutPart::Head;
    QJsonObject m_object;
    bool m_editable = true;
};

} // namespace huiyin
