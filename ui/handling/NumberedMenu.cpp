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

// In the order of the menu.
QChar menuKey(Command command)
{
    switch (command) {
    case Command::Dispatch:
        return u'1';
    case Command::AddCoHandlers:
        return u'2';
    case Command::AnswerDirectly:
        return u'3';
    case Command::NotAccept:
        return u'4';
    case Command::Merge:
    case Command::Unmerge:
        return u'5';
    case Command::Sign:
        return u'6';
    case Command::NoteFirstContact:
        return u'7';
    case Command::Reply:
        return u'8';
    case Command::AcceptReply:
        return u'9';
    case Command::SendBackReply:
        return u'A';
    case Command::AskReturn:
        return u'B';
    case Command::GrantReturn:
    case Command::GrantExtension:
        return u'C';
    case Command::RefuseReturn:
    case Command::RefuseExtension:
        return u'D';
    case Command::AskExtension:
        return u'E';
    case Command::Suspend:
    case Command::Resume:
        return u'F';
    case Command::Remind:
        return u'G';
    case Command::Supervise:
        return u'H';
    case Command::GiveYellowCard:
        return u'I';
    case Command::GiveRedCard:
        return u'J';
    case Command::FollowUp:
    case Command::NominateCase: // closed: it has been followed up
        return u'K';
    case Command::Redo:
        return u'L';
    case Command::Explain:
        return u'M';
    case Command::Close:
    case Command::Reopen:
        return u'N';
    case Command::Archive:
        return u'O';
    case Command::Correct:
        return u'P';
    case Command::ChangeUrgency:
        return u'Q';
    case Command::MarkDifficult:
        return u'R';
    case Command::MarkLeader:
        return u'S';
    case Command::MarkExcluded:
        return u'T';
    case Command::PickCase:
        return u'U';
    case Command::MakeVoid:
        return u'V';
    default:
        return {}; // stands in none of these menus
    }
}

QChar menuKey(MenuEntry entry)
{
    switch (entry) {
    case MenuEntry::SignAt:
        return u'W';
    case MenuEntry::NoteFirstContactAt:
        return u'X';
    case MenuEntry::MakeArticle:
        return u'Y';
    case MenuEntry::Print:
        return u'Z';
    case MenuEntry::Department:
        break;
    }
    return u'0';
}

void setMenuKey(QAction *entry, QChar key)
{
    QString text = entry->text().replace(u"&&"_s, u"\x01"_s).remove(u'&').replace(u'\x01', u"&&"_s);
    // A Chinese text bears its mnemonic in brackets behind it.
    if (const qsizetype bracket = text.lastIndexOf(u'('); bracket > 0 && text.size() - bracket <= 5)
        text = text.first(bracket) + QString(text.endsWith(u'…') ? u"…"_s : QString());
    entry->setText(u"&%1  %2"_s.arg(key).arg(text));
}

} // namespace huiyin
