// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/PageAudit.h"

#include "controls/Tag.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFontDatabase>
#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTest>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace huiyin::test {

namespace {

// "IntakeForm/QLineEdit intake.phone": enough to find it.
QString place(const QWidget *widget)
{
    QString text = QString::fromLatin1(widget->metaObject()->className());
    if (!widget->objectName().isEmpty())
        text += u' ' + widget->objectName();
    for (const QWidget *up = widget->parentWidget(); up; up = up->parentWidget()) {
        if (!up->objectName().isEmpty() && !up->objectName().startsWith(u"qt_")) {
            text += u" in "_s + up->objectName();
            break;
        }
    }
    return text;
}

// Parts that Qt makes for itself are named by what holds them.
bool isInner(const QWidget *widget)
{
    return widget->objectName().startsWith(u"qt_") || qobject_cast<const QAbstractSpinBox *>(widget->parentWidget())
           || qobject_cast<const QComboBox *>(widget->parentWidget())
           || (qobject_cast<const QLineEdit *>(widget->parentWidget()) && qobject_cast<const QAbstractButton *>(widget))
           || qobject_cast<const QHeaderView *>(widget)
           || qstrcmp(widget->metaObject()->className(), "QTableCornerButton") == 0;
}

QList<QWidget *> shown(const QWidget *root)
{
    QList<QWidget *> widgets;
    const auto all = root->findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (widget->isVisible() && widget->window() == root->window() && !isInner(widget))
            widgets.append(widget);
    }
    return widgets;
}

bool takesTab(const QWidget *widget)
{
    return widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus);
}

// The viewport of the scroll area that a widget lies in: beyond it nothing is cut, only scrolled away.
bool scrolls(const QWidget *holder)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(holder->parentWidget());
    return area && area->viewport() == holder;
}

QString lying(const QRect &rect)
{
    return u"%1×%2 at %3,%4"_s.arg(rect.width()).arg(rect.height()).arg(rect.x()).arg(rect.y());
}

QString reach(const QWidget *widget)
{
    QRect rect = widget->rect();
    const QWidget *from = widget;
    for (const QWidget *holder = widget->parentWidget(); holder && !scrolls(from); holder = holder->parentWidget()) {
        rect = QRect(from->mapTo(holder, rect.topLeft()), rect.size());
        if (scrolls(holder))
            break;
        if (!holder->rect().contains(rect))
            return lying(rect) + u" beyond "_s + place(holder) + u' ' + lying(holder->rect());
        from = holder;
        if (holder->isWindow())
            break;
    }
    return {};
}

QString lacking(const QWidget *widget, QSize needed)
{
    if (widget->width() >= needed.width() && widget->height() >= needed.height())
        return {};
    return u"has %1×%2, needs %3×%4"_s.arg(widget->width())
        .arg(widget->height())
        .arg(needed.width())
        .arg(needed.height());
}

// What a widget says, and how much room that takes. Empty: it shows no words.
struct Words
{
    QString text;
    QString fault;
};

Words wordsOf(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        if (label->text().isEmpty())
            return {};
        if (label->wordWrap())
            return {label->text(), lacking(label, QSize(0, label->heightForWidth(label->width())))};
        return {label->text(), lacking(label, label->sizeHint())};
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
        if (button->text().isEmpty())
            return {};
        return {button->text(), lacking(button, button->minimumSizeHint())};
    }
    if (const auto *tag = qobject_cast<const Tag *>(widget)) {
        if (tag->toolTip() == tag->text()) // it may be shortened, and tells the whole
            return {tag->text(), {}};
        return {tag->text(), lacking(tag, tag->sizeHint())};
    }
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget)) {
        const QString hint = edit->placeholderText();
        const int room = edit->width() - 2 * edit->style()->pixelMetric(QStyle::PM_DefaultFrameWidth) - 4;
        const int needed = edit->fontMetrics().horizontalAdvance(hint);
        if (edit->text().isEmpty() && needed > room)
            return {hint, u"the hint needs %1, has %2"_s.arg(needed).arg(room)};
        return {hint, {}};
    }
    if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
        // The arrow and the frame, as Fusion draws them.
        const int needed = box->fontMetrics().horizontalAdvance(box->currentText()) + 24;
        if (needed > box->width())
            return {box->currentText(), u"needs %1, has %2"_s.arg(needed).arg(box->width())};
        return {box->currentText(), {}};
    }
    return {};
}

QStringList headingsOf(const QHeaderView *header)
{
    QStringList texts;
    for (int i = 0; header->model() && i < header->count(); ++i) {
        if (!header->isSectionHidden(i))
            texts.append(header->model()->headerData(i, header->orientation()).toString());
    }
    return texts;
}

QList<QHeaderView *> shownHeaders(const QWidget *root)
{
    QList<QHeaderView *> headers;
    const auto all = root->findChildren<QHeaderView *>();
    for (QHeaderView *header : all) {
        if (header->isVisible() && header->orientation() == Qt::Horizontal)
            headers.append(header);
    }
    return headers;
}

bool within(const QWidget *inner, const QWidget *outer)
{
    return inner == outer || outer->isAncestorOf(inner);
}

