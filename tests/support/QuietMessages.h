// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Messages.h"

#include <QStringList>

namespace huiyin::test {

// Keeps what the user would be told, and answers every question alike.
class QuietMessages final : public Messages
{
public:
    void show(const Message &message) override { shown.append(message.what); }
    void put(const UserQuestion &question, std::function<void(int)> answered) override
    {
        shown.append(question.message.what + question.message.state);
        answered(reply);
    }
    QStringList shown;
    int reply = 0;
};

} // namespace huiyin::test
