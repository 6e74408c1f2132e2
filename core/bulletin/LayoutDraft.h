// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/LayoutKeys.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>

namespace huiyin {

// What an object of a layout is, as an editor shows it.
enum class LayoutPart {
    Head,
    Rates,
    Rate,
    Heading,
    Paragraph,
    Cases,
    Chart,
    Table,
    Beside, // two tables
    Text,
    List,
    Nested, // rows below a row
    Boards, // of a channel
    Also,   // what is said of some rows more
    Status, // words for all closed, one, part
    Group,  // several channels in one sentence
    Column,
    Grade,
    Band,
    Unknown,
};

struct LayoutNode
{
    QString path{}; // "sections/3/paragraph/0", as LayoutFault has it; "" is the head
    LayoutPart part = LayoutPart::Unknown;
    QList<LayoutNode> children{};

    bool operator==(const LayoutNode &) const = default;
};

// The head with its rates, and each section with its parts, in their order.
QList<LayoutNode> outlineOf(const QJsonObject &layout);
// Of the object at this path; Unknown where there is none that can be shown.
LayoutPart partAt(const QJsonObject &layout, const QString &path);
// What it may hold.
LayoutKeys keysOf(LayoutPart part, const QJsonObject &object);

// The value at a path; undefined when there is none.
QJsonValue valueAt(const QJsonObject &layout, const QString &path);
// "sections/3" of "sections/3/when"; the number at its end, or -1.
QString pathAbove(const QString &path);
int indexIn(const QString &path);

// A layout that is being changed: what is not asked for stays as it is, whatever it is. Each step can be undone; a path
// names a place until the next step. A step that isn't possible does nothing and returns false or nullopt.
class LayoutDraft
{
public:
    LayoutDraft() = default;
    explicit LayoutDraft(const QJsonObject &layout);

    [[nodiscard]] const QJsonObject &layout() const { return m_layout; }
    [[nodiscard]] QJsonValue value(const QString &path) const { return valueAt(m_layout, path); }

    // Undefined takes the key away. Set again and again at one path it is one step, as a text is typed.
    bool set(const QString &path, const QJsonValue &value);
    void replace(const QJsonObject &layout); // by another text of the whole; one step when it is done again and again
    // Into the list at `path` before its place `index`; a list that isn't there yet begins with them. Rates that the new
    // ones speak of come with them, unless the layout has ones of these names. Where the first stands now.
    std::optional<QString> insert(const QString &path, int index, const QJsonArray &items,
                                  const QJsonObject &rates = {});
    std::optional<QString> move(const QString &path, int step); // among its neighbours
    // Into the list at `list`, before what stands at `index` now.
    std::optional<QString> moveInto(const QString &path, const QString &list, int index);
    std::optional<QString> copy(const QString &path); // behind itself
    bool remove(const QString &path);
    // A list that another entry could come into: of the same things.
    [[nodiscard]] bool canMoveInto(const QString &path, const QString &list) const;

    [[nodiscard]] bool canUndo() const { return !m_before.isEmpty(); }
    [[nodiscard]] bool canRedo() const { return !m_after.isEmpty(); }
    QString undo(); // the place where it was
    QString redo();

private:
    struct Step
    {
        QJsonObject layout{};
        QString place{}; // of what changed
    };
    void take(const QJsonObject &next, const QString &place, const QString &typing = {});

    QJsonObject m_layout;
    QList<Step> m_before;
    QList<Step> m_after;
    QString m_typing; // the path that the last step set; "" when it was something else
};

} // namespace huiyin
