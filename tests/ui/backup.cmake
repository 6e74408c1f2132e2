# SPDX-License-Identifier: GPL-3.0-or-later
# Backups in the window.
target_sources(ui_tests PRIVATE ${CMAKE_CURRENT_LIST_DIR}/BackupTests.cpp ${CMAKE_CURRENT_LIST_DIR}/SafetyTests.cpp)
