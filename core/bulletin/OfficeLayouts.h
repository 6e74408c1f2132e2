// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/Composer.h"
#include "casework/CaseBook.h"
#include "domain/Bulletin.h"

#include <QJsonObject>

namespace huiyin {

// 版式: the layouts that an office has to choose from: those that ship with the program, and its own. One of its own that
// has the name of a shipped one stands in its place.

QList<LayoutInfo> layoutsOf(CaseFile &file);

// The layout of this name as it is now. Throws LayoutError when there is none, or when it can't be read.
QJsonObject layoutOf(CaseFile &file, const QString &name);
// The one that a bulletin is composed by: its own copy, or the one of its name.
QJsonObject layoutOf(CaseFile &file, const BulletinRequest &request);
QByteArray layoutText(const QJsonObject &layout);

// 刊: what a layout's issues are numbered in: "series" of the layout, or its name.
QString seriesOf(const QJsonObject &layout, const QString &name);

// A layout of the office's own is added or changed; refused when it has a fault, or was changed meanwhile (version).
Outcome<Changes> saveLayout(CaseBook &book, const OfficeLayout &layout);
// The office's own goes, if nobody has changed it since `version`; a shipped one of the same name is there again. Bulletins
// keep the copy that they were begun with.
Outcome<Changes> removeLayout(CaseBook &book, const QString &name, qint64 version);

} // namespace huiyin
