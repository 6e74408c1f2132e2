// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/SheetMatchDialog.h"

#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "controls/TableLook.h"
#include "domain/ItemList.h"
#include "domain/Sentences.h"
#include "exchange/Imports.h"
#include "exchange/TableSource.h"
#include "setup/ColumnMatchView.h"
#include "setup/WordMatchPage.h"
#include "storage/CaseFile.h"

#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

QLabel *buddyLabel(const QString &text, QWidget *buddy, QWidget *parent)
{
    QLabel *label = textLabel(text, "soft", parent);
    label->setTextFormat(Qt::AutoText);
    label->setBuddy(buddy);
    return label;
}

} // namespace

SheetMatchDialog::SheetMatchDialog(const PageContext &context, const QString &path,
                                   const std::optional<ForeignSheet> &start, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_path(path)
    , m_start(start)
    , m_sheet(new QComboBox(this))
    , m_headingLine(new QSpinBox(this))
    , m_about(new QComboBox(this))
    , m_profile(new QComboBox(this))
    , m_drop(new QPushButton(tr("&Delete"), this))
    , m_notice(new NoticeBar(this))
    , m_summary(textLabel(QString(), "soft", this))
    , m_tabs(new QTabWidget(this))
    , m_columns(new ColumnMatchView(this))
    , m_words(new WordMatchPage(context.session, path, this))
    , m_name(new QLineEdit(this))
    , m_use(new QPushButton(tr("&Use this matching"), this))
{
    setObjectName(u"setup.match"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Match the columns of “%1”").arg(QFileInfo(path).fileName()));
    resize(1040, 640);
    build();

    connect(m_sheet, &QComboBox::activated, this, [this] { look(0); });
    connect(m_headingLine, &QSpinBox::valueChanged, this, [this](int line) { look(line); });
    connect(m_about, &QComboBox::activated, this, [this] {
        SheetProfile guess;
        for (const TableKind kind : kinds())
            guess.tables.append(guessTable(m_glance, kind));
        showProfile(m_about->currentIndex() == 0 ? guessProfile(m_glance) : guess);
    });
    connect(m_profile, &QComboBox::activated, this, &SheetMatchDialog::pickProfile);
    connect(m_drop, &QPushButton::clicked, this, &SheetMatchDialog::dropProfile);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) {
        if (tab == 1)
            m_words->read(foreign());
        else
            m_words->take();
    });
    connect(m_words, &WordMatchPage::readingChanged, this, [this](bool reading) { m_tabs->setEnabled(!reading); });
    connect(m_words, &WordMatchPage::failed, this, [this] { m_tabs->setCurrentIndex(0); });
    connect(m_columns, &ColumnMatchView::changed, this, &SheetMatchDialog::showState);
    connect(m_use, &QPushButton::clicked, this, &SheetMatchDialog::submit);

    m_context.session.read(
        this, [path](CaseFile &file) { return std::pair(sheetProfiles(file), sheetNames(path)); },
        [this](const std::pair<QList<SheetProfile>, QStringList> &known) {
            m_kept = known.first;
            for (const SheetProfile &profile : m_kept)
                m_profile->addItem(profile.name);
            for (const QString &name : known.second)
                m_sheet->addItem(name.isEmpty() ? tr("The whole file") : name, name);
            m_sheet->setEnabled(known.second.size() > 1);
            if (m_start && !m_start->sheet.isEmpty())
                m_sheet->setCurrentIndex(m_sheet->findData(m_start->sheet));
            look(0);
        },
        {[this] { reject(); }});
}

