# SPDX-License-Identifier: GPL-3.0-or-later
# Charts, pages and PDF; the papers of tickets.
target_sources(ui_tests PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/BarcodeReaderTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/BarcodeTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/BulletinPaperTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/FormPaperTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ListPaperTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/PaperChoiceTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/PaperLimitTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/PaperLookTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/PaperTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ScannerTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/TablePaperTests.cpp)
target_link_libraries(ui_tests PRIVATE huiyin_paper Qt6::PrintSupport)

# A reader for the barcodes (LGPL), for this test alone; without it the test says that it was skipped.
find_path(ZBAR_INCLUDE zbar.h)
find_library(ZBAR_LIBRARY zbar)
if(ZBAR_INCLUDE AND ZBAR_LIBRARY)
    target_include_directories(ui_tests SYSTEM PRIVATE ${ZBAR_INCLUDE})
    target_link_libraries(ui_tests PRIVATE ${ZBAR_LIBRARY})
    set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/BarcodeReaderTests.cpp
        TARGET_DIRECTORY ui_tests PROPERTIES COMPILE_DEFINITIONS HUIYIN_ZBAR SKIP_PRECOMPILE_HEADERS ON)
endif()
