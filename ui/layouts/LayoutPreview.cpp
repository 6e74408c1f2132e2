// SPDX-License-Identifier: GPL-3.0-or-later
#include "layouts/LayoutPreview.h"

#include "bulletin/BulletinPreview.h"
#include "bulletin/Composer.h"
#include "bulletin/DocumentMask.h"
#include "bulletin/OfficeLayouts.h"
#include "controls/PeriodPicker.h"
#include "paper/BulletinPages.h"
#include "statistics/QuestionBar.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int restMs = 600; // after the last key

// What a layout of this name is for, around the period of which the file has figures.
Period suited(const QString &name, const Period &period)
{
    const QDate to = period.to;
    if (name.contains(u"quarter"))
        return Period::quarter(to.year(), (to.month() - 1) / 3 + 1);
    if (name.contains(u"annual") || name.contains(u"year"))
        return Period::year(to.year());
    if (name.contains(u"week")) {
        const QDate sunday = to.addDays(-(to.dayOfWeek() % 7));
        return Period::days(sunday.addDays(-6), sunday);
    }
    return period;
}

} // namespace

LayoutPreview::LayoutPreview(const PageContext &context, QWidget *parent)
    : Panel(tr("Preview"), parent)
    , m_context(context)
    , m_period(new PeriodPicker(this))
    , m_pages(new BulletinPreview(this))
    , m_state(textLabel(QString(), "label", this))
{
    m_period->setObjectName(u"layouts.period"_s);
    m_period->setAccessibleName(tr("Period of the preview"));
    m_pages->setObjectName(u"layouts.preview"_s);
    m_pages->setAccessibleName(tr("Preview of the layout"));
    m_state->setObjectName(u"layouts.previewState"_s);
    m_state->setWordWrap(true);
    m_state->setMinimumHeight(m_state->fontMetrics().lineSpacing() + 4);
    m_state->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    addTrailing(m_period);
    body()->addWidget(m_pages, 1);
    body()->addWidget(m_state);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &LayoutPreview::compose);
    connect(m_period, &PeriodPicker::periodChosen, this, [this] {
        m_isReady = true;
        compose();
    });
}

QList<QWidget *> LayoutPreview::fields() const
{
    return {m_period, m_pages};
}

void LayoutPreview::begin(const QString &name)
{
    m_pending.cancel();
    m_document.reset();
    m_pages->setPages(nullptr);
    m_section = -1;
    m_layout = {};
    m_isReady = false;
    const QDate month = m_context.session.today().addMonths(-1);
    m_period->setPeriod(suited(name, Period::month(month.year(), month.month())));
    m_context.session.read(
        this, [](CaseFile &file) { return usualPeriod(file); },
        [this, name](const std::optional<Period> &found) {
            if (found && !m_isReady)
                m_period->setPeriod(suited(name, *found));
            m_isReady = true;
            compose();
        },
        [this](const std::exception_ptr &) { // the last whole month will do
            m_isReady = true;
            compose();
        });
}

void LayoutPreview::showLayout(const QJsonObject &layout)
{
    m_isFaulty = false;
    m_layout = layout;
    if (layout == m_composedOf && m_document) { // back to what the pages show
        m_rest.stop();
        m_pending.cancel();
        m_isComposing = false;
        m_error.clear();
        scroll();
    } else {
        m_rest.start();
    }
    showState();
}

void LayoutPreview::setFaulty()
{
    m_rest.stop();
    m_isFaulty = true;
    showState();
}

void LayoutPreview::compose()
{
    if (m_layout.isEmpty() || !m_isReady)
        return;
    m_pending.cancel();
    m_composedOf = {}; // until it is there: the period may be another
    m_error.clear();
    m_isComposing = true;
    const BulletinRequest request{.layout = u"preview"_s,
                                  .layoutText = layoutText(m_layout),
                                  .period = m_period->period(),
                                  .issue = 1,
                                  .runningIssue = 1,
                                  .date = m_context.session.today()};
    m_pending = m_context.session.read(
        this,
        [request](CaseFile &file, const Progress &progress) {
            const BulletinDocument composed = composeBulletin(file, request, progress);
            return published(composed, citizensOfCases(file, casesIn(composed)));
        },
        [this, layout = m_layout](const BulletinDocument &document) {
            m_isComposing = false;
            m_document = document;
            m_composedOf = layout;
            m_pages->setPages(std::make_shared<const BulletinPages>(document));
            scroll();
            showState();
            Q_EMIT composed();
        },
        [this](const std::exception_ptr &error) {
            m_isComposing = false;
            const Message message = Messages::messageOf(error);
            m_error = message.details.isEmpty() ? message.what : QString(message.what + u' ' + message.details);
            showState();
        });
    showState();
}

void LayoutPreview::showSection(int section)
{
    m_section = section;
    scroll();
    showState();
}

// nullopt: it prints nothing.
std::optional<qsizetype> LayoutPreview::blockOfSection() const
{
    const QString own = QString::number(m_section);
    const auto &blocks = m_document->blocks;
    const auto found = std::ranges::find_if(
        blocks, [&own](const BulletinBlock &block) { return originOf(block).section(u'/', 0, 0) == own; });
    return found == blocks.end() ? std::nullopt : std::optional(found - blocks.begin());
}

void LayoutPreview::scroll()
{
    if (!m_document)
        return;
    if (m_section < 0)
        m_pages->showBlock(-1);
    else if (const auto block = blockOfSection())
        m_pages->showBlock(*block);
}

// One sentence, the most urgent.
void LayoutPreview::showState()
{
    if (m_isFaulty)
        m_state->setText(tr("The layout has faults. The preview shows it as it was without them."));
    else if (m_isComposing)
        m_state->setText(tr("Being composed …"));
    else if (!m_error.isEmpty())
        m_state->setText(m_error);
    else if (m_document && m_document->figures.accepted == 0)
        m_state->setText(tr("In this period nothing was accepted. Choose another."));
    else if (m_document && m_section >= 0 && !blockOfSection())
        m_state->setText(tr("What is chosen prints nothing in this period."));
    else
        m_state->clear();
}

} // namespace huiyin
