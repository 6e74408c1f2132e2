// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>
#include <QString>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace huiyin {

// Gives a label its part: "title", "strong", "soft", "weak", "label", "small", "figure", "error" (see huiyin.qss).
void setLook(QWidget *widget, const char *look);
// Marks a field as the one at fault, or no more.
void setFault(QWidget *widget, bool fault);
// The object name of a part that stands in a page more than once: "bulletin." and "issue" give bulletin.issue,
// "bulletin.draft" and "issue" bulletin.draftIssue.
QString partName(const QString &prefix, const QString &thing);
// Tab goes through these widgets in this order.
void setTabChain(const QList<QWidget *> &widgets);
// A tool tip that shows a stranger's text as it is; Qt would take what looks like markup for markup.
QString plainToolTip(const QString &text);
QLabel *textLabel(const QString &text, const char *look, QWidget *parent = nullptr);

// A white card: a row with the title, an icon before it and a remark or widgets at its end, and what it holds below.
class Panel : public QFrame
{
    Q_OBJECT

public:
    explicit Panel(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setTrailingText(const QString &text);
    void setIcon(const QString &lucideName);
    // Puts a widget at the end of the title row, after the trailing text.
    void addTrailing(QWidget *widget);

    // What the panel holds. Its margins are those of the panel; setFlush() lets a table reach the panel's edges.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    void setFlush(bool flush);

protected:
    bool event(QEvent *event) override;

private:
    void showIcon();

    QWidget *m_head;
    QHBoxLayout *m_headLayout;
    QVBoxLayout *m_body;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_trailing;
    QString m_iconName;
};

} // namespace huiyin
