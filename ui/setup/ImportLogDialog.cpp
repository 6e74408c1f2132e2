// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/ImportLogDialog.h"

#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "controls/TableLook.h"
#include "exchange/Imports.h"
#include "exchange/Tables.h"
#include "setup/ImportSection.h"
#include "shell/BackupKeeper.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int shownImports = 200;

// 工单 120 · 承办 98
QString rowsText(const ImportBatch &batch)
{
    QStringList parts;
    const QJsonObject counts = QJsonDocument::fromJson(batch.counts).object();
    for (const Table &table : tables()) {
        const QJsonObject one = counts[table.nameText()].toObject();
        const qint64 rows = one[u"added"].toInteger() + one[u"replaced"].toInteger();
        if (rows > 0)
            parts.append(tableLabel(table.nameText()) + u' ' + QLocale().toString(rows));
    }
    return parts.isEmpty() ? u"—"_s : parts.join(u" · "_s);
}

} // namespace

ImportLogDialog::ImportLogDialog(const PageContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_notice(new NoticeBar(this))
    , m_model(new QStandardItemModel(this))
    , m_view(new QTreeView(this))
    , m_undo(new QPushButton(tr("&Take back…"), this))
{
    setObjectName(u"setup.imports"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Imports so far"));
    resize(880, 460);
    m_notice->setObjectName(u"setup.imports.notice"_s);
    m_view->setObjectName(u"setup.imports.list"_s);
    m_view->setAccessibleName(windowTitle());
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    setUpTree(m_view);
    m_undo->setObjectName(u"setup.imports.undo"_s);
    m_undo->setAutoDefault(false);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"setup.imports.close"_s);
    close->setAutoDefault(false);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_undo);
    foot->addStretch();
    foot->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_notice);
    layout->addWidget(m_view, 1);
    layout->addLayout(foot);
    setTabChain({m_view, m_undo, close});
    connect(close, &QPushButton::clicked, this, &ImportLogDialog::reject);
    connect(m_undo, &QPushButton::clicked, this, &ImportLogDialog::askToUndo);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ImportLogDialog::showState);
    read();
}

void ImportLogDialog::read()
{
    m_context.session.read(
        this, [](CaseFile &file) { return latestImports(file, shownImports); },
        [this](const QList<ImportBatch> &batches) { show(batches); });
}

void ImportLogDialog::show(const QList<ImportBatch> &batches)
{
    m_batches = batches;
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("When"), tr("By"), tr("From"), tr("Rows"), tr("State")});
    const OfficeZone &zone = m_context.session.zone();
    const auto minute = [&zone](const QDateTime &at) { return zone.toLocal(at).toString(u"yyyy-MM-dd HH:mm"_s); };
    for (const ImportBatch &batch : batches) {
        QList<QStandardItem *> row;
        const QString state =
            batch.undoneAt ? tr("taken back by %1 on %2").arg(batch.undoneBy, minute(*batch.undoneAt)) : QString();
        for (const QString &text : {minute(batch.at), batch.user, batch.source, rowsText(batch), state}) {
            row.append(new QStandardItem(text));
            row.last()->setEditable(false);
            row.last()->setToolTip(plainToolTip(text));
        }
        m_model->appendRow(row);
    }
    fitColumns(m_view, m_view->header(), 3);
    if (!batches.isEmpty())
        m_view->setCurrentIndex(m_model->index(0, 0));
    else
        m_notice->showNotice(Tone::Info, tr("Nothing was imported into this case file yet."));
    showState();
}

const ImportBatch *ImportLogDialog::chosen() const
{
    const int row = m_view->currentIndex().row();
    return row >= 0 && row < m_batches.size() ? &m_batches[row] : nullptr;
}

void ImportLogDialog::askToUndo()
{
    const ImportBatch *batch = chosen();
    if (!batch)
        return;
    m_context.messages.ask(
        this,
        {.message = {.level = Message::Level::Warning,
                     .what = tr("Take the import of “%1” back?").arg(batch->source),
                     .state =
                         tr("Its tickets, calls, dispatches and follow-ups are taken out of the case file (%1). The "
                            "history keeps that they were here.")
                             .arg(rowsText(*batch)),
                     .todo = tr("A backup is made first.")},
         .answers = {tr("Take back"), tr("Cancel")},
         .destructive = true},
        [this, batch = *batch](int answer) {
            if (answer == 0)
                undo(batch);
        });
}

void ImportLogDialog::undo(const ImportBatch &batch)
{
    struct Result
    {
        Outcome<UndoneImport> outcome;
        Changes changes;
    };
    const auto carryOut = [this, id = batch.id] {
        m_context.session.longTask(
            this, tr("Taking the import back"),
            [id](CaseBook &book, Progress &progress) {
                const auto outcome = undoImport(book, id, progress);
                return Result{.outcome = outcome, .changes = outcome ? outcome->changes : Changes{}};
            },
            [this](const Result &result) {
                m_running = false;
                if (!result.outcome) {
                    m_notice->showNotice(Tone::Bad, result.outcome.error().reason);
                    showState();
                    return;
                }
                m_notice->showNotice(Tone::Ok,
                                     tr("%n row(s) were taken out.", nullptr, static_cast<int>(result.outcome->rows)));
                read();
            },
            {[this] {
                m_running = false;
                showState();
            }});
    };
    m_running = true;
    showState();
    BackupKeeper *keeper = BackupKeeper::of(m_context.session);
    if (!keeper || !keeper->isDue())
        return carryOut();
    keeper->backUp(BackupReason::BeforeImport, [this, self = QPointer(this), carryOut](bool worked) {
        if (!self)
            return;
        if (worked)
            return carryOut();
        m_running = false;
        showState();
    });
}

void ImportLogDialog::showState()
{
    const ImportBatch *batch = chosen();
    m_undo->setEnabled(!m_running && batch && !batch->undoneAt && m_context.session.may(Command::ImportTables));
}

} // namespace huiyin
