# SPDX-License-Identifier: GPL-3.0-or-later
# Tests of import and export.
target_sources(core_tests PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/BulletinBookTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/BulletinDocxTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/CsvTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ExchangeTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ExportTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ReturnedSheetTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/SheetReadingTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/SheetRefusalTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/SheetWritingTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/WorkbookExchangeTests.cpp)
