// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/NoticeDialog.h"

#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "controls/TableLook.h"
#include "domain/ItemList.h"
#include "domain/Sentences.h"
#include "exchange/TextDecoder.h"
#include "setup/CalendarDialogs.h"
#include "shell/KeptWords.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <exception>

using namespace Qt::StringLiterals;

namespace huiyin {

NoticeDialog::NoticeDialog(const PageContext &context, int year, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_text(new QPlainTextEdit(this))
    , m_year(new QSpinBox(this))
    , m_file(new QPushButton(tr("&Open a file…"), this))
    , m_summary(textLabel(QString(), "strong", this))
    , m_notice(new NoticeBar(this))
    , m_model(new QStandardItemModel(this))
    , m_view(new QTreeView(this))
    , m_store(new QPushButton(tr("&Store"), this))
{
    setObjectName(u"setup.notice"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import a year's holidays"));
    resize(960, 560);
    m_text->setObjectName(u"setup.notice.text"_s);
    m_text->setAccessibleName(tr("Text of the notice"));
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(
        tr("Paste the State Council's notice here: 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。 …"));
    m_year->setObjectName(u"setup.notice.year"_s);
    m_year->setRange(1990, 2199);
    m_year->setValue(year);
    m_file->setObjectName(u"setup.notice.file"_s);
    m_file->setAutoDefault(false);
    m_file->setToolTip(
        tr("The notice as text, a table date,name,working (2027-01-01,元旦,0), or a calendar file (JSON)"));
    m_summary->setObjectName(u"setup.notice.summary"_s);
    m_summary->setWordWrap(true);
    m_notice->setObjectName(u"setup.notice.notice"_s);
    m_view->setObjectName(u"setup.notice.table"_s);
    m_view->setAccessibleName(tr("What was understood"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    setUpTree(m_view);
    setLook(m_store, "primary");
    m_store->setObjectName(u"setup.notice.store"_s);
    m_store->setAutoDefault(false);

    auto *yearLabel = textLabel(tr("&Year, if the text doesn't tell it"), "soft", this);
    yearLabel->setTextFormat(Qt::AutoText);
    yearLabel->setBuddy(m_year);
    auto *source = new QHBoxLayout;
    source->setSpacing(8);
    source->addWidget(m_file);
    source->addStretch();
    source->addWidget(yearLabel);
    source->addWidget(m_year);
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_text, 1);
    left->addLayout(source);
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(m_summary);
    right->addWidget(m_view, 1);
    auto *halves = new QHBoxLayout;
    halves->setSpacing(16);
    halves->addLayout(left, 1);
    halves->addLayout(right, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"setup.notice.cancel"_s);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    buttons->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch();
    row->addWidget(m_store);
    row->addWidget(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_notice);
    layout->addLayout(halves, 1);
    layout->addLayout(row);
    NoticeBar *kept = addKeptBar(this);
    const QList<QWidget *> ofBar = kept->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    setTabChain(ofBar
                + QList<QWidget *>{m_text, m_file, m_year, m_view, m_store, buttons->button(QDialogButtonBox::Cancel)});

    connect(buttons, &QDialogButtonBox::rejected, this, &NoticeDialog::reject);
    connect(m_text, &QPlainTextEdit::textChanged, this, &NoticeDialog::check);
    connect(m_year, &QSpinBox::valueChanged, this, &NoticeDialog::check);
    connect(m_file, &QPushButton::clicked, this, &NoticeDialog::chooseFile);
    connect(m_store, &QPushButton::clicked, this, &NoticeDialog::store);
    check();
    keepWords(kept);
}

void NoticeDialog::keepWords(NoticeBar *bar)
{
    if (!m_context.session.may(Command::SetUp))
        return;
    m_words =
        new KeptWords(m_context.session, WordsPlace::ofNotice(),
                      {.typed = [this]() -> std::optional<TypedWords> {
                           const QString text = m_text->toPlainText();
                           if (text.trimmed().isEmpty())
                               return std::nullopt;
                           return TypedWords{.words = {{u"text"_s, text}}, .choices = {{u"year"_s, m_year->value()}}};
                       },
                       .fill =
                           [this](const TypedWords &words) {
                               m_year->setValue(words.choices[u"year"].toInt(m_year->value()));
                               setText(words.words[u"text"].toString());
                           }},
                      bar, this);
    connect(m_text, &QPlainTextEdit::textChanged, m_words, &KeptWords::edited);
    connect(m_year, &QSpinBox::valueChanged, m_words, &KeptWords::edited);
    connect(this, &QDialog::accepted, m_words, &KeptWords::end);
    connect(this, &QDialog::rejected, m_words, &KeptWords::dropTyped);
}

void NoticeDialog::setText(const QString &text)
{
    m_text->setPlainText(text);
}

void NoticeDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a notice or a table of days"), QString(),
                                   tr("Notices and tables (*.txt *.csv *.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &NoticeDialog::openFile);
    dialog->open();
}

void NoticeDialog::openFile(const QString &path)
{
    constexpr qint64 longest = 256'000; // bytes; a notice has some thousand
    if (QFileInfo(path).size() > longest) {
        m_notice->showNotice(Tone::Bad, tr("This file is too long for a notice."));
        return;
    }
    try {
        TextDecoder decoder(path);
        QString text;
        while (decoder.read(text)) {
        }
        m_notice->clear();
        setText(text);
    } catch (const std::exception &) {
        m_notice->showNotice(Tone::Bad, Messages::messageOf(std::current_exception()).what);
    }
}

void NoticeDialog::check()
{
    m_model->clear();
    m_store->setText(tr("&Store"));
    m_store->setEnabled(false);
    const QString text = m_text->toPlainText();
    m_view->header()->setVisible(!text.trimmed().isEmpty());
    if (text.trimmed().isEmpty()) {
        m_reading = {};
        m_summary->setText(tr("What is understood of the notice is shown here before anything is stored."));
        return;
    }
    m_reading = readNotice(text, m_year->value());
    const QLocale locale;
    if (!m_reading.isGood()) {
        m_summary->setText(tr("%n thing(s) can't be read. Nothing is stored before they are mended.", nullptr,
                              static_cast<int>(m_reading.faults.size())));
        m_model->setHorizontalHeaderLabels({tr("Place"), tr("What is wrong")});
        for (const NoticeFault &fault : std::as_const(m_reading.faults)) {
            auto *place = new QStandardItem(fault.line > 0 ? u"%1:%2"_s.arg(fault.line).arg(fault.column) : u"—"_s);
            auto *why =
                new QStandardItem(fault.words.isEmpty() ? fault.why : u"“%1”: %2"_s.arg(fault.words, fault.why));
            why->setToolTip(fault.text());
            m_model->appendRow({place, why});
        }
        m_view->header()->resizeSection(0, 72);
        return;
    }
    const HolidayNotice &notice = m_reading.notice;
    QString summary =
        tr("%1: %n working day(s) by this notice. Is this right?", nullptr, notice.workingDays()).arg(notice.year);
    // A table of some days is no notice: it would take the place of the whole one.
    const QMap<QDate, SpecialDay> known = m_context.session.deadlines().calendar().specialDays();
    QStringList gone;
    for (auto day = known.begin(); day != known.end(); ++day) {
        if (day.key().year() == notice.year && !notice.days.contains(day.key()))
            gone.append(day.key().toString(u"M-d"_s));
    }
    if (!gone.isEmpty()) {
        constexpr int most = 6;
        QStringList which = gone.mid(0, most);
        if (gone.size() > most)
            which.append(u"…"_s);
        summary = joinedSentences(
            {summary, tr("%n day(s) that are set now are not in it: %1.", nullptr, static_cast<int>(gone.size()))
                          .arg(joinedItems(which))});
    }
    m_summary->setText(summary);
    m_model->setHorizontalHeaderLabels({tr("Day"), tr("Weekday"), tr("Name"), tr("The office")});
    for (auto day = notice.days.begin(); day != notice.days.end(); ++day) {
        m_model->appendRow({new QStandardItem(day.key().toString(Qt::ISODate)),
                            new QStandardItem(locale.dayName(day.key().dayOfWeek(), QLocale::ShortFormat)),
                            new QStandardItem(day->name), new QStandardItem(dayKindText(*day))});
    }
    const int widths[] = {104, 72, 112, 88};
    for (int column = 0; column < 4; ++column)
        m_view->header()->resizeSection(column, widths[column]);
    m_store->setText(tr("&Store %1").arg(notice.year));
    m_store->setEnabled(m_context.session.may(Command::SetUp));
}

void NoticeDialog::store()
{
    m_store->setEnabled(false);
    if (m_words)
        m_words->hold();
    const auto inVain = [this] {
        m_store->setEnabled(true);
        if (m_words)
            m_words->release();
    };
    m_context.session.command(
        this,
        [notice = m_reading.notice, place = m_words ? std::optional(m_words->place()) : std::nullopt](CaseBook &book) {
            return giveWithWords(book, place, [&notice](CaseBook &asked) { return asked.storeNotice(notice); });
        },
        [this](const Changes &) {
            Q_EMIT stored(m_reading.notice.year);
            accept();
        },
        [this, inVain](const Refusal &refusal) {
            m_notice->showNotice(Tone::Bad, refusal.reason);
            inVain();
        },
        [inVain] { inVain(); });
}

} // namespace huiyin
