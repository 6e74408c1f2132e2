// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Theme.h"

#include "shell/Settings.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPalette>
#include <QPixmapCache>
#include <QStyleFactory>
#include <QStyleHints>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

struct RoleEntry
{
    ColourRole role;
    const char *name; // in the style sheet: @name@
    QRgb light;
    QRgb dark;
};

constexpr RoleEntry roleTable[] = {
    {ColourRole::Ground, "ground", 0xFFF3F5F8, 0xFF13171C},
    {ColourRole::Panel, "panel", 0xFFFFFFFF, 0xFF1B2027},
    {ColourRole::PanelLine, "panelLine", 0xFFE1E6EC, 0xFF2D353F},
    {ColourRole::Line, "line", 0xFFDFE4EA, 0xFF2D353F},
    {ColourRole::RowLine, "rowLine", 0xFFEEF1F4, 0xFF262D36},
    {ColourRole::HeaderGround, "headerGround", 0xFFF7F9FB, 0xFF21272F},
    {ColourRole::FieldGround, "fieldGround", 0xFFFFFFFF, 0xFF171C22},
    {ColourRole::FieldLine, "fieldLine", 0xFFCFD6DE, 0xFF3D4753},
    {ColourRole::PaperGround, "paperGround", 0xFFDFE4EA, 0xFF0E1115},
    {ColourRole::Text, "text", 0xFF1D2733, 0xFFE4E9EF},
    {ColourRole::TextSoft, "textSoft", 0xFF3C4A5A, 0xFFC3CCD6},
    {ColourRole::TextHeader, "textHeader", 0xFF536070, 0xFFA9B4C0},
    {ColourRole::TextWeak, "textWeak", 0xFF667383, 0xFF93A0AE},
    {ColourRole::Placeholder, "placeholder", 0xFF8792A0, 0xFF76828F},
    {ColourRole::Accent, "accent", 0xFF0F5EA8, 0xFF2B77C2},
    {ColourRole::AccentHover, "accentHover", 0xFF0D5394, 0xFF3684D0},
    {ColourRole::AccentPressed, "accentPressed", 0xFF0B477F, 0xFF2269AE},
    {ColourRole::AccentDisabled, "accentDisabled", 0xFF8BB0D3, 0xFF274766},
    {ColourRole::OnAccent, "onAccent", 0xFFFFFFFF, 0xFFFFFFFF},
    {ColourRole::OnAccentDisabled, "onAccentDisabled", 0xFFFFFFFF, 0xFF8FA6BD},
    {ColourRole::AccentText, "accentText", 0xFF0F4C81, 0xFF9CCBF8},
    {ColourRole::AccentSoft, "accentSoft", 0xFFE6EFF8, 0xFF1F344A},
    {ColourRole::Hover, "hover", 0xFFF1F4F7, 0xFF252C35},
    {ColourRole::OkGround, "okGround", 0xFFE3F3E8, 0xFF17321F},
    {ColourRole::OkText, "okText", 0xFF1B6B3A, 0xFF86D5A1},
    {ColourRole::WarnGround, "warnGround", 0xFFFFF2D6, 0xFF3B2E10},
    {ColourRole::WarnText, "warnText", 0xFF8A5A00, 0xFFEBC163},
    {ColourRole::BadGround, "badGround", 0xFFFDE8E6, 0xFF44211E},
    {ColourRole::BadText, "badText", 0xFFB3261E, 0xFFFFA79E},
    {ColourRole::InfoGround, "infoGround", 0xFFE6EFF8, 0xFF1F344A},
    {ColourRole::InfoText, "infoText", 0xFF0F4C81, 0xFF9CCBF8},
    {ColourRole::NeutralGround, "neutralGround", 0xFFEEF1F4, 0xFF2A323C},
    {ColourRole::NeutralText, "neutralText", 0xFF4A5868, 0xFFB9C3CE},
    {ColourRole::HitGround, "hitGround", 0xFFFFE69A, 0xFF6A5310},
    {ColourRole::BarMain, "barMain", 0xFF0F5EA8, 0xFF4A94DB},
    {ColourRole::BarSoft, "barSoft", 0xFFCFE0F0, 0xFF28415A},
    {ColourRole::BarRest, "barRest", 0xFFB9C4CF, 0xFF55616E},
};

const RoleEntry &entryOf(ColourRole role)
{
    return *std::ranges::find(roleTable, role, &RoleEntry::role);
}

QLatin1StringView appearanceCode(Theme::Appearance appearance)
{
    switch (appearance) {
    case Theme::Appearance::Light:
        return "light"_L1;
    case Theme::Appearance::Dark:
        return "dark"_L1;
    case Theme::Appearance::System:
        break;
    }
    return "system"_L1;
}

// A Qt that can't tell the scheme still gives the desktop's palette before ours is set.
bool systemIsDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    static const bool dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark;
#endif
}

