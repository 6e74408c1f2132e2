// SPDX-License-Identifier: GPL-3.0-or-later
// The faults of the layout that is edited, and the whole of it as text.
#include "bulletin/LayoutText.h"
#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "controls/SegmentedButtons.h"
#include "layouts/LayoutEditor.h"
#include "layouts/LayoutForm.h"
#include "layouts/LayoutLabels.h"
#include "layouts/LayoutPreview.h"
#include "layouts/LayoutTree.h"
#include "shell/Icon.h"

#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {
constexpr int faultRows = 4;
} // namespace

// ---- Faults

void LayoutEditor::check()
{
    m_faults = checkLayout(m_draft.layout());
    if (!m_brokenText.isEmpty())
        m_faults = {{.path = {}, .message = m_brokenText}};
    QStringList places;
    for (const LayoutFault &fault : std::as_const(m_faults))
        places.append(fault.path);
    m_tree->markFaults(m_brokenText.isEmpty() ? places : QStringList());
    if (m_faults.isEmpty())
        m_preview->showLayout(m_draft.layout());
    else
        m_preview->setFaulty();
    showFaults();
    showState();
    Q_EMIT checked();
}

void LayoutEditor::showFaults()
{
    const LayoutNames names(m_draft.layout());
    m_faultList->clear();
    for (const LayoutFault &fault : std::as_const(m_faults)) {
        QString place = fault.path;
        while (!place.isEmpty() && partAt(m_draft.layout(), place) == LayoutPart::Unknown)
            place = pathAbove(place);
        const LayoutNode node{.path = place, .part = partAt(m_draft.layout(), place)};
        const QString where = nodeLabel(m_draft.layout(), node, names).left(16);
        const QString told = names.shown(fault.message);
        const QString text = m_brokenText.isEmpty() ? QString(where + u": " + told) : fault.message;
        auto *item = new QListWidgetItem(themedIcon(u"triangle-alert"_s, ColourRole::BadText), text, m_faultList);
        item->setToolTip(
            plainToolTip(fault.path.isEmpty() ? fault.message : QString(fault.path + u": " + fault.message)));
    }
    const auto count = static_cast<int>(m_faults.size());
    m_faultTitle->setText(tr("%n fault(s)", nullptr, count));
    m_faultTitle->setVisible(count > 0);
    m_faultList->setVisible(count > 0);
    m_faultList->setFixedHeight(std::min(count, faultRows) * (fontMetrics().height() + 14) + 6);
}

void LayoutEditor::goTo(const LayoutFault &fault)
{
    if (m_stack->currentWidget() == m_text) {
        const int line = m_brokenText.isEmpty() ? lineOfPlace(m_text->toPlainText(), fault.path) : m_brokenLine;
        m_text->setTextCursor(QTextCursor(m_text->document()->findBlockByNumber(std::max(0, line - 1))));
        m_text->setFocus();
        return;
    }
    QString place = fault.path;
    while (!place.isEmpty() && partAt(m_draft.layout(), place) == LayoutPart::Unknown)
        place = pathAbove(place);
    const QString key = fault.path.sliced(place.size()).section(u'/', place.isEmpty() ? 0 : 1, place.isEmpty() ? 0 : 1);
    choose(place, key);
}

// ---- As text

void LayoutEditor::showView(View view)
{
    if (m_textRest.isActive()) {
        m_textRest.stop();
        readText();
    }
    if (view == View::Fields && !m_brokenText.isEmpty()) {
        m_view->setValue(static_cast<int>(View::Text));
        m_notice->showNotice(Tone::Warn,
                             tr("The text can't be read as a layout. Mend it first: line %1.").arg(m_brokenLine));
        return;
    }
    m_view->setValue(static_cast<int>(view));
    m_stack->setCurrentWidget(view == View::Text ? static_cast<QWidget *>(m_text) : m_form);
    refreshAll(m_tree->chosen());
}

void LayoutEditor::readText()
{
    const LayoutReading read = readLayout(m_text->toPlainText());
    m_brokenText = read.layout ? QString() : tr("Line %1: %2").arg(read.line).arg(read.fault);
    m_brokenLine = read.line;
    if (read.layout) {
        m_draft.replace(*read.layout);
        const QString chosen = m_tree->chosen();
        m_tree->refresh();
        m_tree->choose(chosen);
        m_form->showPlace(m_tree->chosen());
    }
    check();
    keepTyped();
}

} // namespace huiyin
