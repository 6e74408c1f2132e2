// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Settings.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QSplitter>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace huiyin {

Settings::Settings()
    : QSettings(QSettings::IniFormat, QSettings::UserScope, u"huiyin"_s, u"huiyin"_s)
{
}

namespace {

constexpr auto lentProperty = "huiyinLent";

// A column that is drawn wider tells it at every pixel; the file is written when it rests.
template <class Widget>
auto keepLater(Widget *widget, const QString &place)
{
    auto *rest = new QTimer(widget);
    rest->setSingleShot(true);
    rest->setInterval(500);
    QObject::connect(rest, &QTimer::timeout, widget, [widget, place] {
        if (!widget->property(lentProperty).toBool())
            settings().setValue(place, widget->saveState());
    });
    return [rest] { rest->start(); };
}

} // namespace

void rememberColumns(QHeaderView *header, const QString &key)
{
    const QString place = u"columns/"_s + key;
    header->restoreState(settings().value(place).toByteArray());
    const auto keep = keepLater(header, place);
    QObject::connect(header, &QHeaderView::sectionResized, header, keep);
    QObject::connect(header, &QHeaderView::sectionMoved, header, keep);
    QObject::connect(header, &QHeaderView::sortIndicatorChanged, header, keep);
}

void lendColumns(QHeaderView *header, bool lent)
{
    header->setProperty(lentProperty, lent);
}

void keepColumns(QHeaderView *header, const QString &key)
{
    if (!header->property(lentProperty).toBool())
        settings().setValue(u"columns/"_s + key, header->saveState());
}

void rememberSplitter(QSplitter *splitter, const QString &key)
{
    const QString place = u"splitters/"_s + key;
    splitter->restoreState(settings().value(place).toByteArray());
    QObject::connect(splitter, &QSplitter::splitterMoved, splitter, keepLater(splitter, place));
}

QStringList recentFiles()
{
    QStringList files;
    const QStringList kept = settings().value(u"files/recent"_s).toStringList();
    for (const QString &path : kept) {
        if (QFileInfo::exists(path))
            files.append(path);
    }
    return files;
}

void addRecentFile(const QString &path)
{
    constexpr qsizetype enough = 10;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList files = settings().value(u"files/recent"_s).toStringList();
    files.removeAll(absolute);
    files.prepend(absolute);
    files.resize(std::min(files.size(), enough));
    settings().setValue(u"files/recent"_s, files);
}

void removeRecentFile(const QString &path)
{
    QStringList files = settings().value(u"files/recent"_s).toStringList();
    files.removeAll(QFileInfo(path).absoluteFilePath());
    settings().setValue(u"files/recent"_s, files);
}

} // namespace huiyin
