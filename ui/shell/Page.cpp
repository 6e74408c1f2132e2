// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Page.h"

namespace huiyin {

Page::Page(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
}

} // namespace huiyin
