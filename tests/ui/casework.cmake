# SPDX-License-Identifier: GPL-3.0-or-later
# The pages of the casework: tickets, intake.
target_sources(ui_tests PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/AttachmentTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ConsentDialogTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/DeskTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/HandlingTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ChainWatchTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/LoginTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/IntakePageTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/KeptFormsTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/KeptWordsTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ArticleTablesTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/KnowledgePageTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/LongListTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/LongTableTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/SecondSaveTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/PasswordMemoryTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/SetupTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/SmallScreenTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/TicketPaperTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/TicketPrintingTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/TicketsPageTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ViewTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/WorkPagesTests.cpp)