// Who answers to a key, and where: everywhere in the window, or only while the focus is in `scope`.
struct KeyOwner
{
    QString name;
    const QWidget *scope; // nullptr: the window
    bool alone;           // only the widget itself, not what lies in it
    const void *identity;
};

bool clash(const KeyOwner &a, const KeyOwner &b)
{
    if (a.identity == b.identity)
        return false;
    if (!a.scope || !b.scope)
        return true;
    if (a.alone && b.alone)
        return a.scope == b.scope;
    if (a.alone)
        return within(a.scope, b.scope);
    if (b.alone)
        return within(b.scope, a.scope);
    return within(a.scope, b.scope) || within(b.scope, a.scope);
}

QString stripped(QString text)
{
    return text.remove(QRegularExpression(u"<[^>]*>"_s)).remove(u'&');
}

} // namespace

QStringList namelessControls(const QWidget *root)
{
    QStringList faults;
    const auto widgets = shown(root);
    for (QWidget *widget : widgets) {
        if (!(widget->focusPolicy() & Qt::TabFocus))
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        if (!spoken || spoken->text(QAccessible::Name).trimmed().isEmpty())
            faults.append(place(widget) + u": no name"_s);
    }
    return faults;
}

QStringList cutTexts(const QWidget *root)
{
    QStringList faults;
    const auto widgets = shown(root);
    for (const QWidget *widget : widgets) {
        const Words words = wordsOf(widget);
        if (words.text.isEmpty())
            continue;
        const QString beyond = reach(widget);
        if (!words.fault.isEmpty() || !beyond.isEmpty())
            faults.append(place(widget) + u" “"_s + words.text + u"” "_s + words.fault + beyond);
    }
    const auto headers = shownHeaders(root);
    for (const QHeaderView *header : headers) {
        for (int i = 0; header->model() && i < header->count(); ++i) {
            if (header->isSectionHidden(i))
                continue;
            const QString text = header->model()->headerData(i, Qt::Horizontal).toString();
            const int needed = header->fontMetrics().horizontalAdvance(text) + 2;
            if (needed > header->sectionSize(i))
                faults.append(place(header) + u" heading “"_s + text
                              + u"” needs %1, has %2"_s.arg(needed).arg(header->sectionSize(i)));
        }
    }
    return faults;
}

QStringList untranslatedTexts(const QWidget *root)
{
    static const QRegularExpression word(u"[A-Za-z]{3,}"_s);
    static const QSet<QString> names{u"word"_s,  u"excel"_s,  u"csv"_s,  u"pdf"_s,     u"png"_s,   u"svg"_s,
                                     u"html"_s,  u"txt"_s,    u"utf"_s,  u"ctrl"_s,    u"shift"_s, u"alt"_s,
                                     u"enter"_s, u"esc"_s,    u"tab"_s,  u"huiyin"_s,  u"xlsx"_s,  u"return"_s,
                                     u"qt"_s,    u"sqlite"_s, u"gnu"_s,  u"lucide"_s,  u"isc"_s,   u"mit"_s,
                                     u"pgup"_s,  u"pgdown"_s, u"asia"_s, u"shanghai"_s};
    QStringList texts;
    const auto widgets = shown(root);
    for (const QWidget *widget : widgets) {
        texts << wordsOf(widget).text << widget->toolTip() << widget->accessibleName()
              << widget->accessibleDescription();
        if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
            for (int i = 0; i < box->count(); ++i)
                texts << box->itemText(i);
        }
    }
    const auto headers = shownHeaders(root);
    for (const QHeaderView *header : headers)
        texts << headingsOf(header);
    const auto actions = root->findChildren<QAction *>();
    for (const QAction *action : actions)
        texts << action->text();

    const QStringList families = QFontDatabase::families(); // named where a face is missing
    QStringList faults;
    for (const QString &text : std::as_const(texts)) {
        QString words = stripped(text);
        for (const QString &family : families)
            words.remove(family);
        auto found = word.globalMatch(words);
        while (found.hasNext()) {
            const QString one = found.next().captured();
            if (!names.contains(one.toLower()) && !text.contains(u'/')) { // a path is not a text
                faults.append(u"“"_s + text + u"”"_s);
                break;
            }
        }
    }
    faults.removeDuplicates();
    return faults;
}

