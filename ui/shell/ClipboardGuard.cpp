// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ClipboardGuard.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

constexpr char lastingProperty[] = "copiesLasting";
const auto lastingFormat = u"application/x-huiyin-lasting"_s;
const auto personalFormat = u"application/x-huiyin-personal"_s;

// The toolkit shows what other programs have copied through a class of its own.
bool isOwn(const QMimeData *data)
{
    return data && qstrcmp(data->metaObject()->className(), "QMimeData") == 0;
}

bool isLasting(const QMimeData &data)
{
    if (data.hasFormat(lastingFormat) || data.hasFormat(personalFormat))
        return data.hasFormat(lastingFormat);
    for (const QWidget *widget = QApplication::focusWidget(); widget; widget = widget->parentWidget()) {
        if (const QVariant told = widget->property(lastingProperty); told.isValid())
            return told.toBool();
    }
    return false;
}

} // namespace

ClipboardGuard::ClipboardGuard(QObject *parent, std::chrono::milliseconds kept)
    : QObject(parent)
    , m_places{Place{.mode = QClipboard::Clipboard}, Place{.mode = QClipboard::Selection}}
{
    const QClipboard *clipboard = QGuiApplication::clipboard();
    for (Place &place : m_places) {
        place.seen = clipboard->mimeData(place.mode); // what was there before
        place.timer.setSingleShot(true);
        place.timer.setInterval(kept);
        connect(&place.timer, &QTimer::timeout, this, [this, &place] { clear(place); });
    }
    connect(clipboard, &QClipboard::changed, this, [this](QClipboard::Mode mode) {
        for (Place &place : m_places) {
            if (place.mode == mode)
                look(place);
        }
    });
}

ClipboardGuard::~ClipboardGuard()
{
    disconnect(QGuiApplication::clipboard(), nullptr, this, nullptr);
    clearNow();
}

void ClipboardGuard::look(Place &place)
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData(place.mode);
    if (data && data == place.seen)
        return; // told twice
    place.seen = data;
    place.timer.stop();
    place.held.clear();
    if (isOwn(data) && !data->formats().isEmpty() && !isLasting(*data)) {
        place.held = data;
        if (m_away)
            QTimer::singleShot(0, this, [this, &place] { clear(place); }); // the toolkit has it in hand still
        else
            place.timer.start();
    }
    showHolding();
}

void ClipboardGuard::clear(Place &place)
{
    place.timer.stop();
    QClipboard *clipboard = QGuiApplication::clipboard();
    const QMimeData *held = place.held;
    place.held.clear();
    if (held && clipboard->mimeData(place.mode) == held)
        clipboard->clear(place.mode);
    showHolding();
}

void ClipboardGuard::clearNow()
{
    for (Place &place : m_places)
        clear(place);
}

void ClipboardGuard::setAway(bool away)
{
    m_away = away;
    if (away)
        clearNow();
}

// Marking a text is no copying to the one who does it: of that nothing is said.
void ClipboardGuard::showHolding()
{
    const bool holding = m_places.front().held;
    if (std::exchange(m_holding, holding) != holding)
        Q_EMIT holdingChanged(holding);
}

void markLasting(QMimeData &data)
{
    data.setData(lastingFormat, "1");
}

void copyLasting(QMimeData *data)
{
    markLasting(*data);
    QGuiApplication::clipboard()->setMimeData(data);
}

void copyLasting(const QString &text)
{
    auto data = std::make_unique<QMimeData>();
    data->setText(text);
    copyLasting(data.release());
}

void copyPersonal(const QString &text)
{
    auto data = std::make_unique<QMimeData>();
    data->setText(text);
    data->setData(personalFormat, "1");
    data->setData(u"x-kde-passwordManagerHint"_s, "secret"); // programs that keep what was copied leave it out
    QGuiApplication::clipboard()->setMimeData(data.release());
}

void setCopiesLasting(QWidget *widget, bool lasting)
{
    widget->setProperty(lastingProperty, lasting);
}

} // namespace huiyin
