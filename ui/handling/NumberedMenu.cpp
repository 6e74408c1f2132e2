// SPDX-License-Identifier: GPL-3.0-or-later
#include "handling/NumberedMenu.h"

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace huiyin {

bool opensDialog(Command command)
{
    switch (command) {
    case Command::Sign:
    case Command::NoteFirstContact:
    case Command::AcceptReply:
    case Command::Close:
    case Command::Archive:
    case Command::MarkDifficult:
    case Command::MarkLeader:
        return false;
    default:
        return true;
    }
}

void addMenuHeading(QMenu *menu, const QString &text)
{
    QAction *heading = menu->addAction(QString(text).replace(u'&', u"&&"_s));
    heading->setEnabled(false);
}

void numberEntries(QMenu *menu)
{
    constexpr QStringView keys = u"123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    qsizetype next = 0;
    const QList<QAction *> actions = menu->actions();
    for (QAction *action : actions) {
        if (action->isSeparator() || !action->isEnabled() || next == keys.size())
            continue;
        QString text = action->text().remove(u'&');
        // A Chinese text bears its mnemonic in brackets behind it.
        if (const qsizetype bracket = text.lastIndexOf(u'('); bracket > 0 && text.size() - bracket <= 5)
            text = text.first(bracket) + QString(text.endsWith(u'…') ? u"…"_s : QString());
        action->setText(u"&%1  %2"_s.arg(keys[next]).arg(text));
        ++next;
    }
}

} // namespace huiyin
