// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>

#include <exception>
#include <functional>
#include <memory>

class QMessageBox;
class QWidget;

namespace huiyin {

// Something to tell the user: what happened, what it means for the work, what to do; technical text behind "details".
struct Message
{
    enum class Level { Information, Warning, Error };

    Level level = Level::Error;
    QString what{};
    QString state{};
    QString todo{};
    QString details{};
};

// A question, with the words of its answers; the last one is what Esc and closing mean.
struct UserQuestion
{
    Message message{};
    QStringList answers{};
    int standard = 0;         // the one that Enter gives
    bool destructive = false; // the standard answer throws something away: Enter gives the last one instead
};

// The one place that speaks to the user about trouble. Handed to whoever needs it; tests hand in their own.
// Nothing blocks: an answer comes by a call.
class Messages
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::Messages)

public:
    virtual ~Messages();

    virtual void show(const Message &message) = 0;
    // `answered` gets the index into question.answers, once: the last one, too, when the dialog that it stands in goes. It
    // is not called when `asker` has gone meanwhile.
    void ask(QObject *asker, const UserQuestion &question, std::function<void(int)> answered);

    // An exception of the core, in words. A cancelled task isn't told: the user did it.
    void failed(const std::exception_ptr &error, const QString &what = {});
    static Message messageOf(const std::exception_ptr &error, const QString &what = {});

private:
    virtual void put(const UserQuestion &question, std::function<void(int)> answered) = 0;
};

// Shows them in dialogs of a window. The same trouble told again while its dialog stands open opens no other.
class DialogMessages final : public Messages
{
public:
    explicit DialogMessages(QWidget *window);

    void show(const Message &message) override;

private:
    void put(const UserQuestion &question, std::function<void(int)> answered) override;

    QPointer<QWidget> m_window;
    QList<QPointer<QMessageBox>> m_shown;
    std::shared_ptr<const int> m_life = std::make_shared<const int>(); // whoever asked may go with it
};

} // namespace huiyin
