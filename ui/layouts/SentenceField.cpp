// SPDX-License-Identifier: GPL-3.0-or-later
#include "layouts/SentenceField.h"

#include "controls/Panel.h"
#include "shell/Icon.h"
#include "shell/Theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QMenu>
#include <QScrollBar>
#include <QStringListModel>
#include <QSyntaxHighlighter>
#include <QTextBlock>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr int mostLines = 6;
constexpr QChar tabMark(u'⇥');

class Placeholders final : public QSyntaxHighlighter
{
public:
    Placeholders(QTextDocument *document, const LayoutNames &names)
        : QSyntaxHighlighter(document)
        , m_names(names)
    {
    }

protected:
    void highlightBlock(const QString &text) override
    {
        qsizetype at = 0;
        while ((at = text.indexOf(u'{', at)) >= 0) {
            const qsizetype close = text.indexOf(u'}', at);
            const qsizetype end = close < 0 ? text.size() : close + 1;
            const QString stored = m_names.stored(text.sliced(at, end - at));
            const bool isKnown = close > 0 && m_names.knows(stored.sliced(1).chopped(1).section(u':', 0, 0));
            QTextCharFormat format;
            format.setForeground(colour(isKnown ? ColourRole::AccentText : ColourRole::BadText));
            setFormat(static_cast<int>(at), static_cast<int>(end - at), format);
            at = end;
        }
    }

private:
    const LayoutNames &m_names;
};

} // namespace

SentenceField::SentenceField(const LayoutNames &names, Words words, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_names(names)
    , m_words(std::move(words))
    , m_completer(new QCompleter(this))
    , m_offered(new QStringListModel(this))
{
    auto *colours = new Placeholders(document(), m_names);
    connect(&Theme::instance(), &Theme::changed, colours, &QSyntaxHighlighter::rehighlight);
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_completer->setWidget(this);
    m_completer->setModel(m_offered);
    setLook(m_completer->popup(), "popup");
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &SentenceField::complete);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        fitHeight();
        if (!m_filling)
            Q_EMIT edited();
    });
    fitHeight();
}

void SentenceField::setLines(bool several)
{
    m_several = several;
    fitHeight();
}

void SentenceField::setSentence(const QString &stored)
{
    if (sentence() == stored)
        return;
    m_filling = true;
    QString shown = m_names.shown(stored);
    if (m_several)
        shown.replace(u'\t', tabMark);
    setPlainText(shown);
    m_filling = false;
}

QString SentenceField::sentence() const
{
    QString text = toPlainText();
    if (m_several)
        text.replace(tabMark, u'\t');
    return m_names.stored(text);
}

