// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/RecoverySheet.h"

#include "casework/BackupKey.h"
#include "controls/EntryDialog.h"
#include "controls/PasswordField.h"
#include "paper/FormTable.h"
#include "paper/SheetPages.h"
#include "shell/CaseSession.h"
#include "statistics/PrintPreview.h"
#include "storage/CaseFile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QPointer>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(huiyin::RecoverySheet)
};

QString sheetTitle()
{
    return u"备份恢复凭据"_s;
}

// A paper of the office: in Chinese, whatever the language of the window.
PaperSheet sheetOf(const CaseSession &session, const BackupSecret &secret)
{
    const QStringList groups = recoveryCode(secret).split(u' ');
    QList<FormRow> rows{
        formHeading(sheetTitle()),
        formRow(u"单位"_s, session.office().name),
        formRow(u"工单文件"_s, QFileInfo(session.path()).fileName()),
        formRow(u"密钥编号"_s, QString::fromLatin1(secret.publicKey().toHex().left(16))),
        formRow(u"打印日期"_s, session.today().toString(u"yyyy年M月d日"_s)),
        formHeading(u"恢复码（共13组，每组末位为校验码）"_s),
    };
    constexpr qsizetype inRow = 2;
    for (qsizetype i = 0; i < groups.size(); i += inRow) {
        const auto label = [](qsizetype group) -> QString { return u"第%1组"_s.arg(group + 1); };
        if (i + 1 < groups.size())
            rows.append(formRow(label(i), groups[i], label(i + 1), groups[i + 1]));
        else
            rows.append(formRow(label(i), groups[i]));
    }
    rows.append(formRow(u"用途"_s, u"备份口令遗失时，凭本凭据可打开第二介质上的加密备份。恢复时在“口令”栏依次输入各组，"
                                   u"组间空格可省；数字0与字母O、数字1与字母I、L不区分。"_s));
    rows.append(formRow(u"保管"_s, u"凭据等同口令：请密封后与备份介质分开存放，专人保管，不得拍照、复印、上传。"
                                   u"更换口令后，本凭据仍可打开更换前的备份。"_s));
    const QSizeF size = SheetPages::textSize(SheetPages::Format::Portrait);
    return {.flow = formPieces(rows, size.width(), size.height()), .foot = session.user()};
}

void showSheet(CaseSession &session, QWidget *parent, const BackupSecret &secret)
{
    const auto pages = std::make_shared<SheetPages>(QList<PaperSheet>{sheetOf(session, secret)});
    showPrintPreview(session, parent, {.pages = pages, .title = sheetTitle()});
}

// Whoever has the sheet opens every encrypted copy: who sees it is recorded first.
void recordAndShow(CaseSession &session, QWidget *parent, const BackupSecret &secret)
{
    session.command(
        parent, [](CaseBook &book) { return book.recordRecoverySheet(); },
        [session = QPointer(&session), parent, secret](const Changes &) {
            if (session)
                showSheet(*session, parent, secret);
        },
        [session = QPointer(&session)](const Refusal &refusal) {
            if (session)
                session->messages().show({.level = Message::Level::Warning, .what = refusal.reason});
        });
}

// Work that takes as long as a login, out of the window's thread.
template <class T, class Work, class Then>
void inBackground(QObject *owner, Work work, Then then)
{
    auto *watcher = new QFutureWatcher<TaskResult<T>>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, then = std::move(then)] {
        watcher->deleteLater();
        then(watcher->future().result());
    });
    watcher->setFuture(QtConcurrent::run([work = std::move(work)]() mutable { return runTask<T>(work); }));
}

} // namespace

void askForPassphrase(CaseSession &session, QWidget *parent, std::function<void()> done)
{
    auto *dialog = new EntryDialog(u"setup.passphrase"_s, Text::tr("Passphrase of the backups"), parent);
    auto *first = new PasswordField(dialog);
    auto *again = new PasswordField(dialog);
    dialog->addField(u"password"_s, Text::tr("&Passphrase"), first);
    dialog->addField(u"again"_s, Text::tr("Passphrase &again"), again);
    dialog->addRemark(
        Text::tr("At least %1 signs, not digits alone; several words are best. Copies on the second medium "
                 "open with it alone, or with the recovery sheet that is shown next. Nobody can give it "
                 "anew.")
            .arg(shortestPassphrase));
    dialog->addRemark(Text::tr("Earlier copies keep the passphrase that they were made with."));
    QObject::connect(
        dialog, &EntryDialog::submitted, dialog,
        [session = QPointer(&session), dialog, parent, first, again, done = std::move(done)] {
            const Password passphrase = first->password();
            if (auto refusal = passphraseFault(passphrase)) {
                dialog->showRefusal(*refusal);
                return;
            }
            if (passphrase != again->password()) {
                dialog->showRefusal({Text::tr("The two are not the same."), u"again"_s});
                return;
            }
            dialog->setBusy(true);
            inBackground<NewBackupKey>(
                dialog, [passphrase] { return makeBackupKey(passphrase); },
                [session, dialog, parent = QPointer(parent), done](const TaskResult<NewBackupKey> &result) {
                    if (!session)
                        return;
                    if (const auto *error = std::get_if<1>(&result)) {
                        dialog->setBusy(false);
                        session->messages().failed(*error);
                        return;
                    }
                    const NewBackupKey made = std::get<0>(result);
                    session->command(
                        dialog, [key = made.key](CaseBook &book) { return book.setBackupKey(key); },
                        [session, dialog, parent, done, secret = made.secret](const Changes &) {
                            dialog->accept();
                            if (done)
                                done();
                            if (session && parent)
                                recordAndShow(*session, parent, secret);
                        },
                        [dialog](const Refusal &refusal) {
                            dialog->setBusy(false);
                            dialog->showRefusal(refusal);
                        },
                        [dialog] { dialog->setBusy(false); });
                });
        });
    dialog->open();
}

void askForRecoverySheet(CaseSession &session, QWidget *parent)
{
    auto *dialog = new EntryDialog(u"setup.recovery"_s, Text::tr("Recovery sheet"), parent);
    dialog->setKeepsNothing();
    dialog->setSubmitText(Text::tr("Show"));
    auto *field = new PasswordField(dialog);
    dialog->addField(u"password"_s, Text::tr("&Passphrase"), field);
    dialog->addRemark(
        Text::tr("The sheet opens every encrypted copy, as the passphrase does. Print it, seal it, and keep "
                 "it apart from the medium."));
    QObject::connect(dialog, &EntryDialog::submitted, dialog, [session = QPointer(&session), dialog, parent, field] {
        dialog->setBusy(true);
        if (!session)
            return;
        session->read(
            dialog,
            [passphrase = field->password()](CaseFile &file) {
                const auto key = backupKeyOf(file);
                return key ? openBackupKey(*key, passphrase) : std::nullopt;
            },
            [session, dialog, parent = QPointer(parent), field](const std::optional<BackupSecret> &secret) {
                dialog->setBusy(false);
                if (!secret) {
                    field->wipeText();
                    dialog->showRefusal({Text::tr("This is not the passphrase of the backups."), u"password"_s});
                    return;
                }
                dialog->accept();
                if (session && parent)
                    recordAndShow(*session, parent, *secret);
            },
            [dialog] { dialog->setBusy(false); });
    });
    dialog->open();
}

} // namespace huiyin
