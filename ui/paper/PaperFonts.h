// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QList>
#include <QString>

namespace huiyin {

// The typefaces of official documents (GB/T 9704), by what they are for.
enum class FontRole {
    FangSong,     // 仿宋: text
    XiaoBiaoSong, // 小标宋: masthead and title
    Hei,          // 黑体: headings of the first level, headers of tables
    Kai,          // 楷体: headings of the second level
    Song,         // 宋体: page numbers, tables
};

// Which face stands for a role on this computer. `official` is false for a free stand-in: the print dialog says so.
struct FaceInUse
{
    FontRole role = FontRole::FangSong;
    QString wanted{}; // 仿宋
    QString family{}; // FangSong, or Noto Serif CJK SC; "" when there is no Chinese face at all
    bool official = false;

    bool operator==(const FaceInUse &) const = default;
};
FaceInUse faceInUse(FontRole role);
QList<FaceInUse> facesInUse();

// The font of a role; its further families serve the rare characters that the first lacks. Unhinted, so that lines
// break on every device as they do on paper.
QFont paperFont(FontRole role, qreal pixels);

// Loads the faces one after another when the event loop has nothing else to do. The first use of a Chinese face takes
// some 15 ms, and without this a page that needs all of them would stand still for five times that.
void loadPaperFontsSoon();

// Sizes in pixels of 1/96 inch, the unit that pages are laid out in.
constexpr qreal fromMillimetres(qreal millimetres)
{
    return millimetres * 96.0 / 25.4;
}

} // namespace huiyin
