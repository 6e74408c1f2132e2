# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(ui_tests PRIVATE ${CMAKE_CURRENT_LIST_DIR}/SheetDialogTests.cpp ${CMAKE_CURRENT_LIST_DIR}/SheetMatchTests.cpp)
