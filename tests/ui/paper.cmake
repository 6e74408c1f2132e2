# SPDX-License-Identifier: GPL-3.0-or-later
# Charts, pages and PDF; the papers of tickets.
target_sources(ui_tests PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/FormPaperTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/PaperChoiceTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/PaperTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ScannerTests.cpp)
target_link_libraries(ui_tests PRIVATE huiyin_paper Qt6::PrintSupport)