QStringList doubledKeys(const QWidget *window)
{
    QHash<QKeySequence, QList<KeyOwner>> owners;
    const auto add = [&](const QKeySequence &key, const KeyOwner &owner) {
        if (!key.isEmpty())
            owners[key].append(owner);
    };
    const auto actions = window->findChildren<QAction *>();
    for (const QAction *action : actions) {
        if (!action->isEnabled() || !action->isVisible())
            continue;
        const auto keys = action->shortcuts();
        const auto holders = action->associatedObjects();
        for (const QKeySequence &key : keys) {
            for (const QObject *object : holders) {
                const auto *holder = qobject_cast<const QWidget *>(object);
                if (!holder || (!holder->isVisible() && !qobject_cast<const QMenu *>(holder)))
                    continue;
                const bool everywhere = action->shortcutContext() == Qt::WindowShortcut
                                        || action->shortcutContext() == Qt::ApplicationShortcut;
                if (!everywhere && qobject_cast<const QMenu *>(holder))
                    continue; // a menu shows the key, the page holds it
                add(key, {action->text(), everywhere ? nullptr : holder,
                          action->shortcutContext() == Qt::WidgetShortcut, action});
            }
        }
    }
    const auto bars = window->findChildren<QMenuBar *>();
    for (const QMenuBar *bar : bars) {
        const auto menus = bar->actions();
        for (const QAction *menu : menus)
            add(QKeySequence::mnemonic(menu->text()), {menu->text(), nullptr, false, menu});
    }
    const auto widgets = shown(window);
    for (const QWidget *widget : widgets) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (button && button->isEnabled())
            add(button->shortcut(), {place(button) + u' ' + button->text(), nullptr, false, button});
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (label && label->buddy() && label->buddy()->isEnabled())
            add(QKeySequence::mnemonic(label->text()), {place(label) + u' ' + label->text(), nullptr, false, label});
    }

    QStringList faults;
    // Within an open menu a letter picks one line.
    const auto menus = window->findChildren<QMenu *>();
    for (QMenu *menu : menus) {
        Q_EMIT menu->aboutToShow(); // some are filled then
        QHash<QKeySequence, QString> letters;
        const auto lines = menu->actions();
        for (const QAction *line : lines) {
            const QKeySequence letter = QKeySequence::mnemonic(line->text());
            if (letter.isEmpty() || !line->isVisible())
                continue;
            if (letters.contains(letter))
                faults.append(u"in a menu "_s + letter.toString() + u": "_s + letters.value(letter) + u" and "_s
                              + line->text());
            letters.insert(letter, line->text());
        }
    }
    for (auto it = owners.cbegin(); it != owners.cend(); ++it) {
        for (qsizetype i = 0; i < it->size(); ++i) {
            for (qsizetype j = i + 1; j < it->size(); ++j) {
                if (clash(it->at(i), it->at(j)))
                    faults.append(it.key().toString() + u": "_s + it->at(i).name + u" and "_s + it->at(j).name);
            }
        }
    }
    faults.removeDuplicates();
    return faults;
}

QStringList tabOrderFaults(QWidget *window, const QWidget *page)
{
    QList<const QWidget *> wanted;
    const auto widgets = shown(page);
    for (QWidget *widget : widgets) {
        if (takesTab(widget) && !widget->focusProxy())
            wanted.append(widget);
    }
    if (wanted.isEmpty())
        return {u"nothing in the page takes the focus"_s};

    QStringList faults;
    const_cast<QWidget *>(wanted.first())->setFocus(Qt::TabFocusReason);
    QList<const QWidget *> visited;
    constexpr int tooMany = 500;
    int inDate = 0;
    for (int i = 0; i < tooMany; ++i) {
        const QWidget *now = QApplication::focusWidget();
        if (!now) {
            faults.append(u"the focus is lost after "_s + (visited.isEmpty() ? QString() : place(visited.last())));
            break;
        }
        if (!visited.isEmpty() && now == visited.last() && qobject_cast<const QDateTimeEdit *>(now) && inDate++ < 2) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); // year, month, day
            continue;
        }
        inDate = 0;
        if (visited.contains(now)) {
            if (now != visited.first())
                faults.append(u"Tab does not come round from "_s + place(visited.last()) + u" but stays at "_s
                              + place(now));
            break;
        }
        visited.append(now);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    // One of a row of radio buttons is the stop for them all.
    const auto served = [&](const QWidget *widget) {
        if (visited.contains(widget))
            return true;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if (!button || !button->autoExclusive())
            return false;
        return std::ranges::any_of(visited, [&](const QWidget *other) {
            const auto *stop = qobject_cast<const QAbstractButton *>(other);
            return stop && stop->autoExclusive() && stop->parentWidget() == widget->parentWidget();
        });
    };
    for (const QWidget *widget : std::as_const(wanted)) {
        if (!served(widget))
            faults.append(u"Tab never reaches "_s + place(widget));
    }
    const auto at = [window](const QWidget *widget) {
        return QRect(widget->mapTo(window, QPoint(0, 0)), widget->size());
    };
    int top = std::numeric_limits<int>::max();
    for (const QWidget *widget : std::as_const(visited)) {
        if (within(widget, page))
            top = std::min(top, at(widget).top());
    }
    for (qsizetype i = 1; i < visited.size(); ++i) {
        const QWidget *a = visited[i - 1];
        const QWidget *b = visited[i];
        if (!within(a, page) || !within(b, page))
            continue;
        const QRect from = at(a);
        const QRect to = at(b);
        const bool above = to.bottom() < from.top() && to.top() > top; // coming round to the top is meant
        const bool sameColumn = to.left() < from.right() && from.left() < to.right();
        if (above && sameColumn)
            faults.append(u"Tab jumps up from "_s + place(a) + u" to "_s + place(b));
    }
    return faults;
}

} // namespace huiyin::test