void SheetMatchDialog::build()
{
    m_sheet->setObjectName(u"setup.match.sheet"_s);
    m_sheet->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_headingLine->setObjectName(u"setup.match.headingLine"_s);
    m_headingLine->setRange(1, 999);
    m_headingLine->setKeyboardTracking(false);
    m_about->setObjectName(u"setup.match.about"_s);
    m_about->addItem(tr("Tickets, with dispatches and follow-ups"));
    m_about->addItem(tr("Calls"));
    m_profile->setObjectName(u"setup.match.profile"_s);
    m_profile->addItem(tr("As guessed from the headings"));
    m_profile->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_drop->setObjectName(u"setup.match.drop"_s);
    m_drop->setAutoDefault(false);
    m_notice->setObjectName(u"setup.match.notice"_s);
    m_summary->setObjectName(u"setup.match.summary"_s);
    m_summary->setWordWrap(true);
    m_tabs->setObjectName(u"setup.match.tabs"_s);
    m_name->setObjectName(u"setup.match.name"_s);
    m_name->setPlaceholderText(tr("such as: the city's platform"));
    setLook(m_use, "primary");
    m_use->setObjectName(u"setup.match.use"_s);
    m_use->setAutoDefault(false);
    m_use->setEnabled(false); // until the sheet was looked at

    auto *sheetRow = new QHBoxLayout;
    sheetRow->setSpacing(8);
    sheetRow->addWidget(buddyLabel(tr("&Sheet"), m_sheet, this));
    sheetRow->addWidget(m_sheet);
    sheetRow->addSpacing(12);
    sheetRow->addWidget(buddyLabel(tr("&Headings in row"), m_headingLine, this));
    sheetRow->addWidget(m_headingLine);
    sheetRow->addSpacing(12);
    sheetRow->addWidget(buddyLabel(tr("Rows a&re"), m_about, this));
    sheetRow->addWidget(m_about);
    sheetRow->addStretch();
    auto *profileRow = new QHBoxLayout;
    profileRow->setSpacing(8);
    profileRow->addWidget(buddyLabel(tr("&Matching"), m_profile, this));
    profileRow->addWidget(m_profile);
    profileRow->addWidget(m_drop);
    profileRow->addSpacing(12);
    profileRow->addWidget(m_summary, 1);
    auto *columnPage = new QWidget(this);
    auto *columnLayout = new QVBoxLayout(columnPage);
    columnLayout->setContentsMargins(0, 8, 0, 0);
    columnLayout->addWidget(m_columns);
    m_tabs->addTab(columnPage, tr("&Columns"));
    m_tabs->addTab(m_words, tr("&Words"));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"setup.match.cancel"_s);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &SheetMatchDialog::reject);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(buddyLabel(tr("&Keep it as"), m_name, this));
    foot->addWidget(m_name, 1);
    foot->addSpacing(24);
    foot->addWidget(m_use);
    foot->addWidget(cancel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    layout->addLayout(sheetRow);
    layout->addLayout(profileRow);
    layout->addWidget(m_notice);
    layout->addWidget(m_tabs, 1);
    layout->addLayout(foot);
    setTabChain({m_sheet, m_headingLine, m_about, m_profile, m_drop, m_tabs, m_name, m_use, cancel});
}

void SheetMatchDialog::look(qint64 headingLine)
{
    m_looking = true;
    showState();
    const QString sheet = m_sheet->currentData().toString();
    m_context.session.read(
        this,
        [path = m_path, sheet, headingLine](CaseFile &, const Progress &progress) {
            return glanceAt(path, sheet, progress, headingLine);
        },
        [this](const SheetGlance &glance) {
            m_looking = false;
            showGlance(glance);
        },
        {[this] {
            m_looking = false;
            showState();
        }});
}

// Of what is kept, what reads this sheet as it is; else what the headings say.
void SheetMatchDialog::showGlance(const SheetGlance &glance)
{
    m_glance = glance;
    const QSignalBlocker blocker(m_headingLine);
    m_headingLine->setValue(static_cast<int>(glance.headingLine));
    if (glance.headingLine == 0) {
        m_notice->showNotice(Tone::Bad, tr("The sheet is empty."));
        m_columns->setSheet(m_glance, kinds());
        showState();
        return;
    }
    m_notice->clear();
    if (m_start) {
        const SheetProfile start = m_start->profile;
        m_start.reset();
        m_profile->setCurrentIndex(std::max(0, m_profile->findText(start.name)));
        m_name->setText(start.name);
        m_about->setCurrentIndex(start.of(TableKind::Calls) ? 1 : 0);
        showProfile(start);
        return;
    }
    const auto fitting =
        std::ranges::find_if(m_kept, [&glance](const SheetProfile &one) { return fitOf(one, glance) == 1; });
    m_profile->setCurrentIndex(fitting == m_kept.end() ? 0 : static_cast<int>(fitting - m_kept.begin()) + 1);
    pickProfile(m_profile->currentIndex());
}

