// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulletin/BulletinDocument.h"

#include <QByteArray>

#include <optional>

namespace huiyin {

// A composed bulletin as it is kept in the case file, complete without any figures but those that are printed in it:
// the texts of its blocks, what each figure in them counts, the data of its charts.
QByteArray toJson(const BulletinDocument &document);

// nullopt: no such document, or one of a newer program.
std::optional<BulletinDocument> bulletinFromJson(const QByteArray &json);

} // namespace huiyin
