# SPDX-License-Identifier: GPL-3.0-or-later
# What must hold on every page.
target_sources(ui_tests PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/WindowTests.cpp
    ${PROJECT_SOURCE_DIR}/tests/support/PageAudit.cpp)