void SheetMatchDialog::pickProfile(int index)
{
    const SheetProfile profile = index > 0 ? m_kept[index - 1] : guessProfile(m_glance);
    m_name->setText(profile.name);
    m_about->setCurrentIndex(profile.of(TableKind::Calls) ? 1 : 0);
    showProfile(profile);
}

QList<TableKind> SheetMatchDialog::kinds() const
{
    if (m_about->currentIndex() == 1)
        return {TableKind::Calls};
    return {TableKind::Tickets, TableKind::Dispatches, TableKind::FollowUps};
}

void SheetMatchDialog::showProfile(const SheetProfile &profile)
{
    m_words->setWords(profile);
    m_columns->setSheet(m_glance, kinds());
    m_columns->showProfile(profile);
    m_tabs->setCurrentIndex(0);
}

SheetProfile SheetMatchDialog::profile() const
{
    SheetProfile profile{
        .name = m_name->text().simplified(), .headings = m_columns->headings(), .tables = m_columns->matches()};
    for (TableMatch &table : profile.tables) {
        for (ColumnMatch &match : table.columns)
            match.words = m_words->wordsOf(table.kind, match.column);
    }
    return profile;
}

ForeignSheet SheetMatchDialog::foreign() const
{
    return {.profile = profile(), .sheet = m_sheet->currentData().toString()};
}

void SheetMatchDialog::showState()
{
    const QStringList unused = m_columns->unusedHeadings();
    const qsizetype all = m_columns->headings().size();
    QString summary = tr("%1 of %2 columns of the sheet are used.").arg(all - unused.size()).arg(all);
    if (!unused.isEmpty())
        summary = joinedSentences({summary, tr("Not used: %1").arg(joinedItems(unused))});
    m_summary->setText(summary);
    m_summary->setToolTip(plainToolTip(summary));
    m_drop->setEnabled(m_profile->currentIndex() > 0);
    m_use->setEnabled(!m_looking && m_glance.headingLine > 0);
}

void SheetMatchDialog::dropProfile()
{
    const QString name = m_profile->currentText();
    m_context.session.command(
        this, [name](CaseBook &book) { return dropSheetProfile(book, name); },
        [this, name](const Changes &) {
            m_kept.removeIf([&name](const SheetProfile &one) { return one.name == name; });
            m_profile->removeItem(m_profile->currentIndex());
            m_profile->setCurrentIndex(0);
            m_name->clear();
            showState();
        },
        [this](const Refusal &refusal) { m_notice->showNotice(Tone::Bad, refusal.reason); });
}

void SheetMatchDialog::submit()
{
    m_words->take();
    const ForeignSheet sheet = foreign();
    if (const QStringList faults = faultsOf(sheet.profile); !faults.isEmpty()) {
        m_tabs->setCurrentIndex(0);
        m_notice->showNotice(Tone::Bad, faults.join(u'\n'));
        return;
    }
    const auto finish = [this, sheet] {
        Q_EMIT chosen(sheet);
        accept();
    };
    if (sheet.profile.name.isEmpty())
        return finish();
    m_use->setEnabled(false);
    m_context.session.command(
        this, [profile = sheet.profile](CaseBook &book) { return keepSheetProfile(book, profile); },
        [finish](const Changes &) { finish(); },
        [this](const Refusal &refusal) {
            m_use->setEnabled(true);
            m_notice->showNotice(Tone::Bad, refusal.reason);
        },
        {[this] { m_use->setEnabled(true); }});
}

} // namespace huiyin
