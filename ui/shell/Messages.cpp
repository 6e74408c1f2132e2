// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Messages.h"

#include "shell/Icon.h"
#include "storage/SafeFile.h"
#include "storage/StorageError.h"

#include <QApplication>
#include <QLoggingCategory>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

Q_LOGGING_CATEGORY(trouble, "huiyin.trouble")

// The program's own icons; the style's are of another time.
void setIcon(QMessageBox *box, Message::Level level)
{
    constexpr int side = 32;
    const qreal ratio = box->devicePixelRatioF();
    switch (level) {
    case Message::Level::Information:
        box->setIconPixmap(themedPixmap(u"info"_s, ColourRole::Accent, side, ratio));
        break;
    case Message::Level::Warning:
        box->setIconPixmap(themedPixmap(u"triangle-alert"_s, ColourRole::WarnText, side, ratio));
        break;
    case Message::Level::Error:
        box->setIconPixmap(themedPixmap(u"triangle-alert"_s, ColourRole::BadText, side, ratio));
        break;
    }
}

// Before the dialog that is open: before the window behind it, nobody would see it or could answer.
QWidget *frontOf(QWidget *window)
{
    QWidget *modal = QApplication::activeModalWidget();
    for (const QWidget *above = modal; above; above = above->parentWidget()) {
        if (above == window)
            return modal;
    }
    return window;
}

QMessageBox *boxOf(const Message &message, QWidget *window)
{
    auto *box = new QMessageBox(frontOf(window));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"message"_s);
    setIcon(box, message.level);
    box->setWindowTitle(QGuiApplication::applicationDisplayName());
    box->setTextFormat(Qt::PlainText);
    box->setText(message.what);
    QStringList more;
    for (const QString &part : {message.state, message.todo}) {
        if (!part.isEmpty())
            more.append(part);
    }
    box->setInformativeText(more.join(u'\n'));
    box->setDetailedText(message.details);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return box;
}

} // namespace

Messages::~Messages() = default;

Message Messages::messageOf(const std::exception_ptr &error, const QString &what)
{
    Message message{.level = Message::Level::Error, .what = what};
    const auto put = [&message](const QString &sentence) {
        (message.what.isEmpty() ? message.what : message.state) = sentence;
    };
    try {
        std::rethrow_exception(error);
    } catch (const StorageError &e) {
        put(e.message());
        message.details = e.technical();
        if (e.kind() == StorageError::Kind::InUse || e.kind() == StorageError::Kind::Busy)
            message.level = Message::Level::Warning;
    } catch (const FileError &e) {
        put(e.message());
    } catch (const std::bad_alloc &) {
        put(tr("There is not enough memory for this. Close other programs, or ask for less at once."));
    } catch (const std::exception &e) {
        put(tr("Something happened that the program was not prepared for."));
        message.todo = tr("What was saved before is safe. Try again; if it happens again, please report the details.");
        message.details = QString::fromUtf8(e.what());
    } catch (...) {
        put(tr("Something happened that the program was not prepared for."));
        message.todo = tr("What was saved before is safe. Try again; if it happens again, please report it.");
    }
    return message;
}

void Messages::failed(const std::exception_ptr &error, const QString &what)
{
    try {
        std::rethrow_exception(error);
    } catch (const StorageError &e) {
        if (e.kind() == StorageError::Kind::Cancelled)
            return;
        qCWarning(trouble).noquote() << e.technical();
    } catch (...) { // NOLINT(bugprone-empty-catch): told below
    }
    show(messageOf(error, what));
}

void Messages::ask(QObject *asker, const UserQuestion &question, std::function<void(int)> answered)
{
    put(question, [alive = QPointer(asker), answered = std::move(answered)](int answer) {
        if (alive)
            answered(answer);
    });
}

DialogMessages::DialogMessages(QWidget *window)
    : m_window(window)
{
}

void DialogMessages::show(const Message &message)
{
    m_shown.removeIf([](const QPointer<QMessageBox> &box) { return !box || !box->isVisible(); });
    QMessageBox *box = boxOf(message, m_window);
    const auto same = [box](const QPointer<QMessageBox> &shown) {
        return shown->text() == box->text() && shown->informativeText() == box->informativeText();
    };
    if (std::ranges::any_of(m_shown, same)) {
        delete box;
        return;
    }
    m_shown.append(box);
    box->setStandardButtons(QMessageBox::Ok);
    box->open();
}

void DialogMessages::put(const UserQuestion &question, std::function<void(int)> answered)
{
    QMessageBox *box = boxOf(question.message, m_window);
    const int last = static_cast<int>(question.answers.size()) - 1;
    QList<QAbstractButton *> buttons;
    for (int i = 0; i <= last; ++i) {
        const bool harmful = question.destructive && i == question.standard;
        QPushButton *button = box->addButton(question.answers[i], i == last ? QMessageBox::RejectRole
                                                                  : harmful ? QMessageBox::DestructiveRole
                                                                            : QMessageBox::AcceptRole);
        button->setObjectName(u"message.answer%1"_s.arg(i));
        buttons.append(button);
        if (i == last)
            box->setEscapeButton(button);
        if (i == (question.destructive ? last : question.standard))
            box->setDefaultButton(button);
    }
    const auto waiting = std::make_shared<std::function<void(int)>>(std::move(answered));
    QObject::connect(box, &QMessageBox::finished, box, [box, buttons, last, waiting] {
        const auto index = buttons.indexOf(box->clickedButton());
        if (const auto answer = std::exchange(*waiting, {}))
            answer(index < 0 ? last : static_cast<int>(index));
    });
    // With a dialog that it stood in. Whoever waits for an answer would wait for ever.
    QObject::connect(box, &QObject::destroyed, qApp, [waiting, last, life = std::weak_ptr(m_life)] {
        if (const auto answer = std::exchange(*waiting, {}); answer && !life.expired())
            answer(last);
    });
    box->open();
}

} // namespace huiyin
