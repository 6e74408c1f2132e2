// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Icon.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

const QByteArray &iconText(const QString &name)
{
    static QHash<QString, QByteArray> texts;
    auto found = texts.find(name);
    if (found == texts.end()) {
        QFile file(u":/huiyin/ui/icons/"_s + name + u".svg");
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT_X(opened, "themedIcon", qPrintable(name));
        found = texts.insert(name, opened ? file.readAll() : QByteArray());
    }
    return *found;
}

// QtSvg draws currentColor black, so the colour is written into the text.
QPixmap rendered(const QString &name, const QColor &colour, QSize pixels)
{
    const QString key =
        u"huiyin-icon:%1:%2:%3x%4"_s.arg(name, colour.name(QColor::HexArgb)).arg(pixels.width()).arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QByteArray text = iconText(name);
    text.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(text);
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const int side = std::min(pixels.width(), pixels.height());
    renderer.render(&painter, QRectF((pixels.width() - side) / 2.0, (pixels.height() - side) / 2.0, side, side));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class ThemedIconEngine final : public QIconEngine
{
public:
    ThemedIconEngine(QString name, ColourRole off, ColourRole on)
        : m_name(std::move(name))
        , m_off(off)
        , m_on(on)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap pixmap = rendered(m_name, colourOf(mode, state), (QSizeF(rect.size()) * ratio).toSize());
        pixmap.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect, pixmap);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return rendered(m_name, colourOf(mode, state), size);
    }
    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return rendered(m_name, colourOf(mode, state), size);
    }
    [[nodiscard]] QIconEngine *clone() const override { return new ThemedIconEngine(m_name, m_off, m_on); }
    bool isNull() override { return false; }

private:
    [[nodiscard]] QColor colourOf(QIcon::Mode mode, QIcon::State state) const
    {
        if (mode == QIcon::Disabled)
            return colour(m_off == ColourRole::OnAccent ? ColourRole::OnAccentDisabled : ColourRole::Placeholder);
        return colour(state == QIcon::On ? m_on : m_off);
    }

    QString m_name;
    ColourRole m_off;
    ColourRole m_on;
};

} // namespace

QIcon themedIcon(const QString &name, ColourRole role)
{
    return themedIcon(name, role, role);
}

QIcon themedIcon(const QString &name, ColourRole role, ColourRole on)
{
    return QIcon(new ThemedIconEngine(name, role, on));
}

QPixmap themedPixmap(const QString &name, ColourRole role, int size, qreal pixelRatio)
{
    QPixmap pixmap = rendered(name, colour(role), (QSizeF(size, size) * pixelRatio).toSize());
    pixmap.setDevicePixelRatio(pixelRatio);
    return pixmap;
}

QIcon applicationIcon()
{
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        icon.addFile(u":/huiyin/ui/icons/app/huiyin-%1.png"_s.arg(size));
    return icon;
}

} // namespace huiyin
