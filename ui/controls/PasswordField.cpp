// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/PasswordField.h"

#include <QSignalBlocker>

namespace huiyin {

namespace {
constexpr int room = 256; // signs; a password has at most 200
}

PasswordField::PasswordField(QWidget *parent)
    : QLineEdit(parent)
{
    setEchoMode(QLineEdit::Password);
    setAttribute(Qt::WA_InputMethodEnabled, false); // it would keep the word, and learn it
    setMaxLength(room);
    wipeText(); // makes room in the list of what could be undone too
}

PasswordField::~PasswordField()
{
    wipeText();
}

void PasswordField::makeRoom()
{
    QString empty;
    empty.reserve(room);
    setText(empty); // the line goes on with this very buffer
}

void PasswordField::wipeText()
{
    const QSignalBlocker quiet(this);
    QString held = text(); // the line's own buffer, shared; whoever set a text that he keeps wipes that himself
    constexpr int holders = 2;
    if (held.data_ptr().d_ptr() && held.data_ptr().d_ptr()->ref_.loadRelaxed() <= holders)
        wipe(held);
    held = QString();
    // The list of what could be undone holds every sign too: it is emptied by setText() and filled with others.
    setText(QString());
    insert(QString(room, u'0'));
    makeRoom();
}

} // namespace huiyin