// One family for Latin and Chinese where the desktop has one made for screens; the desktop's own comes last.
QStringList families(const QFont &system)
{
    const QStringList wanted{u"Microsoft YaHei UI"_s,  u"PingFang SC"_s,        u"HarmonyOS Sans SC"_s,
                             u"Noto Sans CJK SC"_s,    u"Source Han Sans SC"_s, u"Noto Sans SC"_s,
                             u"WenQuanYi Micro Hei"_s, u"WenQuanYi Zen Hei"_s,  u"Microsoft YaHei"_s};
    QStringList found;
    for (const QString &family : wanted) {
        if (QFontDatabase::hasFamily(family))
            found.append(family);
    }
    found.append(system.family());
    return found;
}

} // namespace

Theme::Theme() = default;

Theme &Theme::instance()
{
    static Theme theme;
    return theme;
}

void Theme::apply()
{
    const QFont system = QApplication::font();
    // 13 px as drawn; somebody who has made the desktop's letters larger gets them larger here too.
    m_base = std::clamp(QFontInfo(system).pixelSize(), 13, 18);
    QFont base = system;
    base.setFamilies(families(system));
    base.setPixelSize(m_base);
    base.setHintingPreference(QFont::PreferNoHinting);
    QApplication::setFont(base);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));

    const QString kept = settings().value(u"window/appearance"_s).toString();
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        if (kept == appearanceCode(appearance))
            m_appearance = appearance;
    }
    m_applied = true;
    (void)systemIsDark(); // asked before our palette hides the answer
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::refresh);
#endif
    refresh();
}

void Theme::setAppearance(Appearance appearance)
{
    if (m_appearance == appearance)
        return;
    m_appearance = appearance;
    settings().setValue(u"window/appearance"_s, QString(appearanceCode(appearance)));
    refresh();
}

QColor Theme::colour(ColourRole role) const
{
    const RoleEntry &entry = entryOf(role);
    return QColor::fromRgb(m_dark ? entry.dark : entry.light);
}

int Theme::pixels(Text text) const
{
    const auto scaled = [this](int drawn) { return qRound(drawn * m_base / 13.0); };
    switch (text) {
    case Text::Small:
        return scaled(11);
    case Text::Label:
        return scaled(12);
    case Text::Title:
        return scaled(16);
    case Text::Figure:
        return scaled(26);
    case Text::Body:
    case Text::Strong:
        break;
    }
    return m_base;
}

QFont Theme::font(Text text) const
{
    QFont font = QApplication::font();
    font.setPixelSize(pixels(text));
    font.setBold(text == Text::Strong || text == Text::Title || text == Text::Figure);
    return font;
}

void Theme::refresh()
{
    m_dark = m_appearance == Appearance::Dark || (m_appearance == Appearance::System && systemIsDark());
    if (!m_applied)
        return;
    QPixmapCache::clear();

    QPalette palette;
    const auto set = [&](QPalette::ColorRole where, ColourRole role) { palette.setColor(where, colour(role)); };
    set(QPalette::Window, ColourRole::Ground);
    set(QPalette::WindowText, ColourRole::Text);
    set(QPalette::Base, ColourRole::FieldGround);
    set(QPalette::AlternateBase, ColourRole::HeaderGround);
    set(QPalette::Text, ColourRole::Text);
    set(QPalette::Button, ColourRole::Panel);
    set(QPalette::ButtonText, ColourRole::Text);
    set(QPalette::BrightText, ColourRole::OnAccent);
    set(QPalette::ToolTipBase, ColourRole::Panel);
    set(QPalette::ToolTipText, ColourRole::Text);
    set(QPalette::PlaceholderText, ColourRole::Placeholder);
    set(QPalette::Highlight, ColourRole::AccentSoft);
    set(QPalette::HighlightedText, ColourRole::Text);
    set(QPalette::Link, ColourRole::AccentText);
    set(QPalette::LinkVisited, ColourRole::AccentText);
    set(QPalette::Light, ColourRole::Panel);
    set(QPalette::Midlight, ColourRole::RowLine);
    set(QPalette::Mid, ColourRole::FieldLine);
    set(QPalette::Dark, ColourRole::FieldLine);
    set(QPalette::Shadow, ColourRole::Line);
    for (const auto where : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, where, colour(ColourRole::Placeholder));
    QApplication::setPalette(palette);
    qApp->setStyleSheet(styleSheet());
    Q_EMIT changed();
}

QString Theme::styleSheet() const
{
    QFile file(u":/huiyin/ui/style/huiyin.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    for (const RoleEntry &entry : roleTable)
        sheet.replace(u'@' + QLatin1StringView(entry.name) + u'@', colour(entry.role).name());
    sheet.replace(u"@scheme@"_s, m_dark ? u"dark"_s : u"light"_s);
    const std::pair<QString, Text> sizes[] = {{u"@small@"_s, Text::Small},
                                              {u"@label@"_s, Text::Label},
                                              {u"@body@"_s, Text::Body},
                                              {u"@title@"_s, Text::Title},
                                              {u"@figure@"_s, Text::Figure}};
    for (const auto &[name, size] : sizes)
        sheet.replace(name, QString::number(pixels(size)) + u"px");
    return sheet;
}

QColor colour(ColourRole role)
{
    return Theme::instance().colour(role);
}

} // namespace huiyin
