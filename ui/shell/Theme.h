// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>

namespace huiyin {

// What a colour is for. Widgets ask for a role, never for a colour, so that light and dark are one table each.
enum class ColourRole {
    Ground,       // behind the panels
    Panel,        // panels, navigation, bars
    PanelLine,    // around a panel
    Line,         // between the parts of the window
    RowLine,      // between the rows of a table
    HeaderGround, // column headings, the search field
    FieldGround,
    FieldLine,
    PaperGround, // behind a sheet in a preview
    Text,
    TextSoft,   // labels, navigation
    TextHeader, // column headings
    TextWeak,   // remarks, units
    Placeholder,
    Accent, // the one colour: fills and the focus ring
    AccentHover,
    AccentPressed,
    AccentDisabled,
    OnAccent, // text on it
    OnAccentDisabled,
    AccentText, // links, chosen things
    AccentSoft, // ground of chosen things
    Hover,      // ground below the pointer
    OkGround,
    OkText,
    WarnGround,
    WarnText,
    BadGround,
    BadText,
    InfoGround,
    InfoText,
    NeutralGround,
    NeutralText,
    HitGround, // words that were searched for
    BarMain,   // bars of a figure
    BarSoft,   // what is left of it
    BarRest,   // 其他
};

// The look of the window: Fusion, one palette and one style sheet made from the roles of the scheme in force.
// There is one in a program; it lives as long as the application.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Appearance { System, Light, Dark };
    enum class Text {
        Small,  // 11 px: trailing remarks
        Label,  // 12 px: tags, captions
        Body,   // 13 px
        Strong, // 13 px bold: panel titles
        Title,  // 16 px bold: the page's name
        Figure, // 26 px bold: a number that opens a list
    };

    static Theme &instance();

    // Sets style, font and palette of the application; call once before the first widget.
    void apply();

    [[nodiscard]] Appearance appearance() const { return m_appearance; }
    void setAppearance(Appearance appearance); // kept in the settings

    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] QColor colour(ColourRole role) const;
    [[nodiscard]] QFont font(Text text) const;
    // Pixels of a text size at the base font of this desktop.
    [[nodiscard]] int pixels(Text text) const;

Q_SIGNALS:
    void changed(); // the scheme; palettes and style sheets are in force already

private:
    Theme();
    void refresh();
    [[nodiscard]] QString styleSheet() const;

    Appearance m_appearance = Appearance::System;
    bool m_dark = false;
    bool m_applied = false;
    int m_base = 13;
};

// Short for Theme::instance().colour(role).
QColor colour(ColourRole role);

} // namespace huiyin
