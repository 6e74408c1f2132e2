// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/PaperFonts.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QSet>
#include <QTimer>

#include <vector>

namespace huiyin {

using namespace Qt::StringLiterals;

namespace {

struct Face
{
    QString family;
    bool official = false;
    QFont::Weight weight = QFont::Normal; // that in which a stand-in is about as heavy as the official face
};

struct RoleFaces
{
    FontRole role;
    QString wanted;
    std::vector<Face> faces; // the first that is installed is taken
};

// The names under which Windows, WPS, UOS and Kylin know the official faces, then free ones.
const std::vector<RoleFaces> &table()
{
    static const std::vector<RoleFaces> roles{
        {FontRole::FangSong,
         u"仿宋"_s,
         {{u"FangSong"_s, true},
          {u"仿宋"_s, true},
          {u"仿宋_GB2312"_s, true},
          {u"FangSong_GB2312"_s, true},
          {u"方正仿宋_GBK"_s, true},
          {u"方正仿宋简体"_s, true},
          {u"STFangsong"_s, true},
          {u"华文仿宋"_s, true},
          {u"LXGW WenKai"_s, false, QFont::Light},
          {u"Noto Serif CJK SC"_s},
          {u"Source Han Serif SC"_s},
          {u"AR PL UMing CN"_s}}},
        {FontRole::XiaoBiaoSong,
         u"小标宋"_s,
         {{u"方正小标宋简体"_s, true},
          {u"FZXiaoBiaoSong-B05S"_s, true},
          {u"方正小标宋_GBK"_s, true},
          {u"FZXiaoBiaoSong-B05"_s, true},
          {u"方正小标宋_GB18030"_s, true},
          {u"Noto Serif CJK SC"_s, false, QFont::Bold},
          {u"Source Han Serif SC"_s, false, QFont::Bold},
          {u"STZhongsong"_s, false},
          {u"SimSun"_s, false, QFont::Bold},
          {u"AR PL UMing CN"_s, false, QFont::Bold}}},
        {FontRole::Hei,
         u"黑体"_s,
         {{u"SimHei"_s, true},
          {u"黑体"_s, true},
          {u"STHeiti"_s, true},
          {u"Noto Sans CJK SC"_s, false, QFont::Bold},
          {u"Source Han Sans SC"_s, false, QFont::Bold},
          {u"Microsoft YaHei"_s, false, QFont::Bold},
          {u"WenQuanYi Zen Hei"_s},
          {u"WenQuanYi Micro Hei"_s, false, QFont::Bold}}},
        {FontRole::Kai,
         u"楷体"_s,
         {{u"KaiTi"_s, true},
          {u"楷体"_s, true},
          {u"楷体_GB2312"_s, true},
          {u"KaiTi_GB2312"_s, true},
          {u"STKaiti"_s, true},
          {u"AR PL UKai CN"_s},
          {u"LXGW WenKai"_s},
          {u"Noto Serif CJK SC"_s}}},
        {FontRole::Song,
         u"宋体"_s,
         {{u"SimSun"_s, true},
          {u"宋体"_s, true},
          {u"STSong"_s, true},
          {u"Noto Serif CJK SC"_s},
          {u"Source Han Serif SC"_s},
          {u"AR PL UMing CN"_s}}},
    };
    return roles;
}

// For rare characters (䶮 㛃 𠮷) that the face of the role lacks, and when none of its faces is installed.
QStringList lastResort()
{
    return {u"Noto Serif CJK SC"_s,   u"Noto Sans CJK SC"_s,   u"SimSun"_s,         u"SimSun-ExtB"_s,
            u"Microsoft YaHei"_s,     u"LXGW WenKai"_s,        u"AR PL UMing CN"_s, u"WenQuanYi Zen Hei"_s,
            u"WenQuanYi Micro Hei"_s, u"Source Han Sans SC"_s, u"BabelStone Han"_s, u"Droid Sans Fallback"_s};
}

// Asking fontconfig for a family that isn't there gives another one without a word, so the list is asked first.
bool isInstalled(const QString &family)
{
    static const QSet<QString> families = [] {
        QSet<QString> names;
        for (const QString &name : QFontDatabase::families())
            names.insert(name.toCaseFolded());
        return names;
    }();
    return families.contains(family.toCaseFolded());
}

const RoleFaces &facesOf(FontRole role)
{
    for (const RoleFaces &faces : table()) {
        if (faces.role == role)
            return faces;
    }
    Q_UNREACHABLE();
}

const Face *installedFace(const RoleFaces &faces)
{
    for (const Face &face : faces.faces) {
        if (isInstalled(face.family))
            return &face;
    }
    return nullptr;
}

} // namespace

FaceInUse faceInUse(FontRole role)
{
    const RoleFaces &faces = facesOf(role);
    FaceInUse used{.role = role, .wanted = faces.wanted};
    if (const Face *face = installedFace(faces)) {
        used.family = face->family;
        used.official = face->official;
        return used;
    }
    for (const QString &family : lastResort()) {
        if (isInstalled(family)) {
            used.family = family;
            break;
        }
    }
    return used;
}

QList<FaceInUse> facesInUse()
{
    QList<FaceInUse> used;
    for (const RoleFaces &faces : table())
        used.append(faceInUse(faces.role));
    return used;
}

QFont paperFont(FontRole role, qreal pixels)
{
    const RoleFaces &faces = facesOf(role);
    QStringList families;
    QFont font;
    if (const Face *face = installedFace(faces)) {
        families.append(face->family);
        font.setWeight(face->weight);
    }
    for (const QString &family : lastResort()) {
        if (!families.contains(family) && isInstalled(family))
            families.append(family);
    }
    if (!families.isEmpty())
        font.setFamilies(families);
    font.setPixelSize(qRound(pixels));
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferOutline);
    return font;
}

void loadPaperFontsSoon()
{
    static size_t next = 0; // in the window's thread
    if (next == table().size())
        return;
    QTimer::singleShot(0, QCoreApplication::instance(), [] {
        if (next == table().size())
            return;
        constexpr qreal anySize = 21; // that of the text
        (void)QFontMetricsF(paperFont(table()[next].role, anySize)).horizontalAdvance(u"国1"_s);
        ++next;
        loadPaperFontsSoon();
    });
}

} // namespace huiyin
