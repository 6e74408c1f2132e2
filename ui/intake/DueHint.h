// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;

namespace huiyin {

class CaseSession;
struct IntakeRequest;
class Tag;

// Shows by when the matter would be due, and by which rule.
void showDue(const CaseSession &session, const IntakeRequest &request, Tag *tag, QLabel *rule);

} // namespace huiyin