void SentenceField::fitHeight()
{
    // Lines as they are wrapped.
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        lines += std::max(1, block.layout() ? block.layout()->lineCount() : 1);
    lines = std::clamp(lines, m_several ? 2 : 1, mostLines);
    const int height = lines * fontMetrics().lineSpacing() + 14;
    setFixedHeight(std::max(30, height));
    setVerticalScrollBarPolicy(lines == mostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

void SentenceField::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

QString SentenceField::typedName() const
{
    const QString before = textCursor().block().text().first(textCursor().positionInBlock());
    const qsizetype open = before.lastIndexOf(u'{');
    if (open < 0 || before.indexOf(u'}', open) >= 0)
        return {};
    const QString typed = before.sliced(open + 1);
    return typed.isNull() ? u""_s : typed;
}

void SentenceField::offer()
{
    const QString typed = typedName();
    if (typed.isNull() || isReadOnly()) {
        m_completer->popup()->hide();
        return;
    }
    if (typed.isEmpty() || m_offered->rowCount() == 0) {
        QStringList names;
        QList<LayoutWord> words = m_words();
        // Bulletins are about counts; changes are the longest list.
        std::ranges::stable_sort(words, {}, [](const LayoutWord &word) {
            static const QList<LayoutWord::Kind> order{LayoutWord::Kind::Count, LayoutWord::Kind::Rate,
                                                       LayoutWord::Kind::Text, LayoutWord::Kind::Change};
            return std::pair(!word.isOfRow, order.indexOf(word.kind));
        });
        for (const LayoutWord &word : std::as_const(words))
            names.append(m_names.of(word.name));
        m_offered->setStringList(names);
    }
    m_completer->setCompletionPrefix(typed);
    if (m_completer->completionCount() == 0 || m_completer->currentCompletion() == typed) {
        m_completer->popup()->hide();
        return;
    }
    QRect rect = cursorRect().translated(viewport()->pos()).adjusted(0, 0, 0, 8); // below the line, not over it
    rect.setWidth(m_completer->popup()->sizeHintForColumn(0) + 40);
    m_completer->complete(rect);
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void SentenceField::complete(const QString &name)
{
    QTextCursor cursor = textCursor();
    const auto typed = static_cast<int>(typedName().size());
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, typed);
    const bool isClosed = cursor.block().text().sliced(textCursor().positionInBlock()).startsWith(u'}');
    cursor.insertText(isClosed ? name : QString(name + u'}'));
    setTextCursor(cursor);
}

void SentenceField::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_completer->popup()->isVisible()
        && (isEnter || event->key() == Qt::Key_Escape || event->key() == Qt::Key_Tab
            || event->key() == Qt::Key_Backtab)) {
        event->ignore(); // the list of names takes it
        return;
    }
    if (isEnter && !m_several) {
        event->ignore();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
    if (!event->text().isEmpty())
        offer();
}

void SentenceField::inputMethodEvent(QInputMethodEvent *event)
{
    QPlainTextEdit::inputMethodEvent(event);
    if (!event->commitString().isEmpty())
        offer();
}

void SentenceField::insertWord(const QString &word)
{
    textCursor().insertText(u'{' + m_names.of(word) + u'}');
    setFocus();
}

QString SentenceField::wordAtCursor() const
{
    const QString text = textCursor().block().text();
    const int at = textCursor().positionInBlock();
    const qsizetype open = text.first(at).lastIndexOf(u'{');
    const qsizetype close = text.indexOf(u'}', at);
    if (open < 0 || close < 0 || text.sliced(open, at - open).contains(u'}'))
        return {};
    return m_names.stored(text.sliced(open, close - open + 1)).sliced(1).chopped(1).section(u':', 0, 0);
}

void SentenceField::printAs(const QString &how)
{
    const QString word = wordAtCursor();
    QTextCursor cursor = textCursor();
    const QString text = cursor.block().text();
    const qsizetype open = text.first(cursor.positionInBlock()).lastIndexOf(u'{');
    const qsizetype close = text.indexOf(u'}', cursor.positionInBlock());
    if (word.isEmpty() || open < 0 || close < 0)
        return;
    const int start = cursor.block().position();
    cursor.setPosition(start + static_cast<int>(open));
    cursor.setPosition(start + static_cast<int>(close) + 1, QTextCursor::KeepAnchor);
    cursor.insertText(m_names.shown(u'{' + word + (how.isEmpty() ? how : QString(u':' + how)) + u'}'));
}

void SentenceField::fillMenu(QMenu *menu)
{
    menu->clear();
    const auto words = m_words();
    const auto add = [this, menu, &words](const QString &title, bool ofRow, LayoutWord::Kind kind) {
        QMenu *sub = nullptr;
        for (const LayoutWord &word : words) {
            if (word.isOfRow != ofRow || word.kind != kind)
                continue;
            if (!sub)
                sub = menu->addMenu(title);
            QAction *action = sub->addAction(m_names.of(word.name));
            connect(action, &QAction::triggered, this, [this, name = word.name] { insertWord(name); });
        }
    };
    using Kind = LayoutWord::Kind;
    add(tr("Of the row: words"), true, Kind::Text);
    add(tr("Of the row: counts"), true, Kind::Count);
    add(tr("Of the row: rates"), true, Kind::Rate);
    add(tr("Of the row: changes"), true, Kind::Change);
    menu->addSeparator();
    add(tr("Of the period: words"), false, Kind::Text);
    add(tr("Of the period: counts"), false, Kind::Count);
    add(tr("Of the period: rates"), false, Kind::Rate);
    add(tr("Of the period: changes"), false, Kind::Change);
    if (m_several) {
        QAction *right = menu->addAction(tr("What follows stands on the right"));
        connect(right, &QAction::triggered, this, [this] { textCursor().insertText(tabMark); });
    }
    const auto at = std::ranges::find(words, wordAtCursor(), &LayoutWord::name);
    if (at == words.end() || at->kind == Kind::Text)
        return;
    menu->addSeparator();
    QMenu *how = menu->addMenu(tr("Print “%1” as").arg(m_names.of(at->name)));
    const auto form = [this, how](const QString &text, const QString &code) {
        connect(how->addAction(text), &QAction::triggered, this, [this, code] { printAs(code); });
    };
    form(tr("as the block has it"), {});
    if (at->kind == Kind::Count) {
        form(LayoutNames::ofForm(u"wan"_s), u"wan"_s);
    } else if (at->kind == Kind::Rate) {
        for (int decimals = 0; decimals <= 2; ++decimals)
            form(tr("%n decimal(s)", nullptr, decimals), QString::number(decimals));
    } else {
        form(LayoutNames::ofForm(u"signed"_s), u"signed"_s);
        if (!at->isOfRate) {
            for (const QString &code : {u"count"_s, u"signed_count"_s})
                form(LayoutNames::ofForm(code), code);
        }
    }
}

QWidget *SentenceField::withButton(const QString &accessibleName)
{
    auto *row = new QWidget(parentWidget());
    auto *button = new QToolButton(row);
    button->setText(u"{ }"_s);
    setLook(button, "beside");
    button->setFixedSize(34, 32);
    button->setObjectName(objectName() + u".words");
    button->setAccessibleName(accessibleName);
    button->setToolTip(tr("What can stand here; typing { offers it too"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    auto *menu = new QMenu(button);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMenu(menu); });
    button->setMenu(menu);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(this, 1);
    layout->addWidget(button, 0, Qt::AlignTop);
    row->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // as high as its lines
    return row;
}

} // namespace huiyin
