// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/ArticleTables.h"

#include "controls/NoticeBar.h"
#include "shell/FileSaver.h"
#include "storage/CaseFile.h"
#include "storage/KnowledgeRepository.h"

#include <QFileDialog>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr qsizetype faultsTold = 500;

} // namespace

ArticleTables::ArticleTables(const PageContext &context, NoticeBar *notice, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_notice(notice)
    , m_page(page)
{
}

void ArticleTables::chooseImport()
{
    auto *dialog = new QFileDialog(m_page, tr("Import articles"), QString(), tr("Tables (*.csv *.xlsx)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ArticleTables::importFrom);
    dialog->open();
}

void ArticleTables::importFrom(const QString &path)
{
    struct Result
    {
        KnowledgeReading reading;
        Changes changes; // looking changes nothing
    };
    m_context.session.longTask(
        m_page, tr("Looking at the table"),
        [path](CaseBook &book, Progress &progress) {
            return Result{.reading = readKnowledge(book, path, progress), .changes = {}};
        },
        [this](const Result &result) { askImport(result.reading); });
}

void ArticleTables::askImport(const KnowledgeReading &reading)
{
    if (!reading.errors.isEmpty()) {
        QStringList faults;
        for (const ImportIssue &issue : reading.errors.mid(0, faultsTold))
            faults.append(issue.text());
        m_context.messages.show({.level = Message::Level::Warning,
                                 .what = tr("%n place(s) of the table can't be imported as they stand.", nullptr,
                                            static_cast<int>(reading.errors.size())),
                                 .state = tr("Nothing was imported. The first: %1").arg(faults.first()),
                                 .todo = tr("Mend them and import the table again."),
                                 .details = faults.join(u'\n')});
        return;
    }
    const QList<KnowledgeArticle> articles = reading.all();
    const QLocale locale;
    const auto withRetired = [&](const QString &state) -> QString {
        return reading.retired == 0
                   ? state
                   : state + u'\n' + tr("Retired, and left so: %1.").arg(locale.toString(reading.retired));
    };
    if (articles.isEmpty()) {
        m_context.messages.show({.level = Message::Level::Information,
                                 .what = reading.same == 0
                                             ? tr("The table holds no article.")
                                             : tr("All articles of the table are here already, word for word."),
                                 .state = withRetired(tr("Nothing was changed.")),
                                 .details = reading.notices.join(u'\n')});
        return;
    }
    m_context.messages.ask(m_page,
                           {.message = {.level = Message::Level::Information,
                                        .what = tr("Import the articles of the table?"),
                                        .state = withRetired(tr("New: %1. Changed: %2. Equal and left as they are: %3.")
                                                                 .arg(locale.toString(reading.added.size()),
                                                                      locale.toString(reading.changed.size()),
                                                                      locale.toString(reading.same))),
                                        .details = reading.notices.join(u'\n')},
                            .answers = {tr("Import"), tr("Don't import")},
                            .standard = 0},
                           [this, articles](int answer) {
                               if (answer == 0)
                                   store(articles);
                           });
}

void ArticleTables::store(const QList<KnowledgeArticle> &articles)
{
    m_context.session.command(
        m_page, [articles](CaseBook &book) { return book.saveArticles(articles); },
        [this](const SavedArticles &saved) {
            m_notice->showNotice(Tone::Ok, tr("%n article(s) imported.", nullptr, static_cast<int>(saved.ids.size())));
        },
        [this](const Refusal &refusal) { m_notice->showNotice(Tone::Bad, refusal.reason); });
}

void ArticleTables::exportAll()
{
    m_context.session.read(
        m_page,
        [](CaseFile &file) {
            const QList<KnowledgeArticle> articles = KnowledgeRepository(file.database()).all();
            return std::ranges::any_of(articles, [](const KnowledgeArticle &article) { return !article.retired; });
        },
        [this](bool any) {
            if (!any) {
                m_notice->showNotice(Tone::Info, tr("There is no article to export."));
                return;
            }
            const QString name = tr("Knowledge base") + u'-' + m_context.session.today().toString(u"yyyyMMdd"_s);
            askForPlace(m_page, tr("Export the knowledge base"), name, {u"csv"_s, u"xlsx"_s}, m_context.messages,
                        [this](const QString &path, bool overwrite) { exportTo(path, overwrite); })
                ->setObjectName(u"knowledge.exportDialog"_s);
        });
}

void ArticleTables::exportTo(const QString &path, bool overwrite)
{
    const KnowledgeExport options{.overwrite = overwrite,
                                  .inChinese = QLocale().language() == QLocale::Chinese,
                                  .by = m_context.session.user(),
                                  .at = m_context.session.clock().now()};
    m_context.session.read(
        m_page, [path, options](CaseFile &file) { return writeKnowledge(file, path, options); },
        [this, path](qsizetype) {
            m_notice->showNotice(Tone::Ok, tr("Written to %1. Retired articles are left out.").arg(path));
        });
}

} // namespace huiyin
